// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PixelMemory.h"

#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace pleurascope::core {

namespace {

constexpr std::size_t hugePage = std::size_t(2) << 20;

PixelMemorySource& installedSource() {
    static PixelMemorySource source;
    return source;
}

std::shared_ptr<std::byte[]> hugePages(std::size_t bytes) {
    if (bytes > SIZE_MAX - hugePage)
        throw std::bad_alloc();
    const std::size_t whole = (bytes + hugePage - 1) / hugePage * hugePage;
    auto* memory = static_cast<std::byte*>(std::aligned_alloc(hugePage, whole));
    if (memory == nullptr)
        throw std::bad_alloc();
    ::madvise(memory, whole, MADV_HUGEPAGE); // a hint: without it the pages are small
    return {memory, [](std::byte* address) { std::free(address); }};
}

} // namespace

std::shared_ptr<std::byte[]> newPixelMemory(std::size_t bytes) {
    if (const auto& source = installedSource())
        return source(bytes);
    return bytes < 2 * hugePage ? std::make_shared_for_overwrite<std::byte[]>(bytes) : hugePages(bytes);
}

void setPixelMemorySource(PixelMemorySource source) {
    installedSource() = std::move(source);
}

} // namespace pleurascope::core
