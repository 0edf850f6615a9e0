// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstdint>
#include <string>

namespace pleurascope::core {

constexpr std::uint64_t defaultDecodedLimit = std::uint64_t(2) << 30;

/// The most bytes that this process decodes of a file at once: a frame, or a deflated data set. 2 GiB unless
/// it was told otherwise. Isolated readers take it over from whoever starts them. Thread-safe.
[[nodiscard]] std::uint64_t decodedLimit();
/// To be told before files are read; above 0.
void setDecodedLimit(std::uint64_t bytes);

/// limitExceeded, with the limit, where a picture of so many pixels is larger; none of the numbers is too
/// large for it. `what` says which, as in "a frame of 3 x 4 pixels".
[[nodiscard]] Result<void> checkDecodedSize(std::uint64_t pixels, std::uint64_t bytesAPixel,
                                            const std::string& what);

} // namespace pleurascope::core
