// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::imaging {

/// Python's round(value, decimals): the decimal nearest to the exact binary value, halves to even. `value` is
/// below 1e9 in size, `decimals` 0 to 15.
[[nodiscard]] double roundedToDecimals(double value, int decimals);

/// Python's int(round(value)): halves to even. `value` must fit an int.
[[nodiscard]] int roundedToInt(double value);

} // namespace pleurascope::imaging
