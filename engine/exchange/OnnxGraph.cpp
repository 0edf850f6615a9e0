// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/OnnxGraph.h"

#include "engine/core/Installation.h"

#include <bit>

namespace pleurascope::exchange {

namespace {

constexpr std::int64_t irVersion = 7;
constexpr std::int64_t operatorSet = 13;

void describe(onnx::ValueInfoProto& value, const std::string& name, const OnnxGraph::Shape& shapeOfOne) {
    value.set_name(name);
    auto& type = *value.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    type.mutable_shape()->add_dim()->set_dim_param("films");
    for (const auto extent : shapeOfOne)
        type.mutable_shape()->add_dim()->set_dim_value(extent);
}

void setValue(onnx::AttributeProto& attribute, std::int64_t value) {
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
}

void setValue(onnx::AttributeProto& attribute, float value) {
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(value);
}

void setValue(onnx::AttributeProto& attribute, const std::vector<std::int64_t>& values) {
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const auto value : values)
        attribute.add_ints(value);
}

void setValue(onnx::AttributeProto& attribute, const std::string& value) {
    attribute.set_type(onnx::AttributeProto::STRING);
    attribute.set_s(value);
}

/// raw_data is little-endian.
template <class T>
void setContent(onnx::TensorProto& tensor, const std::string& name, const OnnxGraph::Shape& shape,
                std::span<const T> values) {
    static_assert(std::endian::native == std::endian::little);
    tensor.set_name(name);
    for (const auto extent : shape)
        tensor.add_dims(extent);
    tensor.set_raw_data(values.data(), values.size_bytes());
}

} // namespace

OnnxGraph::OnnxGraph(const std::string& name)
    : m_graph(*m_model.mutable_graph()) {
    m_model.set_ir_version(irVersion);
    m_model.set_producer_name("PleuraScope");
    m_model.set_producer_version(std::string(core::programVersion()));
    auto& operators = *m_model.add_opset_import();
    operators.set_domain("");
    operators.set_version(operatorSet);
    m_graph.set_name(name);
}

void OnnxGraph::addInput(const std::string& name, const Shape& shapeOfOne) {
    describe(*m_graph.add_input(), name, shapeOfOne);
}

void OnnxGraph::addOutput(const std::string& name, const Shape& shapeOfOne) {
    describe(*m_graph.add_output(), name, shapeOfOne);
}

std::string OnnxGraph::addFloats(const std::string& name, const Shape& shape, std::span<const float> values) {
    auto& tensor = *m_graph.add_initializer();
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    setContent(tensor, name, shape, values);
    return name;
}

std::string OnnxGraph::addIntegers(const std::string& name, const std::vector<std::int64_t>& values) {
    auto& tensor = *m_graph.add_initializer();
    tensor.set_data_type(onnx::TensorProto::INT64);
    setContent(tensor, name, {static_cast<std::int64_t>(values.size())},
               std::span<const std::int64_t>(values));
    return name;
}

std::string OnnxGraph::addNode(const char* type, const std::string& name,
                               const std::vector<std::string>& inputs,
                               const std::vector<Attribute>& attributes) {
    auto& node = *m_graph.add_node();
    node.set_op_type(type);
    node.set_name(name);
    for (const auto& input : inputs)
        node.add_input(input);
    node.add_output(name);
    for (const auto& [key, value] : attributes) {
        auto& attribute = *node.add_attribute();
        attribute.set_name(key);
        std::visit([&](const auto& plain) { setValue(attribute, plain); }, value);
    }
    return name;
}

void OnnxGraph::addMetadata(const std::string& key, const std::string& value) {
    auto& entry = *m_model.add_metadata_props();
    entry.set_key(key);
    entry.set_value(value);
}

core::Bytes OnnxGraph::bytes() const {
    core::Bytes bytes(m_model.ByteSizeLong());
    m_model.SerializeWithCachedSizesToArray(reinterpret_cast<std::uint8_t*>(bytes.data()));
    return bytes;
}

} // namespace pleurascope::exchange
