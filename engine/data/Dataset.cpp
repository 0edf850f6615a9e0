// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Dataset.h"

#include <algorithm>

namespace pleurascope::data {

int Dataset::countOf(int label) const {
    return int(
        std::count_if(samples.begin(), samples.end(), [&](const Sample& s) { return s.label == label; }));
}

core::Result<int> positiveClass(const std::vector<std::string>& classes, const std::string& wanted) {
    const auto indexOf = [&](const std::string& name) {
        return int(std::find(classes.begin(), classes.end(), name) - classes.begin());
    };
    const int count = int(classes.size());
    if (!wanted.empty()) {
        const int index = indexOf(wanted);
        if (index == count)
            return core::failure(core::ErrorCode::unknownLabel, wanted);
        return index;
    }
    if (const int index = indexOf("effusion"); index < count)
        return index;
    if (classes.empty())
        return core::failure(core::ErrorCode::invalidArgument, "no classes");
    return int(std::max_element(classes.begin(), classes.end()) - classes.begin());
}

} // namespace pleurascope::data
