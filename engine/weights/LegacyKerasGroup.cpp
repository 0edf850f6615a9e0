// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/LegacyKerasGroup.h"

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

/// "resnet50v2/conv1_conv/kernel:0" -> "conv1_conv/kernel"; a name without a layer gets its group's. Keras 2
/// named the first layers of DenseNets "conv1/conv" and "conv1/bn", Keras 3 allows no slash.
std::string canonicalName(const std::string& layer, std::string name) {
    if (const auto colon = name.rfind(':'); colon != std::string::npos)
        name.resize(colon);
    const auto last = name.rfind('/');
    if (last == std::string::npos || last == 0)
        return layer + "/" + name;
    for (const char* slashed : {"conv1/conv/", "conv1/bn/"})
        if (const auto place = name.rfind(slashed); place != std::string::npos)
            name[place + 5] = '_';
    const auto before = name.rfind('/', name.rfind('/') - 1);
    return before == std::string::npos ? name : name.substr(before + 1);
}

Result<void> readLayer(hid_t root, const std::string& layer, std::int64_t& room, StoredTensors& stored) {
    const auto group = hdf5::openGroup(root, layer);
    if (!group)
        return failure(group);
    const auto names = hdf5::readStringList(group->get(), "weight_names");
    if (!names)
        return failure(ErrorCode::damaged, layer + ": " + names.error().detail);
    for (const auto& name : *names) {
        auto tensor = hdf5::readTensor(group->get(), name, room);
        if (!tensor)
            return failure(tensor);
        room -= elementCount(tensor->shape);
        const std::string canonical = canonicalName(layer, name);
        if (!stored.tensors.emplace(canonical, std::move(*tensor)).second)
            return failure(ErrorCode::damaged, "two tensors are named " + canonical);
        const std::string owner = canonical.substr(0, canonical.rfind('/'));
        if (stored.layers.empty() || stored.layers.back() != owner)
            stored.layers.push_back(owner);
    }
    return {};
}

} // namespace

Result<StoredTensors> readLegacyKerasGroup(hid_t root) {
    const auto layers = hdf5::readStringList(root, "layer_names");
    if (!layers)
        return failure(layers);
    StoredTensors stored;
    std::int64_t room = maximalKerasElements;
    for (const auto& layer : *layers)
        if (auto read = readLayer(root, layer, room, stored); !read)
            return failure(read);
    return stored;
}

} // namespace pleurascope::weights
