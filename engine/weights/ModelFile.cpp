// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelFile.h"

#include "engine/core/Files.h"
#include "engine/weights/ModelJson.h"
#include "engine/weights/Safetensors.h"
#include "engine/weights/ZipArchive.h"

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr const char* descriptionEntry = "model.json";
constexpr const char* weightsEntry = "weights.safetensors";
constexpr std::uint64_t maximalDescription = 1 << 20;
constexpr std::uint64_t maximalWeights = std::uint64_t(4) << 30;

Result<ModelDescription> readDescription(const ZipArchive& archive) {
    const auto bytes = archive.entry(descriptionEntry, maximalDescription);
    if (!bytes)
        return failure(bytes);
    return modelDescriptionFromJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

} // namespace

Result<ModelContents> readModelFile(const std::filesystem::path& path) {
    const auto archive = ZipArchive::open(path, ErrorCode::badModelFile);
    if (!archive)
        return failure(archive);
    auto description = readDescription(*archive);
    if (!description)
        return core::failureIn(description.error(), path);
    const auto bytes = archive->entry(weightsEntry, maximalWeights);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    auto tensors = readSafetensors(*bytes);
    if (!tensors)
        return core::failureIn(tensors.error(), path);
    return ModelContents{std::move(*description), std::move(*tensors)};
}

Result<ModelDescription> readModelDescription(const std::filesystem::path& path) {
    const auto archive = ZipArchive::open(path, ErrorCode::badModelFile);
    if (!archive)
        return failure(archive);
    auto description = readDescription(*archive);
    if (!description)
        return core::failureIn(description.error(), path);
    return description;
}

Result<void> writeModelFile(const std::filesystem::path& path, const ModelContents& model) {
    const std::string description = toJson(model.description);
    const core::Bytes tensors = writeSafetensors(model.tensors);
    const auto bytes =
        zipBytes({{descriptionEntry, std::as_bytes(std::span(description))}, {weightsEntry, tensors}});
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, *bytes);
}

} // namespace pleurascope::weights
