// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DecodedLimit.h"

#include <atomic>
#include <cassert>

namespace pleurascope::core {

namespace {

std::atomic<std::uint64_t> limit = defaultDecodedLimit;

} // namespace

std::uint64_t decodedLimit() {
    return limit;
}

void setDecodedLimit(std::uint64_t bytes) {
    assert(bytes > 0);
    limit = bytes;
}

Result<void> checkDecodedSize(std::uint64_t pixels, std::uint64_t bytesAPixel, const std::string& what) {
    const auto most = decodedLimit();
    if (bytesAPixel == 0 || pixels <= most / bytesAPixel)
        return {};
    return failure(ErrorCode::limitExceeded, what + ", " + std::to_string(bytesAPixel) +
                                                 " bytes each, limit " + std::to_string(most) + " bytes");
}

} // namespace pleurascope::core
