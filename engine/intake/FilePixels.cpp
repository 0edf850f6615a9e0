// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilePixels.h"

#include "engine/core/Files.h"
#include "engine/core/PixelMemory.h"

#include <algorithm>
#include <cerrno>
#include <new>

#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;
using core::failure;

/// As much as is masked while it is still in the processor's cache; whole samples.
constexpr std::size_t readAtOnce = std::size_t(256) << 10;

core::Result<void> checkEnd(const core::Descriptor& file, std::uint64_t end) {
    struct stat info {};
    if (::fstat(file.get(), &info) != 0)
        return tl::unexpected(core::errorFromErrno(errno, {}, false));
    if (info.st_size < 0 || std::uint64_t(info.st_size) < end)
        return failure(ErrorCode::truncated, "the pixels end at byte " + std::to_string(end) +
                                                 ", the file has " + std::to_string(info.st_size));
    return {};
}

core::Result<void> readAll(const core::Descriptor& file, std::span<std::byte> target, std::uint64_t offset) {
    while (!target.empty()) {
        const ssize_t count = ::pread(file.get(), target.data(), target.size(), off_t(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(core::errorFromErrno(errno, {}, false));
        if (count == 0)
            return failure(ErrorCode::truncated, "the file became shorter while it was read");
        target = target.subspan(std::size_t(count));
        offset += std::uint64_t(count);
    }
    return {};
}

} // namespace

core::Result<core::PixelBuffer> readPixels(const core::Descriptor& file, const dicom::PixelsInFile& place) {
    if (auto checked = checkEnd(file, place.offset + place.bytes()); !checked)
        return failure(checked);
    try {
        const auto size = std::size_t(place.bytes());
        auto memory = core::newPixelMemory(size);
        for (std::size_t begin = 0; begin < size; begin += readAtOnce) {
            const std::span part(memory.get() + begin, std::min(readAtOnce, size - begin));
            if (auto read = readAll(file, part, place.offset + begin); !read)
                return failure(read);
            dicom::maskSamples(part, place);
        }
        const std::span<const std::byte> all(memory.get(), size);
        return core::PixelBuffer(place.width, place.height, 1, place.type, all, std::move(memory));
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::outOfMemory, "for the pixels");
    }
}

} // namespace pleurascope::intake
