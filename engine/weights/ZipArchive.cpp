// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ZipArchive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr time_t fixedTime = 315532800; // 1980-01-01

bool addEntry(zip_t* archive, const ZipEntry& entry) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    if (source == nullptr)
        return false;
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, place, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_mtime(archive, place, fixedTime, 0) == 0;
}

} // namespace

void ZipArchive::Discard::operator()(::zip* archive) const {
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path, ErrorCode unsound) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return tl::unexpected(core::errorFromErrno(errno, path, false));
    std::array<char, 4> start{};
    file.read(start.data(), start.size());
    file.clear();
    const auto size = static_cast<std::uint64_t>(file.seekg(0, std::ios::end).tellg());
    int code = 0;
    if (zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code); archive != nullptr)
        return ZipArchive(archive, size, unsound);
    if (std::string_view(start.data(), start.size()) == "PK\x03\x04")
        return failure(ErrorCode::truncated, "the ZIP archive breaks off", path);
    return failure(unsound, "not a ZIP archive", path);
}

Result<ZipArchive> ZipArchive::open(std::span<const std::byte> bytes, ErrorCode unsound) {
    zip_error_t ignored;
    zip_error_init(&ignored);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &ignored);
    zip_t* archive =
        source != nullptr ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &ignored) : nullptr;
    zip_error_fini(&ignored);
    if (archive != nullptr)
        return ZipArchive(archive, bytes.size(), unsound);
    zip_source_free(source);
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()),
                                 std::min(bytes.size(), size_t(4)));
    if (start == "PK\x03\x04")
        return failure(ErrorCode::truncated, "the ZIP archive breaks off");
    return failure(unsound, "not a ZIP archive");
}

bool ZipArchive::has(const std::string& name) const {
    return zip_name_locate(m_archive.get(), name.c_str(), 0) >= 0;
}

Result<core::Bytes> ZipArchive::entry(const std::string& name, std::uint64_t limit) const {
    zip_stat_t stat;
    if (zip_stat(m_archive.get(), name.c_str(), 0, &stat) != 0)
        return failure(m_unsound, name + " is missing");
    if ((stat.valid & ZIP_STAT_SIZE) == 0 || (stat.valid & ZIP_STAT_COMP_METHOD) == 0 ||
        stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE)
        return failure(m_unsound, name + " is compressed or encrypted");
    if (stat.size > m_size)
        return failure(ErrorCode::truncated, name + " announces more bytes than the archive has");
    if (stat.size > limit)
        return failure(ErrorCode::limitExceeded, name + " has " + std::to_string(stat.size) + " bytes");
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(m_archive.get(), name.c_str(), 0),
                                                                  zip_fclose);
    core::Bytes bytes(static_cast<std::size_t>(stat.size));
    // zip_fread checks the CRC when it meets the end, hence the one read more.
    char beyond = 0;
    if (!file ||
        zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()) ||
        zip_fread(file.get(), &beyond, 1) != 0)
        return failure(ErrorCode::truncated, name + " breaks off or is altered");
    return bytes;
}

Result<core::Bytes> zipBytes(const std::vector<ZipEntry>& entries) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (target == nullptr)
        return failure(ErrorCode::outOfMemory);
    zip_source_keep(target);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> owned(target, zip_source_free);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (archive == nullptr)
        return failure(ErrorCode::internal, "zip_open_from_source");
    bool added = true;
    for (const auto& entry : entries)
        added = added && addEntry(archive, entry);
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

} // namespace pleurascope::weights
