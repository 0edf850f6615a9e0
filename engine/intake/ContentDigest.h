// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace pleurascope::intake {

/// What tells true copies of a film from films that only share its SOP Instance UID: SHA-256 over the length,
/// the first 64 KiB (where the tags are) and samples spread evenly through the rest. A DICOM file's preamble
/// and meta header (PS3.10 7.1) are left out: programs that pass a film on rewrite them. Quick at the price
/// that a change between the samples goes unseen. Empty where the file cannot be read.
[[nodiscard]] std::string contentDigest(const std::filesystem::path& file);

/// The same of a file that lies in memory.
[[nodiscard]] std::string contentDigest(std::span<const std::byte> bytes);

} // namespace pleurascope::intake
