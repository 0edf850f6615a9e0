// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace pleurascope::dicom {

/// What the 128 bytes before 'DICM' look like to other programs (CVE-2019-11687): "a Windows program", "an
/// ELF program", "a TIFF file", ...; empty where nothing is told.
[[nodiscard]] std::string_view preambleKind(std::span<const std::byte> preamble);

} // namespace pleurascope::dicom
