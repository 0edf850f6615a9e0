// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/SealedMemory.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

constexpr int sizeSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

} // namespace

core::Result<core::Descriptor> newMemory() {
    core::Descriptor file(::memfd_create("pleurascope", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file.isOpen())
        return core::failure(ErrorCode::outOfMemory, "no memory to share");
    return file;
}

core::Result<void> writeMemory(const core::Descriptor& file, std::uint64_t offset,
                               std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file.get(), bytes.data(), bytes.size(), off_t(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return core::failure(ErrorCode::outOfMemory, "no memory to share");
        bytes = bytes.subspan(std::size_t(written));
        offset += std::uint64_t(written);
    }
    return {};
}

core::Result<void> sealMemory(const core::Descriptor& file) {
    if (::fcntl(file.get(), F_ADD_SEALS, sizeSeals | F_SEAL_SEAL) != 0)
        return core::failure(ErrorCode::outOfMemory, "the memory to share cannot be sealed");
    return {};
}

core::Result<MappedMemory> mapSealedMemory(const core::Descriptor& file) {
    const auto refuse = [](const char* why) { return core::failure(ErrorCode::readerCrashed, why); };
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return refuse("the reader sent no memory");
    const int seals = ::fcntl(file.get(), F_GET_SEALS); // -1 where the file is no memfd
    if (seals < 0 || (seals & sizeSeals) != sizeSeals)
        return refuse("the reader's memory is not sealed");
    if (info.st_size <= 0)
        return refuse("the reader's memory is empty");
    const auto size = std::size_t(info.st_size);
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (address == MAP_FAILED)
        return core::failure(ErrorCode::outOfMemory, "the reader's memory could not be mapped");
    return MappedMemory{{static_cast<const std::byte*>(address), size},
                        {address, [size](void* mapped) { ::munmap(mapped, size); }}};
}

} // namespace pleurascope::intake
