// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"
#include "engine/dicom/AttributeReader.h"
#include "engine/dicom/ElementScan.h"
#include "engine/dicom/TransferSyntax.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// A frame as it is stored: grey masked and sign-extended to Bits Stored, colour as RGB u8, or
/// floating point.
struct StoredPixels {
    core::PixelBuffer pixels;
    int bitsStored = 8;
    bool isSigned = false;
};

/// Reads and decodes one frame, counted from 0. What the header announces is compared with the data before
/// memory is taken. Errors: noPixels, truncated, damaged, unsupportedFormat, limitExceeded, outOfMemory.
[[nodiscard]] core::Result<StoredPixels> readPixels(DcmDataset& dataset, AttributeReader& attributes,
                                                    const FileLayout& layout, PixelCoding coding, int frame,
                                                    std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
