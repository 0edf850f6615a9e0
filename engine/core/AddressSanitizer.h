// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::core {

/// Whether this program is built with AddressSanitizer, which reserves terabytes and reads /proc.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool hasAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool hasAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool hasAddressSanitizer = false;
#endif

} // namespace pleurascope::core
