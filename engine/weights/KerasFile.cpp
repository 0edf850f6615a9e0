// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasFile.h"

#include "engine/core/Files.h"
#include "engine/weights/Hdf5.h"
#include "engine/weights/Keras3Group.h"
#include "engine/weights/LegacyKerasGroup.h"
#include "engine/weights/ZipArchive.h"

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::uint64_t maximalConfig = std::uint64_t(64) << 20;
constexpr std::uint64_t maximalWeights = std::uint64_t(4) << 30;

Result<KerasFile> readLegacy(hid_t group) {
    auto stored = readLegacyKerasGroup(group);
    if (!stored)
        return failure(stored);
    return KerasFile{std::move(stored->tensors), std::move(stored->layers), std::nullopt, {}};
}

Result<KerasFile> readLegacyModel(hid_t file) {
    const auto group = hdf5::openGroup(file, "model_weights");
    if (!group)
        return failure(group);
    auto read = readLegacy(group->get());
    if (!read || !hdf5::hasAttribute(file, "model_config"))
        return read;
    auto text = hdf5::readText(file, "model_config");
    if (!text)
        return failure(text);
    auto config = kerasModelConfigFromJson(*text);
    if (!config)
        return failure(config);
    read->config = std::move(*config);
    read->configText = std::move(*text);
    return read;
}

Result<KerasFile> readKeras3(hid_t file, std::optional<KerasModelConfig> config) {
    auto stored = readKeras3Group(file, config ? &*config : nullptr);
    if (!stored)
        return failure(stored);
    return KerasFile{std::move(stored->tensors), std::move(stored->layers), std::move(config), {}};
}

Result<KerasFile> readHdf5(hid_t file) {
    if (hdf5::hasStringList(file, "layer_names"))
        return readLegacy(file);
    if (hdf5::hasChild(file, "model_weights"))
        return readLegacyModel(file);
    if (hdf5::hasChild(file, "layers"))
        return readKeras3(file, std::nullopt);
    return failure(ErrorCode::unsupportedFormat, "HDF5, but without Keras weights");
}

Result<KerasFile> readArchive(std::span<const std::byte> packed) {
    const auto archive = ZipArchive::open(packed, ErrorCode::damaged);
    if (!archive)
        return failure(archive);
    const auto entry = archive->entry("config.json", maximalConfig);
    if (!entry)
        return failure(entry);
    std::string text(reinterpret_cast<const char*>(entry->data()), entry->size());
    auto config = kerasModelConfigFromJson(text);
    if (!config)
        return failure(config);
    const auto bytes = archive->entry("model.weights.h5", maximalWeights);
    if (!bytes)
        return failure(bytes);
    const auto lock = hdf5::lockLibrary();
    const auto file = hdf5::openImage(*bytes);
    if (!file)
        return failure(file);
    auto read = readKeras3(file->get(), std::move(*config));
    if (read)
        read->configText = std::move(text);
    return read;
}

/// A file of its own, whatever it is called.
Result<KerasFile> readPlain(std::span<const std::byte> bytes) {
    const auto lock = hdf5::lockLibrary();
    const auto file = hdf5::openImage(bytes);
    if (!file)
        return failure(file);
    return readHdf5(file->get());
}

bool isZip(std::span<const std::byte> bytes) {
    return bytes.size() >= 2 && bytes[0] == std::byte{'P'} && bytes[1] == std::byte{'K'};
}

} // namespace

Result<KerasFile> kerasFileFromBytes(std::span<const std::byte> bytes) {
    if (bytes.size() > maximalWeights)
        return failure(ErrorCode::limitExceeded, std::to_string(bytes.size()) + " bytes");
    return isZip(bytes) ? readArchive(bytes) : readPlain(bytes);
}

Result<KerasFile> readKerasFile(const std::filesystem::path& path) {
    const auto bytes = core::readFile(path, maximalWeights);
    if (!bytes)
        return failure(bytes);
    auto read = kerasFileFromBytes(*bytes);
    if (!read)
        return core::failureIn(read.error(), path);
    return read;
}

} // namespace pleurascope::weights
