// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/TransferSyntax.h"
#include "engine/dicom/pixels/Codestream.h"
#include "engine/dicom/pixels/PixelFormat.h"

#include <cstdint>

namespace pleurascope::dicom {

/// Refuses a codestream that is not the frame the data set announces. Errors: damaged.
[[nodiscard]] core::Result<void> checkCodestream(const CodestreamHeader& header, const PixelFormat& format);

/// Refuses more samples than so many encoded bytes can hold. Errors: damaged.
[[nodiscard]] core::Result<void> checkDensity(std::uint64_t encodedBytes, PixelCoding coding,
                                              const PixelFormat& format);

} // namespace pleurascope::dicom
