// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PixelMemory.h"

#include "engine/core/AddressSanitizer.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <new>
#include <vector>

#include <sys/mman.h>

namespace pleurascope::core {

namespace {

constexpr std::size_t hugePage = std::size_t(2) << 20;
/// A film of 9 million pixels of 16 bits and its pictures, some of them twice.
constexpr std::size_t spareBytes = std::size_t(64) << 20;

PixelMemorySource& installedSource() {
    static PixelMemorySource source;
    return source;
}

/// Large blocks that were let go, kept for the next pixels, the youngest last.
class SpareBlocks {
public:
    struct Block {
        std::byte* address = nullptr;
        std::size_t size = 0;
    };

    /// Of `size` bytes, or not much more; none where there is none.
    [[nodiscard]] Block take(std::size_t size) {
        const std::scoped_lock lock(m_mutex);
        const auto block = std::find_if(m_blocks.rbegin(), m_blocks.rend(), [size](const Block& spare) {
            return spare.size >= size && spare.size - size <= size / 4;
        });
        if (block == m_blocks.rend())
            return {};
        const Block taken = *block;
        m_blocks.erase(std::next(block).base());
        m_bytes -= taken.size;
        return taken;
    }

    void give(Block block) {
        const std::scoped_lock lock(m_mutex);
        m_blocks.push_back(block);
        m_bytes += block.size;
        while (m_bytes > spareBytes) {
            m_bytes -= m_blocks.front().size;
            ::munmap(m_blocks.front().address, m_blocks.front().size);
            m_blocks.erase(m_blocks.begin());
        }
    }

private:
    std::mutex m_mutex;
    std::vector<Block> m_blocks;
    std::size_t m_bytes = 0;
};

/// Never destroyed: pixels may be let go at the very end.
SpareBlocks& spares() {
    static auto* blocks = new SpareBlocks;
    return *blocks;
}

/// Not from the heap: that may give memory which has small pages already.
SpareBlocks::Block newBlock(std::size_t size) {
    const std::size_t room = size + hugePage;
    void* mapped = ::mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    auto* begin = static_cast<std::byte*>(mapped);
    const std::size_t before = (hugePage - reinterpret_cast<std::uintptr_t>(begin) % hugePage) % hugePage;
    if (before > 0)
        ::munmap(begin, before);
    ::munmap(begin + before + size, room - before - size);
    ::madvise(begin + before, size, MADV_HUGEPAGE); // a hint: without it the pages are small
    return {begin + before, size};
}

std::shared_ptr<std::byte[]> largeBlock(std::size_t bytes) {
    if (bytes > SIZE_MAX - 2 * hugePage)
        throw std::bad_alloc();
    const std::size_t size = (bytes + hugePage - 1) / hugePage * hugePage;
    auto block = spares().take(size);
    if (block.address == nullptr)
        block = newBlock(size);
    return {block.address, [block](std::byte*) { spares().give(block); }};
}

} // namespace

std::shared_ptr<std::byte[]> newPixelMemory(std::size_t bytes) {
    if (const auto& source = installedSource())
        return source(bytes);
    // AddressSanitizer knows the heap alone
    const bool isLarge = bytes >= 2 * hugePage && !hasAddressSanitizer;
    return isLarge ? largeBlock(bytes) : std::make_shared_for_overwrite<std::byte[]>(bytes);
}

void setPixelMemorySource(PixelMemorySource source) {
    installedSource() = std::move(source);
}

} // namespace pleurascope::core
