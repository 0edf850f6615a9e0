// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ShareablePixels.h"

#include <algorithm>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>

namespace pleurascope::intake {

namespace {

constexpr std::size_t worthSharing = std::size_t(256) << 10; ///< less is copied faster than mapped
constexpr std::size_t largestSpare = std::size_t(64) << 20;
constexpr std::size_t preparedAtOnce = std::size_t(1) << 20;

} // namespace

ShareablePixels::ShareablePixels() {
    core::setPixelMemorySource([this](std::size_t bytes) { return allocate(bytes); });
}

ShareablePixels::~ShareablePixels() {
    core::setPixelMemorySource({});
    unmap(m_spare);
}

ShareablePixels::Block ShareablePixels::newBlock(std::size_t bytes) {
    auto file = newMemory();
    if (!file || ::ftruncate(file->get(), off_t(bytes)) != 0)
        throw std::bad_alloc();
    void* address = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file->get(), 0);
    if (address == MAP_FAILED)
        throw std::bad_alloc();
    return {std::move(*file), static_cast<std::byte*>(address), bytes, 0};
}

void ShareablePixels::unmap(Block& block) {
    if (block.address != nullptr)
        ::munmap(block.address, block.size);
    block = {};
}

/// The spare, cut to size, if it is of use; else a new one.
ShareablePixels::Block ShareablePixels::blockFor(std::size_t bytes) {
    m_lastSize = bytes;
    if (m_spare.size < bytes) {
        unmap(m_spare);
        return newBlock(bytes);
    }
    const std::size_t page = std::size_t(::sysconf(_SC_PAGESIZE));
    const std::size_t kept = (bytes + page - 1) / page * page;
    Block block = std::exchange(m_spare, {});
    if (::ftruncate(block.file.get(), off_t(bytes)) != 0)
        throw std::bad_alloc();
    if (kept < block.size)
        ::munmap(block.address + kept, block.size - kept);
    block.size = bytes;
    return block;
}

std::shared_ptr<std::byte[]> ShareablePixels::allocate(std::size_t bytes) {
    if (bytes < worthSharing)
        return std::make_shared_for_overwrite<std::byte[]>(bytes);
    const std::scoped_lock lock(m_mutex);
    auto block = blockFor(bytes);
    auto* address = block.address;
    m_blocks[address] = std::move(block);
    return {address, [this](std::byte* memory) { release(memory); }};
}

void ShareablePixels::release(const std::byte* address) {
    const std::scoped_lock lock(m_mutex);
    auto block = m_blocks.extract(address);
    unmap(block.mapped());
}

std::optional<core::Descriptor> ShareablePixels::descriptorOf(const core::PixelBuffer& pixels) {
    const std::scoped_lock lock(m_mutex);
    const auto block = m_blocks.find(pixels.bytes().data());
    if (block == m_blocks.end() || block->second.size != pixels.bytes().size())
        return std::nullopt;
    return block->second.file.duplicate();
}

core::Result<core::Descriptor> ShareablePixels::take(core::PixelBuffer pixels) {
    if (auto file = descriptorOf(pixels); file && file->isOpen()) {
        pixels = {}; // unmaps it: what is mapped for writing cannot be sealed
        return std::move(*file);
    }
    auto file = newMemory();
    if (!file)
        return file;
    if (auto written = writeMemory(*file, 0, pixels.bytes()); !written)
        return core::failure(written);
    return file;
}

bool ShareablePixels::prepareSome() {
    const std::scoped_lock lock(m_mutex);
    if (m_spare.address == nullptr) {
        if (m_lastSize == 0 || m_lastSize > largestSpare)
            return false;
        m_spare = newBlock(std::exchange(m_lastSize, 0));
    }
    const std::size_t part = std::min(preparedAtOnce, m_spare.size - m_spare.ready);
    if (part == 0 || ::madvise(m_spare.address + m_spare.ready, part, MADV_POPULATE_WRITE) != 0)
        return false;
    m_spare.ready += part;
    return m_spare.ready < m_spare.size;
}

} // namespace pleurascope::intake
