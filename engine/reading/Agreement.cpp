// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Agreement.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::reading {

std::optional<bool> readersFinding(const store::WorklistRow& row) {
    if (!row.verdict || !row.prediction || !row.prediction->isScored())
        return std::nullopt;
    return row.prediction->isFlagged() == (row.verdict->choice == store::VerdictChoice::agree);
}

Agreement agreementOf(const std::vector<store::WorklistRow>& rows) {
    Agreement a;
    for (const store::WorklistRow& row : rows)
        if (const auto reader = readersFinding(row)) {
            const bool model = row.prediction->isFlagged();
            ++(*reader ? (model ? a.both : a.readerOnly) : (model ? a.modelOnly : a.neither));
        }
    const double n = a.studies();
    if (n == 0)
        return a;
    const double observed = (a.both + a.neither) / n;
    const double readerYes = (a.both + a.readerOnly) / n;
    const double modelYes = (a.both + a.modelOnly) / n;
    const double chance = readerYes * modelYes + (1 - readerYes) * (1 - modelYes);
    if (chance >= 1)
        return a;
    a.kappa = (observed - chance) / (1 - chance);
    const double error = std::sqrt(observed * (1 - observed) / n) / (1 - chance);
    a.low = std::max(-1.0, a.kappa - 1.959964 * error);
    a.high = std::min(1.0, a.kappa + 1.959964 * error);
    return a;
}

} // namespace pleurascope::reading
