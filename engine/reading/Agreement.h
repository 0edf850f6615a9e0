// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <vector>

namespace pleurascope::reading {

/// What a reader found, by the verdict and the score that it was about: agreeing with a score takes its side.
/// None where there is no such score.
[[nodiscard]] std::optional<bool> readersFinding(const store::WorklistRow& row);

/// How often reader and model say the same of a study, beyond chance.
struct Agreement {
    int both = 0;       ///< finding, for reader and model
    int neither = 0;    ///< no finding, for either
    int readerOnly = 0; ///< the reader's finding alone
    int modelOnly = 0;
    double kappa = 0;         ///< Cohen 1960; 0 where it is not defined
    double low = 0, high = 0; ///< 95%, by Cohen's large-sample standard error, kept within -1 and 1

    [[nodiscard]] int studies() const { return both + neither + readerOnly + modelOnly; }
};

/// Of the rows in which both have an opinion.
[[nodiscard]] Agreement agreementOf(const std::vector<store::WorklistRow>& rows);

} // namespace pleurascope::reading
