// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace pleurascope::data {

/// NumPy's `RandomState(seed).shuffle`, which Keras' image_dataset_from_directory uses: Fisher-Yates from the
/// end, each place drawn from MT19937 by masked rejection (numpy/random/src/distributions,
/// `random_interval`). The same on every machine; std::shuffle is not. Successive calls continue one stream.
class Shuffle {
public:
    explicit Shuffle(std::uint32_t seed)
        : m_engine(seed) {}

    /// Uniform in [0, highest]. Takes no draw for `highest` 0.
    [[nodiscard]] std::uint32_t interval(std::uint32_t highest);
    void apply(std::span<int> values);
    /// 0 .. count-1, shuffled.
    [[nodiscard]] std::vector<int> permutation(int count);

private:
    std::mt19937 m_engine;
};

} // namespace pleurascope::data
