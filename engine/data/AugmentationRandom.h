// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentationDraws.h"

#include <cstdint>
#include <string_view>

namespace pleurascope::data {

/// The chances of one copy of one film: SplitMix64 (Steele, Lea, Flood 2014) started from the SHA-256 of
/// seed, film and copy. Nothing else goes in, so neither threads nor order nor the other films move a draw,
/// and every machine draws the same.
class AugmentationRandom : public AugmentationDraws {
public:
    /// `film` names the film whatever its path, best by its file's hash.
    AugmentationRandom(std::uint32_t seed, std::string_view film, std::uint32_t copy);

    [[nodiscard]] int integer(int low, int high) override;
    /// Below `high`, in steps of 2^-53 of the range.
    [[nodiscard]] double uniform(double low, double high) override;

private:
    std::uint64_t next();

    std::uint64_t m_state = 0;
};

} // namespace pleurascope::data
