// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <limits>
#include <type_traits>

namespace pleurascope::dicom {

/// Where a stored value lies in its container, and what may be beside it (PS3.5 8.1.1). T is as signed as the
/// values are.
template <class T>
struct StoredBits {
    using Unsigned = std::make_unsigned_t<T>;

    StoredBits(int bitsStored, int highBit)
        : shift(std::max(0, highBit + 1 - bitsStored))
        , mask(Unsigned(Unsigned(~Unsigned(0)) >> (std::numeric_limits<Unsigned>::digits - bitsStored)))
        , signBit(std::is_signed_v<T> ? Unsigned(Unsigned(1) << (bitsStored - 1)) : Unsigned(0)) {}

    [[nodiscard]] T masked(Unsigned raw) const { return inPlace(Unsigned(raw >> shift)); }
    /// Of a value that is at its place already; several at a time, where masked() would widen them to shift.
    [[nodiscard]] T inPlace(Unsigned raw) const {
        return T(Unsigned(Unsigned((raw & mask) ^ signBit) - signBit));
    }
    [[nodiscard]] T clamped(T value) const {
        return std::clamp(value, T(Unsigned(0) - signBit), T(Unsigned(mask - signBit)));
    }
    /// Zero where the value needs no change.
    [[nodiscard]] Unsigned excess(Unsigned raw) const {
        return Unsigned(Unsigned(raw + signBit) & Unsigned(~mask));
    }
    /// True where no value needs a change.
    [[nodiscard]] bool fillContainer() const { return shift == 0 && mask == Unsigned(~Unsigned(0)); }

    int shift;
    Unsigned mask;
    Unsigned signBit;
};

} // namespace pleurascope::dicom
