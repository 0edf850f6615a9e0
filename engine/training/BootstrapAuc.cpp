// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Shuffle.h"
#include "engine/training/Auc.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace pleurascope::training {

namespace {

/// The area of any draw of patients, from one sorting of the films: a patient drawn k times weighs k.
class WeightedArea {
public:
    WeightedArea(std::span<const double> scores, const std::vector<bool>& positive,
                 const std::vector<int>& patients)
        : m_scores(scores)
        , m_positive(positive)
        , m_patients(patients)
        , m_order(scores.size()) {
        std::iota(m_order.begin(), m_order.end(), std::size_t(0));
        std::sort(m_order.begin(), m_order.end(),
                  [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    }

    /// Below 0 where the draw lacks a class.
    [[nodiscard]] double of(const std::vector<int>& timesDrawn) const {
        double concordant = 0, negativesBelow = 0, positives = 0;
        for (std::size_t first = 0; first < m_order.size();) {
            double tiedPositives = 0, tiedNegatives = 0;
            const double score = m_scores[m_order[first]];
            for (; first < m_order.size() && m_scores[m_order[first]] == score; ++first) {
                const std::size_t film = m_order[first];
                (m_positive[film] ? tiedPositives : tiedNegatives) +=
                    timesDrawn[static_cast<std::size_t>(m_patients[film])];
            }
            concordant += tiedPositives * (negativesBelow + tiedNegatives / 2);
            negativesBelow += tiedNegatives;
            positives += tiedPositives;
        }
        const double pairs = positives * negativesBelow;
        return pairs > 0 ? concordant / pairs : -1;
    }

private:
    std::span<const double> m_scores;
    const std::vector<bool>& m_positive;
    const std::vector<int>& m_patients;
    std::vector<std::size_t> m_order;
};

/// Between the nearest two of sorted values (Hyndman and Fan 1996, definition 7).
double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

AucInterval bootstrapAuc(std::span<const double> scores, const std::vector<bool>& positive,
                         const std::vector<int>& patients, const BootstrapConfig& config) {
    assert(scores.size() == positive.size() && scores.size() == patients.size());
    const auto positives = std::count(positive.begin(), positive.end(), true);
    if (positives == 0 || positives == static_cast<std::ptrdiff_t>(positive.size()))
        return {};
    const auto count = static_cast<std::size_t>(*std::max_element(patients.begin(), patients.end()) + 1);
    const WeightedArea area(scores, positive, patients);
    data::Shuffle draw(config.seed);
    std::vector<double> areas;
    std::vector<int> timesDrawn(count);
    // Of one patient alone every draw is the same; of several, both classes soon come together.
    while (areas.size() < static_cast<std::size_t>(std::max(1, config.replicates))) {
        std::fill(timesDrawn.begin(), timesDrawn.end(), 0);
        for (std::size_t i = 0; i < count; ++i)
            ++timesDrawn[draw.interval(static_cast<std::uint32_t>(count - 1))];
        if (const double value = area.of(timesDrawn); value >= 0)
            areas.push_back(value);
    }
    std::sort(areas.begin(), areas.end());
    return {exactAuc(scores, positive), quantile(areas, 0.025), quantile(areas, 0.975)};
}

} // namespace pleurascope::training
