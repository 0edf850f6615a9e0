// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::data {

/// Where an operation's chances come from. Operations draw in Augmentor's order, also what they then do not
/// use.
class AugmentationDraws {
public:
    virtual ~AugmentationDraws() = default;
    /// Both ends included (Python's randint).
    [[nodiscard]] virtual int integer(int low, int high) = 0;
    [[nodiscard]] virtual double uniform(double low, double high) = 0;
};

} // namespace pleurascope::data
