// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace pleurascope::core {

[[nodiscard]] std::string hexText(std::span<const unsigned char> bytes);

/// MD5 only tells whether a file came through whole, where its publisher gives nothing better.
enum class DigestKind : std::uint8_t { sha256, md5 };

/// Lower-case hexadecimal digits. Errors: fileNotFound, fileUnreadable.
[[nodiscard]] Result<std::string> digestOfFile(const std::filesystem::path& path, DigestKind kind);

} // namespace pleurascope::core
