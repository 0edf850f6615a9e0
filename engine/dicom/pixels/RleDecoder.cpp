// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/RleDecoder.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

constexpr std::size_t bytesPerEncodedByte = 64; // two bytes repeat a third 128 times
constexpr std::size_t headerBytes = 64;         // the number of segments, and 15 offsets

std::uint32_t numberAt(FragmentSpan bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= std::to_integer<std::uint32_t>(bytes[offset + i]) << (8 * i);
    return value;
}

/// The bytes of segment `index`: up to the next one's offset where that is any good.
FragmentSpan segmentAt(FragmentSpan frame, std::size_t index) {
    const std::size_t begin = numberAt(frame, 4 + 4 * index);
    std::size_t end = frame.size();
    if (index + 1 < 15)
        if (const std::size_t next = numberAt(frame, 8 + 4 * index); next > begin && next < end)
            end = next;
    if (begin < headerBytes || begin >= end)
        return {};
    return frame.subspan(begin, end - begin);
}

/// Where a segment's bytes go: every `step`th byte.
struct Target {
    std::byte* first;
    std::size_t count;
    std::size_t step;
};

/// Runs and literals of G.3.1, zeros behind them. Returns how many bytes the segment had for the target.
std::size_t unpack(FragmentSpan segment, Target target) {
    std::size_t written = 0;
    std::byte* out = target.first;
    for (std::size_t i = 0; i < segment.size() && written < target.count;) {
        const int head = std::to_integer<std::int8_t>(segment[i++]);
        if (head == -128)
            continue;
        const bool isRun = head < 0;
        const auto wanted = std::min(std::size_t(isRun ? 1 - head : head + 1), target.count - written);
        const auto left = segment.size() - i;
        const auto length = isRun ? (left > 0 ? wanted : 0) : std::min(wanted, left);
        for (std::size_t k = 0; k < length; ++k, out += target.step)
            *out = segment[isRun ? i : i + k];
        i += isRun ? 1 : length;
        written += length;
    }
    for (std::size_t k = written; k < target.count; ++k, out += target.step)
        *out = std::byte(0);
    return written;
}

/// Samples in planes, little endian; segments come with the highest byte first (G.2).
struct Layout {
    std::size_t planes = 1;
    std::size_t bytesPerSample = 1;
    std::size_t samplesPerPlane = 0;

    [[nodiscard]] std::size_t segments() const { return planes * bytesPerSample; }
    [[nodiscard]] std::size_t size() const { return planes * bytesPerSample * samplesPerPlane; }
    [[nodiscard]] Target target(std::byte* memory, std::size_t segment) const {
        const auto plane = segment / bytesPerSample;
        const auto byte = bytesPerSample - 1 - segment % bytesPerSample;
        return {memory + plane * samplesPerPlane * bytesPerSample + byte, samplesPerPlane, bytesPerSample};
    }
};

std::optional<Layout> layoutOf(const PixelFormat& format) {
    const auto pixels = std::size_t(format.pixelsPerFrame());
    if (format.bitsAllocated == 1 && format.samples == 1)
        return Layout{1, 1, (pixels + 7) / 8};
    if (format.bitsAllocated % 8 != 0)
        return std::nullopt;
    return Layout{std::size_t(format.samples), std::size_t(format.bitsAllocated / 8), pixels};
}

} // namespace

core::Result<RawFrame> decodeRle(const std::vector<FragmentSpan>& fragments, const PixelFormat& format,
                                 std::vector<std::string>& warnings) {
    std::vector<std::byte> joinedBytes;
    const auto bytes = joined(fragments, joinedBytes);
    const auto layout = layoutOf(format);
    if (!layout || layout->segments() > 15)
        return failure(ErrorCode::unsupportedFormat,
                       "RLE with Bits Allocated " + std::to_string(format.bitsAllocated));
    if (bytes.size() <= headerBytes)
        return failure(ErrorCode::truncated, "the RLE frame ends inside its header");
    if (layout->size() / bytesPerEncodedByte > bytes.size())
        return failure(ErrorCode::damaged, "the header announces more pixels than the encoded data can hold");
    auto memory = newFrameMemory(layout->size(), format.samples);
    bool isShort = numberAt(bytes, 0) != layout->segments();
    for (std::size_t i = 0; i < layout->segments(); ++i) {
        const auto target = layout->target(memory.get(), i);
        const auto written = unpack(segmentAt(bytes, i), target);
        if (i == 0 && written == 0)
            return failure(ErrorCode::damaged, "the RLE frame has no segments where it says");
        isShort = isShort || written < target.count;
    }
    if (isShort)
        warnings.emplace_back("the RLE frame breaks its format: what it does not say is zero");
    RawFrame frame;
    frame.bytes = {memory.get(), layout->size()};
    frame.owner = std::move(memory);
    frame.samples = format.samples;
    frame.bitsAllocated = format.bitsAllocated;
    frame.isPlanar = format.samples > 1;
    frame.model = format.colourModel();
    return frame;
}

} // namespace pleurascope::dicom
