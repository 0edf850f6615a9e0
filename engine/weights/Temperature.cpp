// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Temperature.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::weights {

double positiveMargin(std::span<const double> logits, int positive, double temperature) {
    const auto place = static_cast<std::size_t>(positive);
    double largest = -INFINITY;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (i != place)
            largest = std::max(largest, logits[i] / temperature);
    double others = 0;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (i != place)
            others += std::exp(logits[i] / temperature - largest);
    return logits[place] / temperature - (largest + std::log(others));
}

double positiveProbability(std::span<const double> logits, int positive, double temperature) {
    return 1 / (1 + std::exp(-positiveMargin(logits, positive, temperature)));
}

ModelContents withTemperatureFolded(ModelContents model) {
    auto& description = model.description;
    const std::size_t hidden = description.head.hidden.size();
    const std::string last = hidden == 0 ? "dense" : "dense_" + std::to_string(hidden);
    for (const char* part : {"/kernel", "/bias"})
        if (const auto tensor = model.tensors.find(last + part); tensor != model.tensors.end())
            for (float& value : tensor->second.values)
                value = static_cast<float>(value / description.temperature);
    description.temperature = 1;
    return model;
}

} // namespace pleurascope::weights
