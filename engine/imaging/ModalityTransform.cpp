// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ModalityTransform.h"

#include <cassert>
#include <cmath>

namespace pleurascope::imaging {

double tableValue(const LookupTable& table, double input) {
    assert(!table.entries.empty());
    const double index = std::round(input - double(table.firstMapped));
    if (!(index > 0))
        return table.entries.front();
    if (index >= double(table.entries.size()))
        return table.entries.back();
    return table.entries[std::size_t(index)];
}

} // namespace pleurascope::imaging
