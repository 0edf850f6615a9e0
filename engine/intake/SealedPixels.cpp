// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/SealedPixels.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

constexpr int sizeSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

bool writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.subspan(std::size_t(written));
    }
    return true;
}

} // namespace

core::Result<Descriptor> sealPixels(const core::PixelBuffer& pixels) {
    Descriptor file(::memfd_create("pleurascope-pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file.isOpen() || !writeAll(file.get(), pixels.bytes()) ||
        ::fcntl(file.get(), F_ADD_SEALS, sizeSeals | F_SEAL_SEAL) != 0)
        return core::failure(core::ErrorCode::outOfMemory, "no memory for the pixels");
    return file;
}

core::Result<core::PixelBuffer> mapSealedPixels(const Descriptor& file, const PixelShape& shape) {
    const auto refuse = [](const char* why) { return core::failure(core::ErrorCode::readerCrashed, why); };
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return refuse("the reader sent no pixels");
    const int seals = ::fcntl(file.get(), F_GET_SEALS); // -1 where the file is no memfd
    if (seals < 0 || (seals & sizeSeals) != sizeSeals)
        return refuse("the reader's pixels are not sealed");
    const auto size = shape.bytes();
    if (size == 0 || std::uint64_t(info.st_size) != size)
        return refuse("the reader's pixels have another size than it says");
    void* address = ::mmap(nullptr, std::size_t(size), PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (address == MAP_FAILED)
        return core::failure(core::ErrorCode::outOfMemory, "the pixels could not be mapped");
    std::shared_ptr<const void> owner(address, [size](void* mapped) { ::munmap(mapped, std::size_t(size)); });
    return core::PixelBuffer(shape.width, shape.height, shape.channels, shape.type,
                             {static_cast<const std::byte*>(address), std::size_t(size)}, std::move(owner));
}

} // namespace pleurascope::intake
