// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pleurascope::exchange {

/// Writes an ONNX graph down node by node (onnx/onnx.proto; operators of opset 13, IR version 7). A node is
/// named as its one output is.
class OnnxGraph {
public:
    using Attribute =
        std::pair<const char*, std::variant<std::int64_t, float, std::vector<std::int64_t>, std::string>>;
    using Shape = std::vector<std::int64_t>;

    explicit OnnxGraph(const std::string& name);

    /// float32; the first extent is called `films` and may be any number.
    void addInput(const std::string& name, const Shape& shapeOfOne);
    void addOutput(const std::string& name, const Shape& shapeOfOne);

    /// A constant; returns its name.
    std::string addFloats(const std::string& name, const Shape& shape, std::span<const float> values);
    std::string addIntegers(const std::string& name, const std::vector<std::int64_t>& values);

    /// Returns `name`, which is what later nodes read.
    std::string addNode(const char* type, const std::string& name, const std::vector<std::string>& inputs,
                        const std::vector<Attribute>& attributes = {});

    void addMetadata(const std::string& key, const std::string& value);

    /// The model as a file has it; the same calls give the same bytes.
    [[nodiscard]] core::Bytes bytes() const;

private:
    onnx::ModelProto m_model;
    onnx::GraphProto& m_graph;
};

} // namespace pleurascope::exchange
