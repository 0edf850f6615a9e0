// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/NativeFrames.h"

#include <algorithm>

namespace pleurascope::dicom {

namespace {

RawFrame kindOf(const ElementHeader& element, Encoding encoding, const PixelFormat& format,
                std::uint64_t bits) {
    RawFrame kind;
    const auto allSamples =
        format.samplesPerFrame() * std::uint64_t(format.bitsAllocated) * std::uint64_t(format.frames);
    kind.samples = format.samples;
    kind.bitsAllocated = format.bitsAllocated;
    kind.isBigEndian = encoding.bigEndian;
    kind.isSwappedBytes =
        encoding.bigEndian && element.isVr("OW") && (format.bitsAllocated == 8 || format.bitsAllocated == 1);
    kind.isPlanar = format.isPlanar && format.samples > 1;
    kind.isHalfChroma = format.isHalfChroma() && bits < allSamples; // some say so and have every sample
    kind.model = format.colourModel();
    return kind;
}

core::SampleType integerType(int bits, bool isSigned) {
    using core::SampleType;
    if (bits == 8)
        return isSigned ? SampleType::s8 : SampleType::u8;
    if (bits == 16)
        return isSigned ? SampleType::s16 : SampleType::u16;
    return isSigned ? SampleType::s32 : SampleType::u32;
}

} // namespace

NativeFrames::NativeFrames(core::SharedBytes pixels, const ElementHeader& element, Encoding encoding,
                           const PixelFormat& format)
    : m_pixels(std::move(pixels)) {
    const auto bits = std::uint64_t(m_pixels.bytes.size()) * 8;
    m_kind = kindOf(element, encoding, format, bits);
    const auto samplesPerRow =
        std::uint64_t(format.columns) * std::uint64_t(m_kind.isHalfChroma ? 2 : format.samples);
    const auto rowBits = samplesPerRow * std::uint64_t(format.bitsAllocated);
    m_frameBits = rowBits * std::uint64_t(format.rows);
    const auto frames = std::uint64_t(format.frames);
    m_count = std::min(frames, bits / m_frameBits + (bits % m_frameBits >= rowBits ? 1 : 0));
    m_isShort = bits / m_frameBits < frames;
}

bool NativeFrames::isFrameShort(int index) const {
    return std::uint64_t(m_pixels.bytes.size()) * 8 < m_frameBits * (std::uint64_t(index) + 1);
}

RawFrame NativeFrames::frame(int index) const {
    const auto firstBit = m_frameBits * std::uint64_t(index);
    const auto lastBit = std::min(firstBit + m_frameBits, std::uint64_t(m_pixels.bytes.size()) * 8);
    const auto first = std::size_t(firstBit / 8);
    RawFrame frame = m_kind;
    frame.owner = m_pixels.owner;
    if (frame.isSwappedBytes) { // words are turned round before bytes are counted
        frame.bytes = m_pixels.bytes;
        frame.firstBit = std::size_t(firstBit);
        return frame;
    }
    frame.bytes = m_pixels.bytes.subspan(first, std::size_t((lastBit + 7) / 8) - first);
    frame.firstBit = std::size_t(firstBit % 8);
    return frame;
}

std::optional<PixelsInFile> placeInFile(const RawFrame& frame, const PixelFormat& format,
                                        std::span<const std::byte> file) {
    const int bits = format.bitsAllocated;
    const bool isWhole = bits == 8 || bits == 16 || bits == 32;
    const bool isInOrder = !frame.isSwappedBytes && (!frame.isBigEndian || bits == 8);
    if (frame.samples != 1 || format.isPalette() || !isWhole || !isInOrder)
        return std::nullopt;
    const PixelsInFile place{std::uint64_t(frame.bytes.data() - file.data()),
                             format.columns,
                             format.rows,
                             integerType(bits, format.isSigned),
                             format.bitsStored,
                             format.highBit};
    if (frame.bytes.size() < place.bytes())
        return std::nullopt;
    return place;
}

} // namespace pleurascope::dicom
