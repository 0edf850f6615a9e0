// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmArchive.h"

#include <algorithm>
#include <string_view>

#include <zip.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;
using core::failure;

constexpr zip_int64_t memberLimit = 20'000;
constexpr std::uint64_t nameLimit = 4096;
constexpr std::uint64_t sizeLimit = std::uint64_t(2) << 30;
constexpr std::uint64_t ratioLimit = 200;
constexpr std::uint64_t ratioFree = std::uint64_t(16) << 20;

bool isFilmName(std::string_view name) {
    if (name.empty() || name.size() > nameLimit || name.ends_with('/') || name.starts_with("__MACOSX/"))
        return false;
    const auto slash = name.rfind('/');
    return name[slash == std::string_view::npos ? 0 : slash + 1] != '.';
}

/// What a member claims, before memory is taken for it.
core::Result<std::size_t> checkedSize(const zip_stat_t& stat) {
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if ((stat.valid & needed) != needed)
        return failure(ErrorCode::damaged, "the archive does not tell its member's size");
    if (stat.encryption_method != ZIP_EM_NONE)
        return failure(ErrorCode::unsupportedFormat, "encrypted in the archive");
    if (stat.size > sizeLimit)
        return failure(ErrorCode::limitExceeded, std::to_string(stat.size) + " bytes unpacked");
    if (stat.size > ratioFree && stat.size / ratioLimit > stat.comp_size)
        return failure(ErrorCode::limitExceeded, std::to_string(stat.comp_size) + " bytes would unpack to " +
                                                     std::to_string(stat.size));
    return std::size_t(stat.size);
}

} // namespace

bool looksLikeArchive(std::span<const std::byte> bytes) {
    if (bytes.size() < 4)
        return false;
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), 4);
    return start == "PK\x03\x04" || start == "PK\x05\x06";
}

void FilmArchive::Discard::operator()(::zip* archive) const {
    zip_discard(archive);
}

core::Result<FilmArchive> FilmArchive::open(std::span<const std::byte> bytes) {
    if (!looksLikeArchive(bytes))
        return failure(ErrorCode::notRecognised, "no ZIP archive");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        return failure(ErrorCode::outOfMemory);
    ::zip* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive == nullptr) {
        zip_source_free(source);
        return failure(ErrorCode::damaged, std::string("ZIP: ") + zip_error_strerror(&error));
    }
    FilmArchive opened(archive);
    if (zip_get_num_entries(archive, 0) > memberLimit)
        return failure(ErrorCode::limitExceeded, "more than " + std::to_string(memberLimit) + " members");
    return opened;
}

core::Result<std::vector<std::string>> FilmArchive::members() const {
    std::vector<std::string> names;
    for (zip_int64_t i = 0; i < zip_get_num_entries(m_archive.get(), 0); ++i)
        if (const char* name = zip_get_name(m_archive.get(), zip_uint64_t(i), 0); name && isFilmName(name))
            names.emplace_back(name);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

core::Result<core::Bytes> FilmArchive::read(const std::string& member) const {
    zip_stat_t stat;
    if (zip_stat(m_archive.get(), member.c_str(), 0, &stat) != 0)
        return failure(ErrorCode::fileNotFound, "no such member");
    const auto size = checkedSize(stat);
    if (!size)
        return failure(size);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(m_archive.get(), stat.index, 0), zip_fclose);
    if (!file)
        return failure(ErrorCode::unsupportedFormat, zip_strerror(m_archive.get()));
    core::Bytes bytes(*size);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = zip_fread(file.get(), bytes.data() + done, bytes.size() - done);
        if (got <= 0)
            return failure(ErrorCode::damaged, "the member breaks off or is altered");
        done += std::size_t(got);
    }
    char beyond = 0; // the checksum is compared at the end, hence the one read more
    if (zip_fread(file.get(), &beyond, 1) != 0)
        return failure(ErrorCode::damaged, "the member is altered");
    return bytes;
}

} // namespace pleurascope::intake
