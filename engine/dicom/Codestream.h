// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace pleurascope::dicom {

/// The frame header (SOF) of a JPEG or JPEG-LS codestream, ITU-T T.81 B.2.2 and T.87 C.2.2.
struct CodestreamHeader {
    int precision = 0; ///< bits a sample
    int rows = 0;
    int columns = 0;
    int components = 0;
};

/// Nothing where there is no frame header in `bytes`.
[[nodiscard]] std::optional<CodestreamHeader> readCodestreamHeader(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
