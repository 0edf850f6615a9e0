// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/OnnxExport.h"

#include "engine/exchange/OnnxGraph.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/ModelJson.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace pleurascope::exchange {

using core::failure;
using core::Result;
using weights::Layer;
using weights::LayerKind;

namespace {

constexpr std::int64_t largestModel = (std::int64_t(2) << 30) - 1; // protobuf's limit
/// ONNX Runtime 1.23 takes a padding with zeros into the MaxPool behind it, where it would be one with minus
/// infinity. It leaves a padding with any other value alone; this one is lost in the next addition.
constexpr float almostZero = std::numeric_limits<float>::min();

/// Keras' HWIO -> OIHW; (in, out) -> (out, in).
std::vector<float> outputFirst(const weights::Tensor& kernel) {
    const std::size_t rank = kernel.shape.size();
    const std::int64_t area = rank == 4 ? kernel.shape[0] * kernel.shape[1] : 1;
    const std::int64_t in = kernel.shape[rank - 2];
    const std::int64_t out = kernel.shape[rank - 1];
    std::vector<float> values(kernel.values.size());
    for (std::int64_t place = 0; place < area; ++place)
        for (std::int64_t i = 0; i < in; ++i)
            for (std::int64_t o = 0; o < out; ++o)
                values[static_cast<std::size_t>((o * in + i) * area + place)] =
                    kernel.values[static_cast<std::size_t>((place * in + i) * out + o)];
    return values;
}

/// Translates a model layer by layer.
class OnnxTranslation {
public:
    explicit OnnxTranslation(const weights::ModelContents& model)
        : m_model(model)
        , m_graph(model.description.name) {}

    Result<core::Bytes> translate() {
        const auto& description = m_model.description;
        const auto layers = weights::layersToCut(description.backbone);
        if (!layers)
            return failure(layers);
        const auto classes = static_cast<std::int64_t>(description.classes.size());
        m_graph.addInput("film", {3, description.inputSize, description.inputSize});
        if (auto added = addBackbone(*layers); !added)
            return failure(added);
        if (auto added = addHead(layers->back()); !added)
            return failure(added);
        m_graph.addOutput("logits", {classes});
        m_graph.addOutput("probabilities", {classes});
        m_graph.addMetadata("model.json", weights::toJson(description));
        return m_graph.bytes();
    }

private:
    Result<std::string> constant(const std::string& name, const std::vector<std::int64_t>& shape) {
        const auto tensor = weights::findTensor(m_model.tensors, name, shape);
        if (!tensor)
            return failure(tensor);
        if (shape.size() == 4)
            return m_graph.addFloats(name, {shape[3], shape[2], shape[0], shape[1]}, outputFirst(**tensor));
        // As PyTorch exports it: OpenCV 4.6 reads a Gemm in no other way.
        if (shape.size() == 2)
            return m_graph.addFloats(name, {shape[1], shape[0]}, outputFirst(**tensor));
        return m_graph.addFloats(name, shape, (*tensor)->values);
    }

    Result<std::vector<std::string>>
    withConstants(std::vector<std::string> inputs,
                  const std::vector<std::pair<std::string, std::vector<std::int64_t>>>& tensors) {
        for (const auto& [name, shape] : tensors) {
            auto added = constant(name, shape);
            if (!added)
                return failure(added);
            inputs.push_back(std::move(*added));
        }
        return inputs;
    }

    /// The films, and behind them their mirror images where the model looks at both.
    std::string shown() {
        if (!m_model.description.flipAverage)
            return "film";
        const std::int64_t toTheStart = std::numeric_limits<std::int64_t>::min();
        const auto mirrored = m_graph.addNode("Slice", "mirrored",
                                              {"film", m_graph.addIntegers("mirrored/starts", {-1}),
                                               m_graph.addIntegers("mirrored/ends", {toTheStart}),
                                               m_graph.addIntegers("mirrored/axes", {3}),
                                               m_graph.addIntegers("mirrored/steps", {-1})});
        return m_graph.addNode("Concat", "shown", {"film", mirrored}, {{"axis", std::int64_t(0)}});
    }

    /// The mean of each film's logits and its mirror image's.
    void averageLogits(const std::string& both) {
        const auto classes = static_cast<std::int64_t>(m_model.description.classes.size());
        const auto apart = m_graph.addNode(
            "Reshape", "logits/apart", {both, m_graph.addIntegers("logits/apart/shape", {2, -1, classes})});
        m_graph.addNode("ReduceMean", "logits", {apart},
                        {{"axes", std::vector<std::int64_t>{0}}, {"keepdims", std::int64_t(0)}});
    }

    std::string scaled() {
        const auto terms = weights::scalingTerms(m_model.description.scaling);
        std::string x = shown();
        if (terms.divisor != 1)
            x = m_graph.addNode("Div", "scaled",
                                {x, m_graph.addFloats("scaled/divisor", {}, {&terms.divisor, 1})});
        if (terms.shifts())
            x = m_graph.addNode("Sub", "centred", {x, aChannel("centred/mean", terms.mean)});
        if (terms.stretches())
            x = m_graph.addNode("Div", "stretched", {x, aChannel("stretched/deviation", terms.deviation)});
        return x;
    }

    std::string aChannel(const std::string& name, const std::array<float, 3>& values) {
        if (values[0] == values[1] && values[1] == values[2])
            return m_graph.addFloats(name, {}, {values.data(), 1});
        return m_graph.addFloats(name, {1, 3, 1, 1}, values);
    }

    /// A padding that only convolutions read becomes theirs. One in front of a pool stays: ONNX's own would
    /// pad with minus infinity, Keras pads with zeros.
    static bool isFolded(const std::vector<Layer>& layers, std::size_t index) {
        if (layers[index].kind != LayerKind::zeroPadding || index + 1 == layers.size())
            return false;
        return std::none_of(layers.begin(), layers.end(), [&](const Layer& layer) {
            return layer.kind != LayerKind::convolution &&
                   std::count(layer.inputs.begin(), layer.inputs.end(), static_cast<int>(index)) > 0;
        });
    }

    Result<void> addBackbone(const std::vector<Layer>& layers) {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const Layer& layer = layers[i];
            std::vector<std::string> inputs;
            for (const int input : layer.inputs)
                inputs.push_back(m_values[static_cast<std::size_t>(input)]);
            const bool folded = isFolded(layers, i);
            m_values.push_back(layer.kind == LayerKind::input ? scaled() : folded ? inputs[0] : layer.name);
            m_padding.push_back(folded ? layer.kernel : 0);
            if (folded || layer.kind == LayerKind::input)
                continue;
            if (auto added = addLayer(layer, std::move(inputs)); !added)
                return added;
        }
        return {};
    }

    Result<void> addLayer(const Layer& layer, std::vector<std::string> inputs) {
        auto complete = withConstants(std::move(inputs), weights::tensorsOf(layer));
        if (!complete)
            return failure(complete);
        if (layer.kind == LayerKind::zeroPadding) {
            const std::int64_t by = layer.kernel;
            complete->push_back(m_graph.addIntegers(layer.name + "/pads", {0, 0, by, by, 0, 0, by, by}));
            complete->push_back(m_graph.addFloats(layer.name + "/zero", {}, {&almostZero, 1}));
        }
        m_graph.addNode(operatorOf(layer.kind), layer.name, *complete, attributesOf(layer));
        return {};
    }

    static const char* operatorOf(LayerKind kind) {
        switch (kind) {
        case LayerKind::zeroPadding:
            return "Pad";
        case LayerKind::convolution:
            return "Conv";
        case LayerKind::maxPooling:
            return "MaxPool";
        case LayerKind::averagePooling:
            return "AveragePool";
        case LayerKind::batchNormalization:
            return "BatchNormalization";
        case LayerKind::relu:
            return "Relu";
        case LayerKind::add:
            return "Add";
        case LayerKind::concatenate:
            return "Concat";
        case LayerKind::input:
            break;
        }
        return "Identity";
    }

    [[nodiscard]] std::vector<OnnxGraph::Attribute> attributesOf(const Layer& layer) const {
        using Integers = std::vector<std::int64_t>;
        std::vector<OnnxGraph::Attribute> attributes;
        if (layer.kind == LayerKind::zeroPadding)
            attributes = {{"mode", "constant"}};
        if (layer.kind == LayerKind::batchNormalization)
            attributes = {{"epsilon", static_cast<float>(weights::batchNormEpsilon)}};
        if (layer.kind == LayerKind::concatenate)
            attributes = {{"axis", std::int64_t(1)}};
        if (layer.kind == LayerKind::convolution || layer.kind == LayerKind::maxPooling ||
            layer.kind == LayerKind::averagePooling)
            attributes = {{"kernel_shape", Integers{layer.kernel, layer.kernel}},
                          {"strides", Integers{layer.stride, layer.stride}}};
        if (layer.kind == LayerKind::convolution) {
            const int pad =
                layer.padded ? layer.kernel / 2 : m_padding[static_cast<std::size_t>(layer.inputs[0])];
            attributes.push_back({"pads", Integers{pad, pad, pad, pad}});
        }
        return attributes;
    }

    Result<void> addHead(const Layer& cut) {
        const auto& description = m_model.description;
        const auto tensors =
            weights::tensorsOf(description.head, cut.channels, static_cast<int>(description.classes.size()));
        std::string x = m_graph.addNode("GlobalAveragePool", "global_average_pooling2d", {m_values.back()});
        x = m_graph.addNode("Flatten", "features", {x}, {{"axis", std::int64_t(1)}});
        for (std::size_t i = 0; i + 1 < tensors.size(); i += 2) {
            const auto inputs = withConstants({x}, {tensors[i], tensors[i + 1]});
            if (!inputs)
                return failure(inputs);
            const bool last = i + 2 == tensors.size();
            const std::string name = tensors[i].first.substr(0, tensors[i].first.rfind('/'));
            const std::string output = !last ? name : description.flipAverage ? "logits/both" : "logits";
            x = m_graph.addNode("Gemm", output, *inputs, {{"transB", std::int64_t(1)}});
            if (!last)
                x = m_graph.addNode("Relu", name + "_relu", {x});
        }
        if (description.flipAverage)
            averageLogits(std::exchange(x, "logits"));
        const auto temperature = static_cast<float>(description.temperature);
        if (temperature != 1)
            x = m_graph.addNode("Div", "calibrated",
                                {x, m_graph.addFloats("calibrated/temperature", {}, {&temperature, 1})});
        m_graph.addNode("Softmax", "probabilities", {x}, {{"axis", std::int64_t(1)}});
        return {};
    }

    const weights::ModelContents& m_model;
    OnnxGraph m_graph;
    std::vector<std::string> m_values; ///< for each layer, the value that its readers name
    std::vector<int> m_padding;        ///< for each layer, the zeros that its readers add on each side
};

} // namespace

Result<core::Bytes> onnxModel(const weights::ModelContents& model) {
    std::int64_t size = 0;
    for (const auto& [name, tensor] : model.tensors)
        size += static_cast<std::int64_t>(tensor.values.size() * sizeof(float));
    if (size > largestModel - (1 << 20))
        return failure(core::ErrorCode::limitExceeded, "an ONNX file holds at most 2 GiB");
    return OnnxTranslation(model).translate();
}

Result<void> exportOnnx(const std::filesystem::path& path, const weights::ModelContents& model) {
    const auto bytes = onnxModel(model);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, *bytes);
}

} // namespace pleurascope::exchange
