// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/TorchScriptExport.h"

#include "engine/core/Files.h"
#include "engine/model/TensorConversion.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/ModelJson.h"

#include <torch/script.h>

#include <algorithm>
#include <iomanip>
#include <limits>
#include <sstream>

namespace pleurascope::model {

using core::failure;
using core::Result;
using weights::Layer;
using weights::LayerKind;

namespace {

using NamedShape = std::pair<std::string, std::vector<std::int64_t>>;

/// "conv1_conv/kernel" -> "conv1_conv_kernel", a Python name.
std::string attributeName(std::string tensor) {
    std::replace(tensor.begin(), tensor.end(), '/', '_');
    return tensor;
}

std::string own(const std::string& tensor) {
    return "self." + attributeName(tensor);
}

std::string channelValues(const std::array<float, 3>& values) {
    std::ostringstream text;
    text << std::setprecision(std::numeric_limits<float>::max_digits10) << "torch.tensor([" << values[0]
         << ", " << values[1] << ", " << values[2] << "], device=x.device).view(1, 3, 1, 1)";
    return text.str();
}

/// Writes forward() in TorchScript's Python, a line a layer, and gathers the tensors that it names.
class ScriptWriter {
public:
    explicit ScriptWriter(const weights::ModelDescription& description)
        : m_description(description) {}

    void writeFront() {
        m_source << "def forward(self, film: Tensor):\n    x = "
                 << (m_description.flipAverage ? "torch.cat([film, torch.flip(film, [3])])" : "film") << "\n";
        const auto terms = weights::scalingTerms(m_description.scaling);
        if (terms.divisor != 1)
            m_source << "    x = x / " << std::showpoint << terms.divisor << std::noshowpoint << "\n";
        if (terms.shifts())
            m_source << "    x = x - " << channelValues(terms.mean) << "\n";
        if (terms.stretches())
            m_source << "    x = x / " << channelValues(terms.deviation) << "\n";
    }

    void writeLayer(const Layer& layer, std::size_t index) {
        std::vector<std::string> inputs;
        for (const int input : layer.inputs)
            inputs.push_back("x" + std::to_string(input));
        m_source << "    x" << index << " = "
                 << (layer.kind == LayerKind::input ? "x" : expression(layer, inputs)) << "\n";
        for (auto& tensor : weights::tensorsOf(layer))
            m_tensors.push_back(std::move(tensor));
    }

    void writeHead(const Layer& cut, std::size_t index) {
        const auto head = weights::tensorsOf(m_description.head, cut.channels,
                                             static_cast<int>(m_description.classes.size()));
        m_source << "    y = torch.mean(x" << index << ", [2, 3])\n";
        for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
            m_source << "    y = torch.addmm(" << own(head[i + 1].first) << ", y, " << own(head[i].first)
                     << ")\n";
            if (i + 2 < head.size())
                m_source << "    y = torch.relu(y)\n";
        }
        if (m_description.flipAverage)
            m_source << "    y = (y[:film.size(0)] + y[film.size(0):]) / 2\n";
        m_source << "    return y, torch.softmax(y / "
                 << std::setprecision(std::numeric_limits<double>::max_digits10) << std::showpoint
                 << m_description.temperature << ", 1)\n";
        m_tensors.insert(m_tensors.end(), head.begin(), head.end());
    }

    [[nodiscard]] std::string source() const { return m_source.str(); }
    [[nodiscard]] const std::vector<NamedShape>& tensors() const { return m_tensors; }

private:
    static std::string expression(const Layer& layer, const std::vector<std::string>& in) {
        const std::string kernel = std::to_string(layer.kernel);
        const std::string stride = std::to_string(layer.stride);
        const std::string window = ", [" + kernel + ", " + kernel + "], [" + stride + ", " + stride + "])";
        switch (layer.kind) {
        case LayerKind::zeroPadding:
            return "torch.constant_pad_nd(" + in[0] + ", [" + kernel + ", " + kernel + ", " + kernel + ", " +
                   kernel + "])";
        case LayerKind::convolution: {
            const std::string pad = std::to_string(layer.padded ? layer.kernel / 2 : 0);
            return "torch.conv2d(" + in[0] + ", " + own(layer.name + "/kernel") + ", " +
                   (layer.bias ? own(layer.name + "/bias") : "None") + ", [" + stride + ", " + stride +
                   "], [" + pad + ", " + pad + "])";
        }
        case LayerKind::maxPooling:
            return "torch.max_pool2d(" + in[0] + window;
        case LayerKind::averagePooling:
            return "torch.avg_pool2d(" + in[0] + window;
        case LayerKind::batchNormalization:
            return "torch.batch_norm(" + in[0] + ", " + own(layer.name + "/gamma") + ", " +
                   own(layer.name + "/beta") + ", " + own(layer.name + "/moving_mean") + ", " +
                   own(layer.name + "/moving_variance") + ", False, 0.0, 1.001e-5, False)";
        case LayerKind::relu:
            return "torch.relu(" + in[0] + ")";
        case LayerKind::add:
            return in[0] + " + " + in[1];
        case LayerKind::concatenate:
            return "torch.cat([" + in[0] + ", " + in[1] + "], 1)";
        case LayerKind::input:
            break;
        }
        return "x";
    }

    const weights::ModelDescription& m_description;
    std::ostringstream m_source;
    std::vector<NamedShape> m_tensors;
};

Result<std::string> archive(const weights::ModelContents& model) {
    const auto layers = weights::layersToCut(model.description.backbone);
    if (!layers)
        return failure(layers);
    ScriptWriter writer(model.description);
    writer.writeFront();
    for (std::size_t i = 0; i < layers->size(); ++i)
        writer.writeLayer((*layers)[i], i);
    writer.writeHead(layers->back(), layers->size() - 1);
    torch::jit::Module module("PleuraScopeModel");
    for (const auto& [name, shape] : writer.tensors()) {
        auto tensor = toTorch(model.tensors, name, shape);
        if (!tensor)
            return failure(tensor);
        // Keras HWIO -> torch OIHW
        module.register_parameter(attributeName(name),
                                  shape.size() == 4 ? tensor->permute({3, 2, 0, 1}).contiguous() : *tensor,
                                  false);
    }
    module.define(writer.source());
    module.eval();
    std::ostringstream bytes;
    module.save(bytes, {{"model.json", weights::toJson(model.description)}});
    return bytes.str();
}

} // namespace

Result<void> exportTorchScript(const std::filesystem::path& path, const weights::ModelContents& model) {
    try {
        const auto bytes = archive(model);
        if (!bytes)
            return core::failureIn(bytes.error(), path);
        return core::writeFileAtomically(path, *bytes);
    } catch (const std::exception& exception) {
        return core::failureIn(errorFromTorch(exception), path);
    }
}

} // namespace pleurascope::model
