// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasWeightsFile.h"

#include "engine/core/Files.h"
#include "engine/weights/Hdf5.h"

#include <unistd.h>

#include <cerrno>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::int64_t maximalElements = 400'000'000; // 1.6 GB of float32

/// "resnet50v2/conv1_conv/kernel:0" -> "conv1_conv/kernel"
std::string canonicalName(std::string name) {
    if (const auto colon = name.rfind(':'); colon != std::string::npos)
        name.resize(colon);
    const auto last = name.rfind('/');
    if (last == std::string::npos || last == 0)
        return name;
    const auto before = name.rfind('/', last - 1);
    return before == std::string::npos ? name : name.substr(before + 1);
}

Result<void> readLayer(hid_t root, const std::string& layer, std::int64_t& room, TensorMap& tensors) {
    const hdf5::Handle group(H5Gopen2(root, layer.c_str(), H5P_DEFAULT), H5Gclose);
    if (!group)
        return failure(ErrorCode::damaged, "group " + layer + " is missing");
    const auto names = hdf5::readStringList(group.get(), "weight_names");
    if (!names)
        return failure(ErrorCode::damaged, layer + ": " + names.error().detail);
    for (const auto& name : *names) {
        auto tensor = hdf5::readTensor(group.get(), name, room);
        if (!tensor)
            return failure(tensor);
        room -= elementCount(tensor->shape);
        if (!tensors.emplace(canonicalName(name), std::move(*tensor)).second)
            return failure(ErrorCode::damaged, "two tensors are named " + canonicalName(name));
    }
    return {};
}

Result<TensorMap> readFrom(hid_t root) {
    const auto layers = hdf5::readStringList(root, "layer_names");
    if (!layers)
        return failure(layers);
    TensorMap tensors;
    std::int64_t room = maximalElements;
    for (const auto& layer : *layers)
        if (auto read = readLayer(root, layer, room, tensors); !read)
            return failure(read);
    return tensors;
}

Result<TensorMap> readOpened(hid_t file) {
    if (hdf5::hasStringList(file, "layer_names"))
        return readFrom(file);
    if (H5Lexists(file, "model_weights", H5P_DEFAULT) > 0) {
        const hdf5::Handle group(H5Gopen2(file, "model_weights", H5P_DEFAULT), H5Gclose);
        if (group && hdf5::hasStringList(group.get(), "layer_names"))
            return readFrom(group.get());
    }
    if (H5Lexists(file, "layers", H5P_DEFAULT) > 0)
        return failure(ErrorCode::unsupportedFormat, "Keras 3 weight file");
    return failure(ErrorCode::unsupportedFormat, "HDF5, but without Keras weights");
}

} // namespace

Result<TensorMap> readKerasWeights(const std::filesystem::path& path) {
    if (::access(path.c_str(), R_OK) != 0)
        return tl::unexpected(core::errorFromErrno(errno, path, false));
    const auto lock = hdf5::lockLibrary();
    const auto file = hdf5::openFile(path);
    if (!file)
        return failure(file);
    auto tensors = readOpened(file->get());
    if (!tensors)
        return core::failureIn(tensors.error(), path);
    return tensors;
}

} // namespace pleurascope::weights
