// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/PixelFormat.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace pleurascope::dicom {

namespace {

constexpr std::uint64_t frameLimit = std::uint64_t(2) << 30;

using Assumptions = std::vector<std::string>;

int samplesOf(AttributeReader& attributes, const std::string& photometric, Assumptions& assumptions) {
    const auto written = attributes.integer(DCM_SamplesPerPixel);
    if (written && (*written == 1 || *written == 3 || *written == 4))
        return *written;
    const bool isColour = photometric == "RGB" || photometric.starts_with("YBR");
    assumptions.push_back("Samples per Pixel is not usable: " + std::string(isColour ? "3 are" : "1 is") +
                          " taken");
    return isColour ? 3 : 1;
}

std::string photometricOf(AttributeReader& attributes, Assumptions& assumptions) {
    auto photometric = attributes.code(DCM_PhotometricInterpretation);
    if (!photometric.empty())
        return photometric;
    const bool isColour = attributes.integer(DCM_SamplesPerPixel).value_or(1) == 3;
    assumptions.push_back(std::string("Photometric Interpretation is missing: ") +
                          (isColour ? "RGB" : "MONOCHROME2") + " is taken");
    return isColour ? "RGB" : "MONOCHROME2";
}

int bitsAllocatedOf(AttributeReader& attributes, const PixelFormat& format, std::uint64_t nativeBytes,
                    Assumptions& assumptions) {
    if (const auto written = attributes.integer(DCM_BitsAllocated); written && *written > 0)
        return *written;
    const auto samples = format.samplesPerFrame() * std::uint64_t(format.frames);
    const int bits = samples > 0 && nativeBytes >= samples * 2 ? 16 : 8;
    assumptions.push_back("Bits Allocated is missing: " + std::to_string(bits) + " is taken");
    return bits;
}

void readDepth(AttributeReader& attributes, PixelFormat& format, Assumptions& assumptions) {
    format.bitsStored = attributes.integer(DCM_BitsStored).value_or(0);
    if (format.bitsStored <= 0 || format.bitsStored > format.bitsAllocated) {
        assumptions.push_back("Bits Stored is not usable: " + std::to_string(format.bitsAllocated) +
                              " is taken");
        format.bitsStored = format.bitsAllocated;
    }
    format.highBit = attributes.integer(DCM_HighBit).value_or(-1);
    if (format.highBit < format.bitsStored - 1 || format.highBit >= format.bitsAllocated) {
        assumptions.push_back("High Bit is not usable: " + std::to_string(format.bitsStored - 1) +
                              " is taken");
        format.highBit = format.bitsStored - 1;
    }
    const auto representation = attributes.integer(DCM_PixelRepresentation);
    if (!representation)
        assumptions.emplace_back("Pixel Representation is missing: unsigned is taken");
    format.isSigned = representation.value_or(0) == 1;
}

/// Colour models need three samples; a grey film may be mislabelled.
void settleColour(PixelFormat& format, Assumptions& assumptions) {
    const auto& photometric = format.photometricInterpretation;
    const bool isGreyName = photometric.starts_with("MONOCHROME");
    if (format.samples == 1 && !isGreyName && photometric != "PALETTE COLOR") {
        assumptions.push_back("Photometric Interpretation " + photometric +
                              " with one sample: MONOCHROME2 is taken");
        format.photometricInterpretation = "MONOCHROME2";
    }
}

} // namespace

std::uint64_t PixelFormat::nativeBitsPerFrame() const {
    const bool sharesChroma =
        photometricInterpretation == "YBR_FULL_422" || photometricInterpretation == "YBR_PARTIAL_422";
    return pixelsPerFrame() * std::uint64_t(sharesChroma ? 2 : samples) * std::uint64_t(bitsAllocated);
}

core::Result<PixelFormat> readPixelFormat(AttributeReader& attributes, std::uint64_t nativeBytes,
                                          Assumptions& assumptions) {
    PixelFormat format;
    format.rows = attributes.integer(DCM_Rows).value_or(0);
    format.columns = attributes.integer(DCM_Columns).value_or(0);
    if (format.rows <= 0 || format.columns <= 0)
        return core::failure(core::ErrorCode::damaged, "Rows x Columns is " + std::to_string(format.rows) +
                                                           " x " + std::to_string(format.columns));
    format.photometricInterpretation = photometricOf(attributes, assumptions);
    format.samples = samplesOf(attributes, format.photometricInterpretation, assumptions);
    format.frames = std::max(1, attributes.integer(DCM_NumberOfFrames).value_or(1));
    format.bitsAllocated = bitsAllocatedOf(attributes, format, nativeBytes, assumptions);
    if (format.samplesPerFrame() > frameLimit / std::uint64_t((format.bitsAllocated + 7) / 8))
        return core::failure(core::ErrorCode::limitExceeded, "a frame of " + std::to_string(format.rows) +
                                                                 " x " + std::to_string(format.columns) +
                                                                 " pixels");
    readDepth(attributes, format, assumptions);
    settleColour(format, assumptions);
    return format;
}

} // namespace pleurascope::dicom
