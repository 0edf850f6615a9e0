// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/PixelReader.h"

#include "engine/dicom/Codestream.h"
#include "engine/dicom/ObjectName.h"
#include "engine/dicom/PixelFormat.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcxfer.h>
#include <dcmtk/dcmimgle/dcmimage.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;
using core::PixelBuffer;
using core::SampleType;

template <class T>
constexpr SampleType sampleTypeOf() {
    if constexpr (sizeof(T) == 1)
        return std::is_signed_v<T> ? SampleType::s8 : SampleType::u8;
    else if constexpr (sizeof(T) == 2)
        return std::is_signed_v<T> ? SampleType::s16 : SampleType::u16;
    else
        return std::is_signed_v<T> ? SampleType::s32 : SampleType::u32;
}

core::Error errorOf(const OFCondition& condition) {
    const bool isMemory = condition == EC_MemoryExhausted;
    return {isMemory ? ErrorCode::outOfMemory : ErrorCode::damaged, condition.text(), {}};
}

/// Decodes the first frame of one data set.
class FrameReader {
public:
    FrameReader(DcmDataset& dataset, DcmPixelData& element, const FileLayout& layout, PixelCoding coding,
                const PixelFormat& format, int frame)
        : m_dataset(dataset)
        , m_element(element)
        , m_layout(layout)
        , m_coding(coding)
        , m_format(format)
        , m_frame(frame) {}

    [[nodiscard]] core::Result<StoredPixels> read() {
        if (auto checked = m_coding == PixelCoding::native ? checkNative() : checkEncoded(); !checked)
            return failure(checked);
        return m_format.isColour() ? readColour() : readGrey();
    }

private:
    /// All frames must be there: a film that was cut off while copied is not shown as if it were whole.
    [[nodiscard]] core::Result<void> checkNative() const {
        const std::uint64_t available = m_element.getLength(m_dataset.getOriginalXfer());
        const auto bitsPerFrame = std::max<std::uint64_t>(m_format.nativeBitsPerFrame(), 1);
        if (available * 8 / bitsPerFrame < std::uint64_t(m_format.frames))
            return failure(ErrorCode::truncated, "7FE0,0010 has " + std::to_string(available) +
                                                     " bytes for " + std::to_string(m_format.frames) +
                                                     " frames of " + std::to_string((bitsPerFrame + 7) / 8));
        return {};
    }

    [[nodiscard]] core::Result<void> checkEncoded() {
        const auto densest = samplesPerEncodedByte(m_coding);
        if (m_layout.isWholeSeen && densest > 0 &&
            m_format.samplesPerFrame() / densest > m_layout.encapsulatedBytes + 1024)
            return failure(ErrorCode::damaged,
                           "the header announces more pixels than the encoded data can hold");
        if (m_coding == PixelCoding::rle || m_layout.firstFragment.empty())
            return {};
        const auto header = readCodestreamHeader(m_layout.firstFragment);
        if (!header)
            return failure(ErrorCode::damaged, "the encoded frame has no frame header");
        if (header->rows != m_format.rows || header->columns != m_format.columns)
            return failure(ErrorCode::damaged, "the encoded frame is " + std::to_string(header->rows) +
                                                   " x " + std::to_string(header->columns) +
                                                   ", the header says " + std::to_string(m_format.rows) +
                                                   " x " + std::to_string(m_format.columns));
        m_codedPrecision = header->precision;
        if (m_codedPrecision > m_format.bitsAllocated)
            return failure(ErrorCode::damaged, "the encoded frame has more bits than Bits Allocated");
        return {};
    }

    [[nodiscard]] core::Result<StoredPixels> readColour() {
        DicomImage image(&m_dataset, m_dataset.getCurrentXfer(), CIF_UsePartialAccessToPixelData,
                         unsigned(m_frame), 1);
        if (image.getStatus() != EIS_Normal)
            return failure(colourFailure(image.getStatus()),
                           "colour: " + std::string(DicomImage::getString(image.getStatus())));
        const auto expected = m_format.pixelsPerFrame() * 3;
        if (image.isMonochrome() || image.getOutputDataSize(8) != expected)
            return failure(ErrorCode::damaged, "the colour frame has another size than its header says");
        std::vector<std::uint8_t> rgb(expected);
        if (!image.getOutputData(rgb.data(), rgb.size(), 8, 0, 0))
            return failure(ErrorCode::damaged, "the colour frame could not be converted");
        return StoredPixels{
            PixelBuffer::fromVector(m_format.columns, m_format.rows, 3, SampleType::u8, std::move(rgb)), 8,
            false};
    }

    /// Depths and segmented palettes that DCMTK has no way of reading are not the file's fault.
    [[nodiscard]] ErrorCode colourFailure(EI_Status status) const {
        if (status == EIS_MemoryFailure)
            return ErrorCode::outOfMemory;
        const bool isSegmented = m_dataset.tagExists(DCM_SegmentedRedPaletteColorLookupTableData);
        return isSegmented || status == EIS_NotSupportedValue || status == EIS_NoDataDictionary
                   ? ErrorCode::unsupportedFormat
                   : ErrorCode::damaged;
    }

    [[nodiscard]] core::Result<StoredPixels> readGrey() {
        switch (m_format.bitsAllocated) {
        case 8:
            return m_format.isSigned ? readSamples<std::int8_t>() : readSamples<std::uint8_t>();
        case 16:
            return m_format.isSigned ? readSamples<std::int16_t>() : readSamples<std::uint16_t>();
        case 32:
            return m_format.isSigned ? readSamples<std::int32_t>() : readSamples<std::uint32_t>();
        default:
            break;
        }
        return failure(ErrorCode::unsupportedFormat,
                       "Bits Allocated " + std::to_string(m_format.bitsAllocated));
    }

    template <class T>
    [[nodiscard]] core::Result<StoredPixels> readSamples() {
        std::vector<T> samples(m_format.pixelsPerFrame() + 1); // DCMTK wants an even number of bytes
        Uint32 startFragment = 0;
        OFString colourModel;
        const auto condition =
            m_element.getUncompressedFrame(&m_dataset, Uint32(m_frame), startFragment, samples.data(),
                                           Uint32(samples.size() * sizeof(T)), colourModel);
        if (condition.bad())
            return tl::unexpected(errorOf(condition));
        samples.pop_back();
        if constexpr (sizeof(T) == 2)
            widen(samples);
        if constexpr (sizeof(T) == 4)
            if (m_coding == PixelCoding::native && DcmXfer(m_dataset.getOriginalXfer()).isBigEndian())
                for (auto& sample : samples) // DCMTK swapped the bytes of 16-bit words
                    sample = T(std::uint32_t(sample) << 16 | std::uint32_t(sample) >> 16);
        cutToStoredBits(samples);
        return StoredPixels{PixelBuffer::fromVector(m_format.columns, m_format.rows, 1, sampleTypeOf<T>(),
                                                    std::move(samples)),
                            m_format.bitsStored, m_format.isSigned};
    }

    /// JPEG of up to 8 bits is decoded to bytes, whatever Bits Allocated says.
    template <class T>
    void widen(std::vector<T>& samples) const {
        if (m_coding == PixelCoding::native || m_coding == PixelCoding::rle || m_codedPrecision == 0 ||
            m_codedPrecision > 8)
            return;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(samples.data());
        for (std::size_t i = samples.size(); i-- > 0;)
            samples[i] = T(bytes[i]);
    }

    /// Bits outside Bits Stored are overlays or garbage (PS3.5 8.1.1); lossy decoders overshoot, which must
    /// not wrap.
    template <class T>
    void cutToStoredBits(std::vector<T>& samples) const {
        using Unsigned = std::make_unsigned_t<T>;
        constexpr int width = std::numeric_limits<Unsigned>::digits;
        const int shift = m_format.highBit + 1 - m_format.bitsStored;
        const auto mask = Unsigned(Unsigned(~Unsigned(0)) >> (width - m_format.bitsStored));
        const auto signBit = Unsigned(Unsigned(1) << (m_format.bitsStored - 1));
        const bool clamps = m_coding == PixelCoding::jpeg && !m_format.isSigned && shift == 0;
        for (auto& sample : samples) {
            const auto raw = Unsigned(Unsigned(sample) >> shift);
            const auto value = clamps ? std::min(raw, mask) : Unsigned(raw & mask);
            sample = m_format.isSigned ? T(Unsigned((value ^ signBit) - signBit)) : T(value);
        }
    }

    DcmDataset& m_dataset;
    DcmPixelData& m_element;
    const FileLayout& m_layout;
    PixelCoding m_coding;
    const PixelFormat& m_format;
    int m_frame;
    int m_codedPrecision = 0;
};

/// DCMTK decodes by these attributes and has no defaults for them.
void completeDataSet(DcmDataset& dataset, const PixelFormat& format) {
    dataset.putAndInsertString(DcmTag(DCM_PhotometricInterpretation, EVR_CS),
                               format.photometricInterpretation.c_str());
    dataset.putAndInsertUint16(DcmTag(DCM_SamplesPerPixel, EVR_US), Uint16(format.samples));
    dataset.putAndInsertUint16(DcmTag(DCM_BitsAllocated, EVR_US), Uint16(format.bitsAllocated));
    dataset.putAndInsertUint16(DcmTag(DCM_BitsStored, EVR_US), Uint16(format.bitsStored));
    dataset.putAndInsertUint16(DcmTag(DCM_HighBit, EVR_US), Uint16(format.highBit));
    dataset.putAndInsertUint16(DcmTag(DCM_PixelRepresentation, EVR_US), format.isSigned ? 1 : 0);
}

template <class Source, class T>
core::Result<StoredPixels> floatPixels(const PixelFormat& format, int frame, const Source* values,
                                       unsigned long count, SampleType type) {
    const auto first = format.pixelsPerFrame() * std::uint64_t(frame);
    if (!values || count < first + format.pixelsPerFrame())
        return failure(ErrorCode::truncated, "floating-point pixel data are shorter than Rows x Columns");
    std::vector<T> samples(values + first, values + first + format.pixelsPerFrame());
    return StoredPixels{PixelBuffer::fromVector(format.columns, format.rows, 1, type, std::move(samples)),
                        int(sizeof(T)) * 8, true};
}

core::Result<StoredPixels> readFloatPixels(DcmDataset& dataset, const PixelFormat& format, int frame) {
    unsigned long count = 0;
    if (const Float32* values = nullptr;
        dataset.findAndGetFloat32Array(DCM_FloatPixelData, values, &count).good())
        return floatPixels<Float32, float>(format, frame, values, count, SampleType::f32);
    const Float64* values = nullptr;
    dataset.findAndGetFloat64Array(DCM_DoubleFloatPixelData, values, &count);
    return floatPixels<Float64, double>(format, frame, values, count, SampleType::f64);
}

} // namespace

core::Result<StoredPixels> readPixels(DcmDataset& dataset, AttributeReader& attributes,
                                      const FileLayout& layout, PixelCoding coding, int frame,
                                      std::vector<std::string>& assumptions) {
    DcmElement* element = nullptr;
    dataset.findAndGetElement(DCM_PixelData, element);
    auto* pixelData = dynamic_cast<DcmPixelData*>(element);
    const bool isFloat = dataset.tagExists(DCM_FloatPixelData) || dataset.tagExists(DCM_DoubleFloatPixelData);
    if (!pixelData && !isFloat)
        return failure(ErrorCode::noPixels, objectName(attributes));
    const bool isNative = coding == PixelCoding::native;
    const auto format = readPixelFormat(
        attributes, pixelData && isNative ? pixelData->getLength(dataset.getOriginalXfer()) : 0, assumptions);
    if (!format)
        return failure(format);
    if (!pixelData)
        return readFloatPixels(dataset, *format, frame);
    completeDataSet(dataset, *format);
    return FrameReader(dataset, *pixelData, layout, coding, *format, frame).read();
}

} // namespace pleurascope::dicom
