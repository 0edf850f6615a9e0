// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/PixelFormat.h"

#include "engine/core/DecodedLimit.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

/// Reads the module's attributes one by one; what is missing or impossible is inferred with a line.
class FormatReader {
public:
    FormatReader(AttributeReader& attributes, const PixelEvidence& evidence,
                 std::vector<std::string>& assumptions)
        : m_attributes(attributes)
        , m_evidence(evidence)
        , m_assumptions(assumptions) {}

    [[nodiscard]] core::Result<PixelFormat> read() {
        readSize();
        if (m_format.rows <= 0 || m_format.columns <= 0)
            return failure(ErrorCode::damaged, "Rows x Columns is " + sizeText());
        readColour();
        if (!isKnownColour())
            return failure(ErrorCode::unsupportedFormat, "Photometric Interpretation " +
                                                             m_format.photometricInterpretation + " with " +
                                                             std::to_string(m_format.samples) + " samples");
        readBitsAllocated();
        if (m_format.bitsAllocated > (m_evidence.isFloat ? 64 : 32))
            return failure(ErrorCode::unsupportedFormat,
                           "Bits Allocated " + std::to_string(m_format.bitsAllocated));
        if (auto checked = checkDecodedSize(m_format); !checked)
            return failure(checked);
        if (!m_evidence.isFloat)
            readDepth();
        return m_format;
    }

private:
    void assume(std::string line) { m_assumptions.push_back(std::move(line)); }

    [[nodiscard]] std::string sizeText() const {
        return std::to_string(m_format.rows) + " x " + std::to_string(m_format.columns);
    }

    void readSize() {
        m_format.rows = m_attributes.integer(DCM_Rows).value_or(0);
        m_format.columns = m_attributes.integer(DCM_Columns).value_or(0);
        const bool isMissing = !m_attributes.has(DCM_Rows) || !m_attributes.has(DCM_Columns);
        if (isMissing && m_evidence.codestream) {
            m_format.rows = m_evidence.codestream->rows;
            m_format.columns = m_evidence.codestream->columns;
            assume("Rows or Columns is missing: " + sizeText() + " is taken from the encoded frame");
        }
        m_format.frames = std::max(1, m_attributes.integer(DCM_NumberOfFrames).value_or(1));
    }

    void readColour() {
        m_format.photometricInterpretation = m_attributes.code(DCM_PhotometricInterpretation);
        m_format.samples = m_attributes.integer(DCM_SamplesPerPixel).value_or(0);
        m_format.isPlanar = m_attributes.integer(DCM_PlanarConfiguration).value_or(0) == 1;
        if (m_format.photometricInterpretation.empty())
            assumePhotometric(m_format.samples == 3 ? "RGB" : "MONOCHROME2", "is missing");
        const auto& photometric = m_format.photometricInterpretation;
        const bool isGreyName = photometric.starts_with("MONOCHROME") || m_format.isPalette();
        if (m_format.samples != 1 && m_format.samples != 3 && m_format.samples != 4)
            assumeSamples(isGreyName ? 1 : 3);
        if (m_format.samples > 1 && isGreyName) {
            if (holds(m_format.samples))
                assumePhotometric("RGB", photometric + " with several samples a pixel");
            else
                assumeSamples(1);
        } else if (m_format.samples == 1 && !isGreyName) {
            if (holds(3) && !m_evidence.isFloat)
                assumeSamples(3);
            else
                assumePhotometric("MONOCHROME2", photometric + " with one sample a pixel");
        }
    }

    [[nodiscard]] bool isKnownColour() const {
        const auto& name = m_format.photometricInterpretation;
        if (m_format.samples == 4)
            return name == "ARGB" || name == "CMYK" || name == "RGB";
        return m_format.samples == 1 || name == "RGB" || name.starts_with("YBR_");
    }

    /// True where the pixel data have so many samples a pixel.
    [[nodiscard]] bool holds(int samples) const {
        if (m_evidence.codestream)
            return m_evidence.codestream->components == samples;
        const auto bits = std::uint64_t(std::max(8, m_attributes.integer(DCM_BitsAllocated).value_or(8)));
        return m_evidence.nativeBytes * 8 / bits >=
               m_format.pixelsPerFrame() * std::uint64_t(samples) * std::uint64_t(m_format.frames);
    }

    void assumePhotometric(const char* taken, const std::string& why) {
        assume("Photometric Interpretation " + why + ": " + taken + " is taken");
        m_format.photometricInterpretation = taken;
    }

    void assumeSamples(int taken) {
        assume("Samples per Pixel is not usable: " + std::to_string(taken) + (taken == 1 ? " is" : " are") +
               " taken");
        m_format.samples = taken;
    }

    void readBitsAllocated() {
        m_format.bitsAllocated = m_attributes.integer(DCM_BitsAllocated).value_or(0);
        if (m_format.bitsAllocated > 0)
            return;
        const auto samples = m_format.samplesPerFrame() * std::uint64_t(m_format.frames);
        const bool isWide = m_evidence.codestream ? m_evidence.codestream->precision > 8
                                                  : samples > 0 && m_evidence.nativeBytes >= samples * 2;
        m_format.bitsAllocated = isWide ? 16 : 8;
        assume("Bits Allocated is missing: " + std::to_string(m_format.bitsAllocated) + " is taken");
    }

    void readDepth() {
        m_format.bitsStored = m_attributes.integer(DCM_BitsStored).value_or(0);
        if (m_format.bitsStored <= 0 || m_format.bitsStored > m_format.bitsAllocated) {
            m_format.bitsStored = m_format.bitsAllocated;
            assume("Bits Stored is not usable: " + std::to_string(m_format.bitsStored) + " is taken");
        }
        m_format.highBit = m_attributes.integer(DCM_HighBit).value_or(-1);
        if (m_format.highBit < m_format.bitsStored - 1 || m_format.highBit >= m_format.bitsAllocated) {
            m_format.highBit = m_format.bitsStored - 1;
            assume("High Bit is not usable: " + std::to_string(m_format.highBit) + " is taken");
        }
        const auto representation = m_attributes.integer(DCM_PixelRepresentation);
        if (!representation)
            assume("Pixel Representation is missing: unsigned is taken");
        m_format.isSigned = representation.value_or(0) == 1;
    }

    AttributeReader& m_attributes;
    const PixelEvidence& m_evidence;
    std::vector<std::string>& m_assumptions;
    PixelFormat m_format;
};

} // namespace

ColourModel PixelFormat::colourModel() const {
    const auto& name = photometricInterpretation;
    if (name.starts_with("YBR_FULL"))
        return ColourModel::ybrFull;
    if (name.starts_with("YBR_PARTIAL"))
        return ColourModel::ybrPartial;
    if (name == "ARGB")
        return ColourModel::argb;
    return name == "CMYK" ? ColourModel::cmyk : ColourModel::rgb;
}

core::Result<void> checkDecodedSize(const PixelFormat& format) {
    const int bytesAPixel = std::max(format.samples, 1) * ((format.bitsAllocated + 7) / 8);
    return core::checkDecodedSize(format.pixelsPerFrame(), std::uint64_t(bytesAPixel),
                                  "a frame of " + std::to_string(format.rows) + " x " +
                                      std::to_string(format.columns) + " pixels");
}

core::Result<PixelFormat> readPixelFormat(AttributeReader& attributes, const PixelEvidence& evidence,
                                          std::vector<std::string>& assumptions) {
    return FormatReader(attributes, evidence, assumptions).read();
}

} // namespace pleurascope::dicom
