// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/LookAlikes.h"

#include "engine/data/DisjointSets.h"

#include <cassert>
#include <map>

namespace pleurascope::data {

void groupLookAlikes(Dataset& dataset, const std::vector<LookPrint>& prints, double threshold) {
    assert(prints.size() == dataset.samples.size());
    auto& samples = dataset.samples;
    DisjointSets sets(samples.size());
    std::vector<bool> grouped(samples.size(), false);
    for (std::size_t i = 0; i < samples.size(); ++i)
        for (std::size_t j = i + 1; j < samples.size(); ++j) {
            const bool idsDecide = !samples[i].patientId.empty() && !samples[j].patientId.empty();
            if (idsDecide || prints[i].likeness(prints[j]) < threshold)
                continue;
            sets.link(i, j);
            grouped[i] = grouped[j] = true;
        }
    std::map<std::size_t, std::string> names;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].lookGroup.clear();
        if (grouped[i])
            samples[i].lookGroup =
                names.emplace(sets.lowest(i), "look-" + std::to_string(names.size() + 1)).first->second;
    }
}

} // namespace pleurascope::data
