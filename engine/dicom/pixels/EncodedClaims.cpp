// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/EncodedClaims.h"

namespace pleurascope::dicom {

using core::ErrorCode;
using core::failure;

core::Result<void> checkCodestream(const CodestreamHeader& header, const PixelFormat& format) {
    if (header.rows == format.rows && header.columns == format.columns)
        return {};
    return failure(ErrorCode::damaged, "the encoded frame is " + std::to_string(header.rows) + " x " +
                                           std::to_string(header.columns) + ", the header says " +
                                           std::to_string(format.rows) + " x " +
                                           std::to_string(format.columns));
}

core::Result<void> checkDensity(std::uint64_t encodedBytes, PixelCoding coding, const PixelFormat& format) {
    const auto densest = samplesPerEncodedByte(coding, format.columns);
    if (densest > 0 && format.samplesPerFrame() / densest > encodedBytes + 1024)
        return failure(ErrorCode::damaged, "the header announces more pixels than the encoded data can hold");
    return {};
}

} // namespace pleurascope::dicom
