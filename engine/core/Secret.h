// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pleurascope::core {

/// 32 random bytes from the system's generator, as 64 hexadecimal digits.
[[nodiscard]] std::string randomKey();

/// HMAC-SHA256 (RFC 2104) of `text`, 64 lower-case hexadecimal digits. The key is taken as it is.
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view text);

} // namespace pleurascope::core
