// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/PixelReader.h"

#include "engine/dicom/ObjectName.h"
#include "engine/dicom/TransferSyntax.h"
#include "engine/dicom/pixels/ColourSamples.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/FrameDecoder.h"
#include "engine/dicom/pixels/GreySamples.h"
#include "engine/dicom/pixels/NativeFrames.h"
#include "engine/dicom/pixels/Palette.h"
#include "engine/dicom/pixels/PixelFormat.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

/// The value of a pixel data element as far as the file has it.
std::span<const std::byte> nativeBytes(std::span<const std::byte> file, const ElementHeader& element) {
    const auto begin = std::min<std::size_t>(std::size_t(element.valueOffset), file.size());
    return file.subspan(begin, std::min<std::size_t>(element.length, file.size() - begin));
}

/// Reads one frame of one file.
class FrameReader {
public:
    FrameReader(const core::SharedBytes& file, const FileLayout& layout, AttributeReader& attributes,
                std::string_view transferSyntaxUid, std::vector<std::string>& assumptions)
        : m_file(file)
        , m_layout(layout)
        , m_element(*layout.pixelData)
        , m_attributes(attributes)
        , m_transferSyntaxUid(transferSyntaxUid)
        , m_coding(pixelCoding(transferSyntaxUid))
        , m_assumptions(assumptions) {}

    [[nodiscard]] core::Result<StoredPixels> read(FrameRequest request) {
        const int frame = request.frame;
        locate();
        if (m_coding == PixelCoding::unsupported)
            return failure(ErrorCode::unsupportedFormat, transferSyntaxName(m_transferSyntaxUid));
        auto format = readPixelFormat(m_attributes, evidence(), m_assumptions);
        if (!format)
            return failure(format);
        m_format = std::move(*format);
        if (frame < 0 || frame >= m_format.frames)
            return failure(ErrorCode::invalidArgument,
                           "frame " + std::to_string(frame) + " of " + std::to_string(m_format.frames));
        const auto raw = m_coding == PixelCoding::native ? nativeFrame(frame) : encodedFrame(frame);
        if (!raw)
            return failure(raw);
        if (request.mayStayInFile && m_coding == PixelCoding::native && !m_layout.isDeflated() && !isFloat())
            m_stored.inFile = placeInFile(*raw, m_format, m_file.bytes);
        if (auto finished = finish(*raw); !finished)
            return failure(finished);
        return std::move(m_stored);
    }

private:
    [[nodiscard]] bool isFloat() const { return m_element.element != 0x0010; }

    void warn(std::string line) {
        m_stored.warnings.push_back(std::move(line));
        m_stored.isPartial = true;
    }

    /// Finds the bytes, and believes them more than the transfer syntax where the two do not go together.
    void locate() {
        if (m_layout.isEncapsulated()) {
            m_fragments = readFragments(m_file.bytes, m_layout);
        } else {
            m_native = nativeBytes(m_file.bytes, m_element);
        }
        if (m_layout.isEncapsulated() && m_coding == PixelCoding::native)
            codingFromFragments();
        if (!m_layout.isEncapsulated() && m_coding != PixelCoding::native &&
            m_coding != PixelCoding::unsupported)
            codingOfPlainBytes();
        if (m_layout.isEncapsulated() && m_fragments.isCutShort)
            warn("the encapsulated pixel data have no end: the file may be cut short");
    }

    void codingFromFragments() {
        if (m_fragments.items.empty())
            return;
        const auto& first = m_fragments.items.front();
        m_coding = readJpeg2000Header(first)     ? PixelCoding::jpeg2000
                   : readCodestreamHeader(first) ? PixelCoding::jpeg
                   : first.size() > 64           ? PixelCoding::rle
                                                 : PixelCoding::native;
        m_assumptions.emplace_back("the transfer syntax has no encoded frames: their encoding is guessed");
    }

    void codingOfPlainBytes() {
        m_assumptions.emplace_back("the pixel data are not encapsulated as the transfer syntax wants");
        if (!beginsCodestream(m_native)) {
            m_coding = PixelCoding::native;
            return;
        }
        m_fragments.items = {m_native};
        m_fragments.starts = {0};
    }

    [[nodiscard]] PixelEvidence evidence() const {
        PixelEvidence evidence;
        evidence.isFloat = isFloat();
        if (m_coding == PixelCoding::native)
            evidence.nativeBytes = m_native.size();
        if (!m_fragments.items.empty())
            evidence.codestream = frameHeader(m_fragments.items.front(), m_coding);
        return evidence;
    }

    /// A frame of another size than the data set says is shown as it was encoded: scaled or in the data set's
    /// lines it would be scrambled.
    [[nodiscard]] core::Result<void> settleSize(FragmentSpan frame) {
        const auto header = frameHeader(frame, m_coding);
        if (!header || (header->rows == m_format.rows && header->columns == m_format.columns))
            return {};
        if (header->rows < 0 || header->columns < 0) // the decoder sees whether it can be mended
            return {};
        if (header->rows == 0 || header->columns == 0)
            return failure(ErrorCode::damaged, "the encoded frame says it has no lines");
        warn("the encoded frame is " + std::to_string(header->rows) + " x " +
             std::to_string(header->columns) + ", the header says " + std::to_string(m_format.rows) + " x " +
             std::to_string(m_format.columns));
        m_format.rows = header->rows;
        m_format.columns = header->columns;
        return checkDecodedSize(m_format);
    }

    void noteMissingFrames(std::uint64_t found) {
        if (found < std::uint64_t(m_format.frames))
            warn("Number of Frames is " + std::to_string(m_format.frames) + ", the pixel data have " +
                 std::to_string(found));
        m_stored.frames =
            int(std::max<std::uint64_t>(1, std::min<std::uint64_t>(found, std::uint64_t(m_format.frames))));
    }

    [[nodiscard]] core::Result<RawFrame> nativeFrame(int index) {
        const NativeFrames frames({m_native, m_file.owner}, m_element, m_layout.encoding, m_format);
        if (frames.count() <= std::uint64_t(index))
            return failure(ErrorCode::truncated, "the pixel data have " + std::to_string(m_native.size()) +
                                                     " bytes, " + std::to_string(frames.count()) + " of " +
                                                     std::to_string(m_format.frames) + " frames");
        noteMissingFrames(frames.count());
        if (m_element.length > m_native.size() && !frames.isShort())
            m_stored.warnings.emplace_back(
                "the pixel data element ends beyond the file, but its frames are whole");
        if (frames.isFrameShort(index))
            warn("the pixel data end early: the rest of the frame is shown as background");
        else if (frames.isShort() && frames.count() == std::uint64_t(m_format.frames))
            warn("the pixel data end early: the last frame is not whole");
        return frames.frame(index);
    }

    [[nodiscard]] core::Result<RawFrame> encodedFrame(int index) {
        auto fragments = fragmentsOfFrame(m_fragments, m_layout.frameOffsets, m_format.frames, index);
        if (!fragments)
            return failure(fragments);
        noteMissingFrames(m_fragments.items.size()); // each frame has one at least
        if (auto settled = settleSize(fragments->front()); !settled)
            return failure(settled);
        std::vector<std::string> lines;
        auto raw = decodeFrame(*fragments, m_coding, m_format, lines);
        for (auto& line : lines)
            warn(std::move(line));
        if (raw)
            settlePrecision(*raw);
        return raw;
    }

    /// The codestream knows better than the data set how many bits there are, and whether they are signed.
    void settlePrecision(const RawFrame& raw) {
        if (raw.precision == 0)
            return;
        if (raw.precision > m_format.bitsAllocated) {
            m_assumptions.push_back("Bits Allocated is " + std::to_string(m_format.bitsAllocated) + ": the " +
                                    std::to_string(raw.precision) + " bits of the encoded frame are taken");
            m_format.bitsAllocated = raw.precision;
            m_format.bitsStored = raw.precision;
            m_format.highBit = raw.precision - 1;
        }
        if (raw.isSignExtended && !m_format.isSigned) {
            m_assumptions.emplace_back("Pixel Representation is unsigned, the encoded frame is signed");
            m_format.isSigned = true;
        }
        if (m_format.isSigned && !raw.isSignExtended && m_coding == PixelCoding::jpeg2000 &&
            raw.precision < m_format.bitsStored) {
            m_assumptions.push_back("signed values are taken from the " + std::to_string(raw.precision) +
                                    " bits of the encoded frame");
            m_format.bitsStored = raw.precision;
            m_format.highBit = raw.precision - 1;
        }
    }

    [[nodiscard]] core::Result<void> finish(const RawFrame& raw) {
        m_stored.bitsStored = m_format.bitsStored;
        m_stored.isSigned = m_format.isSigned;
        if (isFloat()) {
            m_stored.pixels = floatSamples(raw, m_format);
            m_stored.bitsStored = m_format.bitsAllocated;
            m_stored.isSigned = true;
            return {};
        }
        if (raw.samples > 1) {
            m_stored.pixels = colourSamples(raw, m_format);
            m_stored.bitsStored = 8;
            m_stored.isSigned = false;
            return {};
        }
        if (m_stored.inFile)
            return {};
        m_stored.pixels = greySamples(raw, m_format, background());
        return m_format.isPalette() ? applyPalette() : core::Result<void>();
    }

    [[nodiscard]] core::Result<void> applyPalette() {
        const auto palette = readPalette(m_attributes, m_format.isSigned, m_assumptions);
        if (!palette)
            return failure(palette);
        m_stored.pixels = palette->apply(m_stored.pixels);
        m_stored.bitsStored = 8;
        m_stored.isSigned = false;
        return {};
    }

    /// The stored value of what is not there: padding, else black.
    [[nodiscard]] std::int32_t background() {
        const auto padding = m_attributes.numbers(DCM_PixelPaddingValue);
        if (!padding.empty() && std::abs(padding[0]) <= 65535)
            return std::int32_t(padding[0]);
        if (m_format.photometricInterpretation != "MONOCHROME1")
            return 0;
        return std::int32_t((std::uint64_t(1) << (m_format.bitsStored - (m_format.isSigned ? 1 : 0))) - 1);
    }

    const core::SharedBytes& m_file;
    const FileLayout& m_layout;
    const ElementHeader& m_element;
    AttributeReader& m_attributes;
    std::string_view m_transferSyntaxUid;
    PixelCoding m_coding;
    std::vector<std::string>& m_assumptions;
    std::span<const std::byte> m_native;
    Fragments m_fragments;
    PixelFormat m_format;
    StoredPixels m_stored;
};

} // namespace

core::Result<StoredPixels> readPixels(const core::SharedBytes& file, const FileLayout& layout,
                                      AttributeReader& attributes, std::string_view transferSyntaxUid,
                                      FrameRequest request, std::vector<std::string>& assumptions) {
    if (!layout.pixelData)
        return failure(ErrorCode::noPixels, objectName(attributes));
    return FrameReader(file, layout, attributes, transferSyntaxUid, assumptions).read(request);
}

PixelExtent readPixelExtent(std::span<const std::byte> file, const FileLayout& layout,
                            AttributeReader& attributes) {
    PixelExtent extent{std::max(1, attributes.integer(DCM_NumberOfFrames).value_or(1)), {}};
    if (!layout.pixelData || layout.isEncapsulated())
        return extent;
    const auto pixels = nativeBytes(file, *layout.pixelData);
    std::vector<std::string> assumptions;
    const auto format = readPixelFormat(
        attributes, {pixels.size(), std::nullopt, layout.pixelData->element != 0x0010}, assumptions);
    if (!format)
        return extent;
    const NativeFrames frames({pixels, nullptr}, *layout.pixelData, layout.encoding, *format);
    if (!frames.isShort())
        return extent;
    extent.frames = int(std::max<std::uint64_t>(1, frames.count()));
    extent.warnings.emplace_back("the pixel data end early: " + std::to_string(frames.count()) + " of " +
                                 std::to_string(format->frames) + " frames are there, the last not whole");
    return extent;
}

} // namespace pleurascope::dicom
