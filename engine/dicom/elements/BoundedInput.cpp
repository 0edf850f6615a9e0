// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/BoundedInput.h"

#include "engine/dicom/elements/ElementCursor.h"

#include <dcmtk/dcmdata/dcerror.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace pleurascope::dicom {

namespace {

/// A quarter of what threads have; the levels that the walk allows take 0.1 MB.
constexpr std::uintptr_t stackLimit = 2 << 20;

std::uintptr_t stackPosition() {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

/// Makes streams that have ended: whoever asks for a skipped value gets an error of DCMTK's.
class NothingLeft final : public DcmInputStreamFactory {
public:
    [[nodiscard]] DcmInputStream* create() const override {
        auto* stream = new DcmInputBufferStream; // DCMTK deletes it
        stream->setEos();
        return stream;
    }
    [[nodiscard]] DcmInputStreamFactory* clone() const override { return new NothingLeft; }
    [[nodiscard]] DcmInputStreamFactoryType ident() const override {
        return DFT_DcmInputTempFileStreamFactory;
    }
};

} // namespace

BoundedInput::BoundedInput(std::span<const std::byte> bytes, std::vector<offile_off_t> unknownVrs)
    : m_unknownVrs(std::move(unknownVrs))
    , m_longestValue(Uint32(std::min<std::size_t>(bytes.size(), undefinedLength - 1)))
    , m_stack(stackPosition()) {
    setBuffer(bytes.data(), offile_off_t(bytes.size()));
    setEos();
}

OFCondition BoundedInput::status() const {
    const auto position = stackPosition();
    const auto used = std::max(m_stack, position) - std::min(m_stack, position);
    return used > stackLimit ? EC_CorruptedData : DcmInputBufferStream::status();
}

offile_off_t BoundedInput::read(void* buffer, offile_off_t length) {
    const bool isUnknownVr = length == 2 && std::ranges::binary_search(m_unknownVrs, tell());
    const auto count = DcmInputBufferStream::read(buffer, length);
    if (isUnknownVr && count == 2)
        std::memcpy(buffer, "ZZ", 2);
    return count;
}

DcmInputStreamFactory* BoundedInput::newFactory() const {
    return new NothingLeft; // DCMTK deletes it
}

} // namespace pleurascope::dicom
