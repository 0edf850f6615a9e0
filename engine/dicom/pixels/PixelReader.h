// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/SharedBytes.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/pixels/StoredPixels.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

/// Which frame of a file, counted from 0, and whether it is to be read where it needs no decoder.
struct FrameRequest {
    int frame = 0;
    bool mayStayInFile = false;
};

/// Reads and decodes one frame, and no other. What the header announces is compared with the
/// data before memory is taken. Native samples that need no change are not copied where `file` has an owner.
/// Pixel data that end early are shown as far as they go, if one row is there. Errors: noPixels, truncated,
/// damaged, unsupportedFormat, limitExceeded, outOfMemory, invalidArgument (no such frame).
[[nodiscard]] core::Result<StoredPixels> readPixels(const core::SharedBytes& file, const FileLayout& layout,
                                                    AttributeReader& attributes,
                                                    std::string_view transferSyntaxUid, FrameRequest request,
                                                    std::vector<std::string>& assumptions);

/// What the headers alone tell of pixel data that are not all there.
struct PixelExtent {
    int frames = 1; ///< that the file has
    std::vector<std::string> warnings;
};

/// The frames of native pixel data as `layout` finds them; those of encoded ones are as announced, for their
/// fragments would have to be looked for all over the file. A data set that describes no pixels has no
/// warnings.
[[nodiscard]] PixelExtent readPixelExtent(std::span<const std::byte> file, const FileLayout& layout,
                                          AttributeReader& attributes);

} // namespace pleurascope::dicom
