// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Auc.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace pleurascope::training {

namespace {

/// Half of the 95% interval of a normal variable, in standard deviations.
constexpr double normal95 = 1.959963984540054;

/// Ranks from 1; equal values share the mean of their ranks.
std::vector<double> midRanks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        const double rank = 0.5 * static_cast<double>(first + last + 1);
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = rank;
        first = last;
    }
    return ranks;
}

double variance(const std::vector<double>& values) {
    if (values.size() < 2)
        return 0;
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size() - 1);
}

/// DeLong's structural components: of each positive film, the share of negatives below it (V10); of each
/// negative film, the share of positives above it (V01). Their means are the area.
struct Components {
    std::vector<double> positives, negatives;

    /// Of the mean of both, positives and negatives being independent draws.
    [[nodiscard]] double areaVariance() const {
        return variance(positives) / static_cast<double>(positives.size()) +
               variance(negatives) / static_cast<double>(negatives.size());
    }
    [[nodiscard]] bool areComplete() const { return !positives.empty() && !negatives.empty(); }
};

/// From ranks (Sun and Xu 2014): V10 = (rank among all - rank among positives) / n, V01 likewise.
Components componentsOf(std::span<const double> scores, const std::vector<bool>& positive) {
    assert(scores.size() == positive.size());
    Components sides;
    for (std::size_t i = 0; i < scores.size(); ++i)
        (positive[i] ? sides.positives : sides.negatives).push_back(scores[i]);
    const auto m = static_cast<double>(sides.positives.size());
    const auto n = static_cast<double>(sides.negatives.size());
    if (!sides.areComplete())
        return sides;
    std::vector<double> pooled = sides.positives;
    pooled.insert(pooled.end(), sides.negatives.begin(), sides.negatives.end());
    const auto all = midRanks(pooled);
    const auto amongPositives = midRanks(sides.positives);
    const auto amongNegatives = midRanks(sides.negatives);
    const std::size_t positives = sides.positives.size();
    for (std::size_t i = 0; i < positives; ++i)
        sides.positives[i] = (all[i] - amongPositives[i]) / n;
    for (std::size_t j = 0; j < sides.negatives.size(); ++j)
        sides.negatives[j] = 1 - (all[positives + j] - amongNegatives[j]) / m;
    return sides;
}

std::vector<double> minus(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> result(a.size());
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::minus<>());
    return result;
}

} // namespace

double exactAuc(std::span<const double> scores, const std::vector<bool>& positive) {
    const auto ranks = midRanks(scores);
    double sum = 0;
    double positives = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (positive[i]) {
            sum += ranks[i];
            ++positives;
        }
    const double negatives = static_cast<double>(scores.size()) - positives;
    const double pairs = positives * negatives;
    return pairs > 0 ? (sum - positives * (positives + 1) / 2) / pairs : 0;
}

AucInterval deLongInterval(std::span<const double> scores, const std::vector<bool>& positive) {
    AucInterval interval;
    interval.auc = exactAuc(scores, positive);
    const Components components = componentsOf(scores, positive);
    if (!components.areComplete())
        return interval;
    const double error = normal95 * std::sqrt(components.areaVariance());
    interval.low = std::max(0.0, interval.auc - error);
    interval.high = std::min(1.0, interval.auc + error);
    return interval;
}

AucDifference pairedDeLong(std::span<const double> first, std::span<const double> second,
                           const std::vector<bool>& positive) {
    const Components a = componentsOf(first, positive);
    const Components b = componentsOf(second, positive);
    AucDifference result;
    if (!a.areComplete())
        return result;
    result.first = exactAuc(first, positive);
    result.second = exactAuc(second, positive);
    result.difference = result.first - result.second;
    // var(A - B) with its covariances is the variance of the components' differences.
    const Components differences{minus(a.positives, b.positives), minus(a.negatives, b.negatives)};
    const double deviation = std::sqrt(differences.areaVariance());
    result.low = result.difference - normal95 * deviation;
    result.high = result.difference + normal95 * deviation;
    if (deviation > 0)
        result.p = std::erfc(std::abs(result.difference) / deviation / std::sqrt(2.0));
    else
        result.p = result.difference == 0 ? 1 : 0;
    return result;
}

} // namespace pleurascope::training
