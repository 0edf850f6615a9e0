// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"
#include "engine/data/Shuffle.h"

namespace pleurascope::data {

/// `count` films of two labels, some of known patients with up to four films, drawn from `seed`.
inline Dataset drawnDataset(std::uint32_t seed, int count) {
    Shuffle draw(seed);
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < count; ++i) {
        Sample sample{"film" + std::to_string(i) + ".png", draw.interval(2) == 0 ? 0 : 1, {}, {}, {}, {}};
        if (draw.interval(1) == 1)
            sample.patientId = "P" + std::to_string(draw.interval(std::uint32_t(count) / 3));
        dataset.samples.push_back(sample);
    }
    return dataset;
}

} // namespace pleurascope::data
