// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/PixelMemory.h"
#include "engine/intake/SealedMemory.h"

#include <map>
#include <mutex>
#include <optional>

namespace pleurascope::intake {

/// The reader's source of memory for pixels while it lives (core::setPixelMemorySource): large films are made
/// in a memfd, so that they reach the client without a copy. Faulting fresh shared memory in costs several
/// times what filling it does, so a spare as large as the last film is made ready while the reader waits.
class ShareablePixels {
public:
    ShareablePixels();
    ~ShareablePixels();
    ShareablePixels(const ShareablePixels&) = delete;
    ShareablePixels& operator=(const ShareablePixels&) = delete;

    /// A memfd that begins with `pixels`, written to by nobody any more: the one that they were made in, else
    /// a copy. `pixels` must be the last to refer to its memory. Errors: outOfMemory.
    [[nodiscard]] core::Result<core::Descriptor> take(core::PixelBuffer pixels);

    /// Makes a part of the spare ready, a millisecond's work or so; false when nothing is left to do.
    [[nodiscard]] bool prepareSome();

private:
    /// A memfd, mapped for writing.
    struct Block {
        core::Descriptor file;
        std::byte* address = nullptr;
        std::size_t size = 0;
        std::size_t ready = 0; ///< bytes from the start that are faulted in
    };

    [[nodiscard]] std::shared_ptr<std::byte[]> allocate(std::size_t bytes);
    [[nodiscard]] Block blockFor(std::size_t bytes);
    [[nodiscard]] static Block newBlock(std::size_t bytes);
    static void unmap(Block& block);
    void release(const std::byte* address);
    [[nodiscard]] std::optional<core::Descriptor> descriptorOf(const core::PixelBuffer& pixels);

    std::mutex m_mutex;
    std::map<const std::byte*, Block> m_blocks;
    Block m_spare;
    std::size_t m_lastSize = 0;
};

} // namespace pleurascope::intake
