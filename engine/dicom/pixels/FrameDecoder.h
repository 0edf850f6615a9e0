// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/TransferSyntax.h"
#include "engine/dicom/pixels/Codestream.h"
#include "engine/dicom/pixels/Fragments.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// Decodes one frame by the decoder of its coding. What is missing of it is told in `warnings`. Errors:
/// truncated, damaged, unsupportedFormat, limitExceeded, outOfMemory.
[[nodiscard]] core::Result<RawFrame> decodeFrame(const std::vector<FragmentSpan>& fragments,
                                                 PixelCoding coding, const PixelFormat& format,
                                                 std::vector<std::string>& warnings);

/// What the first fragment of a frame says about it; nothing for codings without such a header.
[[nodiscard]] std::optional<CodestreamHeader> frameHeader(FragmentSpan frame, PixelCoding coding);

} // namespace pleurascope::dicom
