// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Keras3Group.h"

#include "engine/weights/KerasLayers.h"
#include "engine/weights/KnownBackbone.h"

#include <algorithm>
#include <cctype>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr int maximalDepth = 8;

/// A layer's group: its class from the group's name, its own name where the file tells it.
struct StoredLayer {
    std::string className;
    std::string name;
    std::vector<Tensor> variables;
};

std::string variableName(const std::string& className, std::size_t index) {
    static const std::vector<std::string> affine{"kernel", "bias"};
    static const std::vector<std::string> norm{"gamma", "beta", "moving_mean", "moving_variance"};
    const auto& names = className == "batch_normalization" ? norm : affine;
    const bool known = className == "batch_normalization" || className == "conv2d" || className == "dense";
    return known && index < names.size() ? names[index] : std::to_string(index);
}

/// "conv2d_7" -> "conv2d"
std::string withoutNumber(const std::string& group) {
    const auto last = group.find_last_not_of("0123456789");
    const bool numbered = last != std::string::npos && last + 1 < group.size() && group[last] == '_';
    return numbered ? group.substr(0, last) : group;
}

/// The groups below one `layers`, what is nested first: a backbone stands before the head that reads it.
class GroupReader {
public:
    Result<void> readLayers(hid_t layers, int depth) {
        if (depth > maximalDepth)
            return failure(ErrorCode::unsupportedFormat, "models nested too deep");
        const auto names = hdf5::childNames(layers);
        for (const bool nested : {true, false})
            for (const auto& name : names) {
                const auto group = hdf5::openGroup(layers, name);
                if (!group)
                    return failure(group);
                if (hdf5::hasChild(group->get(), "layers") != nested)
                    continue;
                if (auto read = nested ? readNested(group->get(), depth) : readLayer(group->get(), name);
                    !read)
                    return read;
            }
        return {};
    }

    std::vector<StoredLayer> take() { return std::move(m_layers); }

private:
    Result<void> readNested(hid_t group, int depth) {
        const auto layers = hdf5::openGroup(group, "layers");
        if (!layers)
            return failure(layers);
        return readLayers(layers->get(), depth + 1);
    }

    Result<void> readLayer(hid_t group, const std::string& groupName) {
        if (!hdf5::hasChild(group, "vars"))
            return {};
        const auto variables = hdf5::openGroup(group, "vars");
        if (!variables)
            return failure(variables);
        StoredLayer layer{withoutNumber(groupName), {}, {}};
        if (hdf5::hasAttribute(variables->get(), "name")) {
            auto name = hdf5::readText(variables->get(), "name");
            if (!name)
                return failure(name);
            layer.name = std::move(*name);
        }
        for (const auto& dataset : hdf5::childNames(variables->get())) {
            auto tensor = hdf5::readTensor(variables->get(), dataset, m_room);
            if (!tensor)
                return failure(tensor.error().code, groupName + ": " + tensor.error().detail);
            m_room -= elementCount(tensor->shape);
            layer.variables.push_back(std::move(*tensor));
        }
        if (!layer.variables.empty())
            m_layers.push_back(std::move(layer));
        return {};
    }

    std::int64_t m_room = maximalKerasElements;
    std::vector<StoredLayer> m_layers;
};

/// The known network with so many convolutions, for a file that names nothing.
std::vector<KerasLayer> layersWithConvolutions(std::size_t count) {
    for (const auto& known : knownBackbones()) {
        auto layers = kerasLayersOf(backboneLayers(known.description));
        const auto convolutions = std::count_if(layers.begin(), layers.end(), [](const KerasLayer& layer) {
            return layer.className == "Conv2D";
        });
        if (static_cast<std::size_t>(convolutions) == count)
            return layers;
    }
    return {};
}

void nameInOrder(std::vector<StoredLayer>& stored, const KerasModelConfig* config) {
    std::map<std::string, std::size_t> counts;
    for (const auto& layer : stored)
        ++counts[layer.className];
    std::map<std::string, std::vector<std::string>> names;
    for (const auto& layer : config != nullptr ? config->layers : layersWithConvolutions(counts["conv2d"]))
        names[snakeCase(layer.className)].push_back(layer.name);
    std::map<std::string, std::size_t> next;
    for (auto& layer : stored) {
        const auto& candidates = names[layer.className];
        const std::size_t index = next[layer.className]++;
        if (candidates.size() == counts[layer.className])
            layer.name = candidates[index];
        else
            layer.name = index == 0 ? layer.className : layer.className + "_" + std::to_string(index);
    }
}

} // namespace

std::string snakeCase(const std::string& className) {
    // re.sub(r"([a-z])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)).lower()
    std::string snake;
    const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
    const auto lower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t i = 0; i < className.size(); ++i) {
        const bool startsWord =
            i > 0 && upper(className[i]) && i + 1 < className.size() && lower(className[i + 1]);
        const bool endsWord = i > 0 && upper(className[i]) && lower(className[i - 1]);
        if (startsWord || endsWord)
            snake += '_';
        snake += static_cast<char>(std::tolower(static_cast<unsigned char>(className[i])));
    }
    return snake;
}

Result<StoredTensors> readKeras3Group(hid_t root, const KerasModelConfig* config) {
    const auto layers = hdf5::openGroup(root, "layers");
    if (!layers)
        return failure(layers);
    GroupReader reader;
    if (auto read = reader.readLayers(layers->get(), 0); !read)
        return failure(read);
    std::vector<StoredLayer> stored = reader.take();
    if (std::any_of(stored.begin(), stored.end(),
                    [](const StoredLayer& layer) { return layer.name.empty(); }))
        nameInOrder(stored, config);
    StoredTensors result;
    for (auto& layer : stored) {
        result.layers.push_back(layer.name);
        for (std::size_t i = 0; i < layer.variables.size(); ++i) {
            const std::string name = layer.name + "/" + variableName(layer.className, i);
            if (!result.tensors.emplace(name, std::move(layer.variables[i])).second)
                return failure(ErrorCode::damaged, "two tensors are named " + name);
        }
    }
    return result;
}

} // namespace pleurascope::weights
