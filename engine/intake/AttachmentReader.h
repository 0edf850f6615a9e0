// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FieldReader.h"
#include "engine/intake/SealedMemory.h"

#include <cstring>
#include <span>
#include <vector>

namespace pleurascope::intake {

/// Takes out of a message's memory what its fields say lies there.
class AttachmentReader {
public:
    explicit AttachmentReader(std::span<const std::byte> memory)
        : m_memory(memory) {}

    /// A copy of `length` / sizeof(T) samples; at most `limit` of them.
    template <class T>
    [[nodiscard]] std::vector<T> read(const FieldReader& place, std::uint64_t limit) const {
        const auto offset = place.size("offset", m_memory.size());
        const auto length = place.size("length", limit * sizeof(T));
        if (length > m_memory.size() - offset || length % sizeof(T) != 0 || offset % memoryAlignment != 0) {
            place.markBroken();
            return {};
        }
        std::vector<T> samples(std::size_t(length) / sizeof(T));
        if (length > 0)
            std::memcpy(samples.data(), m_memory.data() + offset, std::size_t(length));
        return samples;
    }

private:
    std::span<const std::byte> m_memory;
};

} // namespace pleurascope::intake
