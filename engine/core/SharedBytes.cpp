// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/SharedBytes.h"

#include "engine/core/Files.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pleurascope::core {

namespace {

/// `file` is open.
Result<SharedBytes> mapOpened(int file, const std::filesystem::path& path) {
    struct stat info {};
    if (::fstat(file, &info) != 0)
        return tl::unexpected(errorFromErrno(errno, path, false));
    if (!S_ISREG(info.st_mode))
        return failure(ErrorCode::fileUnreadable, "not a regular file", path.string());
    if (info.st_size == 0)
        return SharedBytes{};
    const auto size = std::size_t(info.st_size);
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (address == MAP_FAILED)
        return tl::unexpected(errorFromErrno(errno, path, false));
    std::shared_ptr<const void> owner(address, [size](void* mapped) { ::munmap(mapped, size); });
    return SharedBytes{{static_cast<const std::byte*>(address), size}, std::move(owner)};
}

} // namespace

Result<SharedBytes> mapFile(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return tl::unexpected(errorFromErrno(errno, path, false));
    auto mapped = mapOpened(file, path);
    ::close(file);
    return mapped;
}

} // namespace pleurascope::core
