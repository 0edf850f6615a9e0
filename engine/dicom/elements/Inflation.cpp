// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/Inflation.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

/// An empty film shrinks to a thousandth, but an empty film is not large.
constexpr std::uint64_t freeBytes = std::uint64_t(64) << 20;
constexpr std::uint64_t largestRatio = 100;
constexpr std::size_t step = std::size_t(1) << 20;

/// RFC 1950's two header bytes: method 8, and a multiple of 31.
bool hasZlibHeader(std::span<const std::byte> bytes) {
    if (bytes.size() < 2)
        return false;
    const int first = std::to_integer<int>(bytes[0]);
    return (first & 0x0f) == 8 && (first >> 4) <= 7 &&
           (first * 256 + std::to_integer<int>(bytes[1])) % 31 == 0;
}

class Inflater {
public:
    explicit Inflater(std::span<const std::byte> deflated) {
        m_stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(deflated.data()));
        m_stream.avail_in = uInt(deflated.size());
        m_isReady = ::inflateInit2(&m_stream, hasZlibHeader(deflated) ? MAX_WBITS : -MAX_WBITS) == Z_OK;
    }
    ~Inflater() { ::inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Bytes written to `out`; fewer than fit at the end. Negative where the stream breaks its format.
    [[nodiscard]] std::ptrdiff_t read(std::span<std::byte> out) {
        m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream.avail_out = uInt(out.size());
        const int status = ::inflate(&m_stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            return -1;
        return std::ptrdiff_t(out.size() - m_stream.avail_out);
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

core::Result<core::SharedBytes> inflated(std::span<const std::byte> deflated, std::uint64_t limit) {
    if (deflated.size() > std::numeric_limits<uInt>::max())
        return failure(ErrorCode::limitExceeded,
                       "deflated data of " + std::to_string(deflated.size()) + " bytes");
    Inflater inflater(deflated);
    if (!inflater.isReady())
        return failure(ErrorCode::outOfMemory, "zlib");
    const auto most = std::min(limit, std::max(freeBytes, deflated.size() * largestRatio));
    auto bytes = std::make_shared<std::vector<std::byte>>();
    for (std::size_t filled = 0;;) {
        bytes->resize(filled + step);
        const auto count = inflater.read(std::span(*bytes).subspan(filled));
        if (count < 0 && filled == 0)
            return failure(ErrorCode::damaged, "the deflated data set breaks zlib's format");
        filled += std::size_t(std::max<std::ptrdiff_t>(count, 0));
        bytes->resize(filled);
        if (filled > most)
            return failure(ErrorCode::limitExceeded,
                           "deflated data inflate beyond " + std::to_string(most) + " bytes");
        if (count < std::ptrdiff_t(step))
            return core::SharedBytes{*bytes, bytes};
    }
}

} // namespace pleurascope::dicom
