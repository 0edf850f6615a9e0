// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelFile.h"

#include "engine/core/Files.h"
#include "engine/weights/ModelJson.h"
#include "engine/weights/Safetensors.h"

#include <zip.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr const char* descriptionEntry = "model.json";
constexpr const char* weightsEntry = "weights.safetensors";
constexpr std::uint64_t maximalDescription = 1 << 20;
constexpr std::uint64_t maximalWeights = std::uint64_t(4) << 30;
constexpr time_t fixedTime = 315532800; // 1980-01-01: the same model gives the same bytes

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Result<Archive> openArchive(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return tl::unexpected(core::errorFromErrno(errno, path, false));
    std::array<char, 4> start{};
    file.read(start.data(), start.size());
    int code = 0;
    Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code), zip_discard);
    if (archive)
        return archive;
    if (std::string_view(start.data(), start.size()) == "PK\x03\x04")
        return failure(ErrorCode::truncated, "the ZIP archive breaks off", path);
    return failure(ErrorCode::badModelFile, "not a ZIP archive", path);
}

/// The whole entry; it must be stored, not compressed, and no larger than `limit`.
Result<core::Bytes> readEntry(zip_t* archive, const char* name, std::uint64_t limit) {
    zip_stat_t stat;
    if (zip_stat(archive, name, 0, &stat) != 0)
        return failure(ErrorCode::badModelFile, std::string(name) + " is missing");
    if ((stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_METHOD) == 0 ||
        stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE)
        return failure(ErrorCode::badModelFile, std::string(name) + " is compressed or encrypted");
    if (stat.size > limit)
        return failure(ErrorCode::limitExceeded,
                       std::string(name) + " has " + std::to_string(stat.size) + " bytes");
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive, name, 0), zip_fclose);
    core::Bytes bytes(static_cast<std::size_t>(stat.size));
    // zip_fread checks the CRC when it meets the end, hence the one read more.
    char beyond = 0;
    if (!file ||
        zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()) ||
        zip_fread(file.get(), &beyond, 1) != 0)
        return failure(ErrorCode::truncated, std::string(name) + " breaks off or is altered");
    return bytes;
}

Result<ModelDescription> readDescription(zip_t* archive) {
    const auto bytes = readEntry(archive, descriptionEntry, maximalDescription);
    if (!bytes)
        return failure(bytes);
    return modelDescriptionFromJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

/// Adds a stored entry; the bytes must live until the archive is closed.
bool addEntry(zip_t* archive, const char* name, std::span<const std::byte> bytes) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (source == nullptr)
        return false;
    const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, place, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_mtime(archive, place, fixedTime, 0) == 0;
}

/// The archive's bytes, made in memory so that the file itself can be written aside and renamed.
Result<core::Bytes> archiveBytes(const ModelContents& model) {
    const std::string description = toJson(model.description);
    const core::Bytes tensors = writeSafetensors(model.tensors);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (target == nullptr)
        return failure(ErrorCode::outOfMemory);
    zip_source_keep(target);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> owner(target, zip_source_free);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (archive == nullptr)
        return failure(ErrorCode::internal, "zip_open_from_source");
    const bool added = addEntry(archive, descriptionEntry,
                                std::as_bytes(std::span(description.data(), description.size()))) &&
                       addEntry(archive, weightsEntry, tensors);
    if (!added || zip_close(archive) != 0) {
        std::string reason = zip_strerror(archive);
        zip_discard(archive);
        return failure(ErrorCode::internal, reason);
    }
    zip_stat_t stat;
    if (zip_source_stat(target, &stat) != 0 || zip_source_open(target) != 0)
        return failure(ErrorCode::internal, "zip_source_open");
    core::Bytes bytes(static_cast<std::size_t>(stat.size));
    const zip_int64_t got = zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    if (got != static_cast<zip_int64_t>(bytes.size()))
        return failure(ErrorCode::internal, "zip_source_read");
    return bytes;
}

} // namespace

Result<ModelContents> readModelFile(const std::filesystem::path& path) {
    const auto archive = openArchive(path);
    if (!archive)
        return failure(archive);
    auto description = readDescription(archive->get());
    if (!description)
        return core::failureIn(description.error(), path);
    const auto bytes = readEntry(archive->get(), weightsEntry, maximalWeights);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    auto tensors = readSafetensors(*bytes);
    if (!tensors)
        return core::failureIn(tensors.error(), path);
    return ModelContents{std::move(*description), std::move(*tensors)};
}

Result<ModelDescription> readModelDescription(const std::filesystem::path& path) {
    const auto archive = openArchive(path);
    if (!archive)
        return failure(archive);
    auto description = readDescription(archive->get());
    if (!description)
        return core::failureIn(description.error(), path);
    return description;
}

Result<void> writeModelFile(const std::filesystem::path& path, const ModelContents& model) {
    const auto bytes = archiveBytes(model);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, *bytes);
}

} // namespace pleurascope::weights
