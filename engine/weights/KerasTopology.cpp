// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasTopology.h"

#include "engine/weights/KerasLayers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

tl::unexpected<core::Error> unknown(const KerasLayer& layer) {
    return failure(ErrorCode::unsupportedFormat,
                   "layer " + layer.name + " (" + layer.className + ") is not known here");
}

tl::unexpected<core::Error> unlike(const KerasLayer& layer, const std::string& what) {
    return failure(ErrorCode::unsupportedFormat,
                   "layer " + layer.name + " (" + layer.className + "): " + what);
}

/// Augmentation and regularisation: the identity when the network only predicts.
bool isIdentity(const KerasLayer& layer) {
    static const std::set<std::string> classes{
        "Dropout",           "SpatialDropout2D", "GaussianNoise",   "RandomFlip",
        "RandomRotation",    "RandomZoom",       "RandomContrast",  "RandomBrightness",
        "RandomTranslation", "RandomShear",      "RandomSharpness", "ActivityRegularization"};
    return classes.contains(layer.className);
}

using Channels = std::array<double, 3>;

double number(const KerasLayer& layer, const char* name) {
    return json::parse(layer.settings.at(name)).get<double>();
}

bool near(double value, double wanted) {
    return std::abs(value - wanted) <= 1e-6 * std::max(1.0, std::abs(wanted));
}

/// A number, or one a channel.
Channels channelNumbers(const KerasLayer& layer, const char* name) {
    const json value = json::parse(layer.settings.at(name));
    if (value.is_array() && value.size() == 3)
        return value.get<Channels>();
    const auto number = value.get<double>();
    return {number, number, number};
}

/// scale x + offset, a channel.
struct Affine {
    Channels scale{1, 1, 1};
    Channels offset{};

    /// Another such step comes before.
    void precede(const Channels& firstScale, const Channels& firstOffset) {
        for (std::size_t c = 0; c < scale.size(); ++c) {
            offset[c] += scale[c] * firstOffset[c];
            scale[c] *= firstScale[c];
        }
    }
    [[nodiscard]] bool is(const ScalingTerms& terms) const {
        for (std::size_t c = 0; c < scale.size(); ++c)
            if (!near(scale[c] * terms.divisor * terms.deviation[c], 1) ||
                !near(offset[c] * terms.deviation[c], -terms.mean[c]))
                return false;
        return true;
    }
};

/// `what` of a layer's setting that is not as in keras.applications, or nothing. Settings that old versions
/// do not write may be absent.
std::string difference(const KerasLayer& layer, const KerasLayer& expected) {
    static const std::set<std::string> mayBeAbsent{"groups", "dilation_rate", "data_format"};
    if (layer.className != expected.className)
        return "a " + expected.className + " is expected";
    for (const auto& [key, value] : expected.settings) {
        if (key == "momentum") // of training
            continue;
        const auto found = layer.settings.find(key);
        if (found == layer.settings.end() ? !mayBeAbsent.contains(key) : found->second != value)
            return key + " is " + (found == layer.settings.end() ? "missing" : found->second) +
                   ", expected " + value;
    }
    return {};
}

/// Walks a configuration against the flow, marking what it has understood. Throws json::exception and
/// std::out_of_range where a setting is missing or of another type.
class ConfigWalk {
public:
    ConfigWalk(const KerasModelConfig& config, const BackboneDescription& backbone)
        : m_layers(config.layers)
        , m_expected(kerasLayersOf(backboneLayers(backbone)))
        , m_visited(config.layers.size(), 0) {
        for (std::size_t i = 0; i < m_expected.size(); ++i)
            m_places[m_expected[i].name] = i;
        nameAnonymousLayers();
    }

    Result<KerasTopology> walk(int output) {
        KerasTopology topology;
        auto cut = walkHead(output, topology);
        if (!cut)
            return failure(cut);
        topology.cut = layer(*cut).name;
        const auto front = walkBackbone(*cut);
        if (!front)
            return failure(front);
        if (auto read = walkFront(*front, topology); !read)
            return failure(read);
        for (std::size_t i = 0; i < m_layers.size(); ++i)
            if (m_visited[i] == 0)
                return unknown(m_layers[i]);
        return topology;
    }

private:
    [[nodiscard]] const KerasLayer& layer(int index) const {
        return m_layers[static_cast<std::size_t>(index)];
    }

    [[nodiscard]] const KerasLayer* expected(const KerasLayer& layer) const {
        const auto found = m_places.find(layer.name);
        return found == m_places.end() || layer.className == "InputLayer" ? nullptr
                                                                          : &m_expected[found->second];
    }

    /// Some pools and paddings have no names of their own: Keras numbers them through the session.
    void nameAnonymousLayers() {
        for (const std::string name : {"max_pooling2d", "zero_padding2d"}) {
            int count = 0;
            for (auto& layer : m_layers)
                if (layer.name.starts_with(name)) {
                    layer.name = count == 0 ? name : name + "_" + std::to_string(count);
                    ++count;
                }
        }
    }

    Result<int> onlyInput(int index) const {
        if (layer(index).inputs.size() != 1)
            return unknown(layer(index));
        return layer(index).inputs[0];
    }

    /// From the output to the backbone's last layer, whose index is returned.
    Result<int> walkHead(int output, KerasTopology& topology) {
        std::string activation; // of a layer of its own
        double dropout = 0;
        bool pooled = false;
        Result<int> at = output;
        for (; at && expected(layer(*at)) == nullptr; at = onlyInput(*at)) {
            const KerasLayer& next = layer(*at);
            m_visited[static_cast<std::size_t>(*at)] = 1;
            if (pooled && !isIdentity(next))
                return unknown(next);
            if (next.className == "GlobalAveragePooling2D")
                pooled = true;
            else if (next.className == "Dropout")
                dropout = number(next, "rate");
            else if (next.className == "Softmax" || next.className == "ReLU")
                activation = next.className == "Softmax" ? "softmax" : "relu";
            else if (next.className == "Activation")
                activation = json::parse(next.settings.at("activation")).get<std::string>();
            else if (next.className != "Dense")
                return unknown(next);
            else if (auto added =
                         addDense(next, std::exchange(activation, {}), std::exchange(dropout, 0), topology);
                     !added)
                return failure(added);
        }
        if (at && !pooled && !topology.head.empty())
            return unlike(layer(*at), "a head needs global average pooling behind it");
        return at;
    }

    static Result<void> addDense(const KerasLayer& dense, const std::string& behind, double dropout,
                                 KerasTopology& topology) {
        const std::string own = json::parse(dense.settings.at("activation")).get<std::string>();
        const std::string activation = own == "linear" && !behind.empty() ? behind : own;
        const char* wanted = topology.head.empty() ? "softmax" : "relu";
        if (activation != wanted || (own != "linear" && !behind.empty()))
            return unlike(dense, "activation is " + activation + ", expected " + wanted);
        if (dense.settings.at("use_bias") != "true")
            return unlike(dense, "it has no bias");
        const double units = number(dense, "units");
        if (!(units >= 1 && units <= 65536))
            return unlike(dense, "units are out of range");
        topology.head.insert(topology.head.begin(), {dense.name, static_cast<int>(units), dropout});
        return {};
    }

    /// Holds the cut's ancestors against the expected layers; returns the index of what the backbone reads.
    Result<int> walkBackbone(int cut) {
        std::optional<int> front;
        std::vector<int> open{cut};
        while (!open.empty()) {
            const int index = open.back();
            open.pop_back();
            if (std::exchange(m_visited[static_cast<std::size_t>(index)], 1) != 0)
                continue;
            const KerasLayer& own = layer(index);
            const KerasLayer* wanted = expected(own);
            if (wanted == nullptr || own.inputs.size() != wanted->inputs.size())
                return unknown(own);
            if (const std::string what = difference(own, *wanted); !what.empty())
                return unlike(own, what);
            for (std::size_t i = 0; i < own.inputs.size(); ++i) {
                const std::string& name = m_expected[static_cast<std::size_t>(wanted->inputs[i])].name;
                if (wanted->inputs[i] == 0)
                    front = own.inputs[i];
                else if (layer(own.inputs[i]).name != name)
                    return unlike(own, "it reads " + layer(own.inputs[i]).name + ", expected " + name);
                else
                    open.push_back(own.inputs[i]);
            }
        }
        if (!front)
            return failure(ErrorCode::unsupportedFormat, "the network has no input");
        return *front;
    }

    /// From the backbone's first layer to the input.
    Result<void> walkFront(int from, KerasTopology& topology) {
        Affine rescaling;
        bool rescaled = false;
        Result<int> at = from;
        for (; at && layer(*at).className != "InputLayer"; at = onlyInput(*at)) {
            const KerasLayer& next = layer(*at);
            m_visited[static_cast<std::size_t>(*at)] = 1;
            if (next.className == "Rescaling") {
                rescaling.precede(channelNumbers(next, "scale"), channelNumbers(next, "offset"));
                rescaled = true;
            } else if (!isIdentity(next)) {
                return unknown(next);
            }
        }
        if (!at)
            return failure(at);
        m_visited[static_cast<std::size_t>(*at)] = 1;
        topology.inputSize = inputSize(layer(*at));
        if (!rescaled)
            return {};
        for (const Scaling scaling : {Scaling::tf, Scaling::unit, Scaling::none, Scaling::torch})
            if (rescaling.is(scalingTerms(scaling)))
                topology.scaling = scaling;
        if (!topology.scaling)
            return failure(ErrorCode::unsupportedFormat, "a Rescaling to " +
                                                             std::to_string(rescaling.scale[0]) + " x + " +
                                                             std::to_string(rescaling.offset[0]));
        return {};
    }

    static std::optional<int> inputSize(const KerasLayer& input) {
        const auto found = input.settings.find("batch_shape");
        const json shape = found == input.settings.end() ? json() : json::parse(found->second);
        if (!shape.is_array() || shape.size() != 4 || !shape[1].is_number_integer() || shape[1] != shape[2])
            return std::nullopt;
        return shape[1].get<int>();
    }

    std::vector<KerasLayer> m_layers;
    std::vector<KerasLayer> m_expected;
    std::map<std::string, std::size_t> m_places;
    std::vector<char> m_visited;
};

} // namespace

Result<KerasTopology> kerasTopology(const KerasModelConfig& config, const BackboneDescription& backbone) {
    if (config.output < 0)
        return failure(ErrorCode::unsupportedFormat, "a model without layers");
    try {
        return ConfigWalk(config, backbone).walk(config.output);
    } catch (const json::exception& exception) {
        return failure(ErrorCode::unsupportedFormat, std::string("a layer's setting: ") + exception.what());
    } catch (const std::out_of_range&) {
        return failure(ErrorCode::unsupportedFormat, "a layer lacks a setting");
    }
}

} // namespace pleurascope::weights
