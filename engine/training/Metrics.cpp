// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Metrics.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace pleurascope::training {

namespace {

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

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

struct BySide {
    std::vector<double> positives, negatives;
};

BySide separate(std::span<const double> scores, const std::vector<bool>& positive) {
    assert(scores.size() == positive.size());
    BySide sides;
    for (std::size_t i = 0; i < scores.size(); ++i)
        (positive[i] ? sides.positives : sides.negatives).push_back(scores[i]);
    return sides;
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
    return ratio(sum - positives * (positives + 1) / 2, positives * negatives);
}

AucInterval deLongInterval(std::span<const double> scores, const std::vector<bool>& positive) {
    const BySide sides = separate(scores, positive);
    const auto m = static_cast<double>(sides.positives.size());
    const auto n = static_cast<double>(sides.negatives.size());
    AucInterval interval;
    interval.auc = exactAuc(scores, positive);
    if (m == 0 || n == 0)
        return interval;
    // Structural components from ranks: V10 = (rank among all - rank among positives) / n, V01 likewise.
    std::vector<double> pooled = sides.positives;
    pooled.insert(pooled.end(), sides.negatives.begin(), sides.negatives.end());
    const auto all = midRanks(pooled);
    const auto amongPositives = midRanks(sides.positives);
    const auto amongNegatives = midRanks(sides.negatives);
    std::vector<double> v10(sides.positives.size());
    std::vector<double> v01(sides.negatives.size());
    for (std::size_t i = 0; i < v10.size(); ++i)
        v10[i] = (all[i] - amongPositives[i]) / n;
    for (std::size_t j = 0; j < v01.size(); ++j)
        v01[j] = 1 - (all[v10.size() + j] - amongNegatives[j]) / m;
    const double error = 1.959963984540054 * std::sqrt(variance(v10) / m + variance(v01) / n);
    interval.low = std::max(0.0, interval.auc - error);
    interval.high = std::min(1.0, interval.auc + error);
    return interval;
}

double kerasAuc(const LabelledPredictions& predictions) {
    constexpr std::size_t buckets = 200;
    std::array<double, buckets> positives{};
    std::array<double, buckets> negatives{};
    for (std::size_t row = 0; row < predictions.count(); ++row)
        for (int column = 0; column < predictions.classes; ++column) {
            const float scaled = std::ceil(predictions.probability(row, column) * 199.0F) - 1.0F;
            const auto bucket = static_cast<std::size_t>(std::max(scaled, 0.0F));
            (predictions.labels[row] == column ? positives : negatives)[bucket] += 1;
        }
    for (std::size_t i = buckets - 1; i > 0; --i) {
        positives[i - 1] += positives[i];
        negatives[i - 1] += negatives[i];
    }
    double area = 0;
    for (std::size_t i = 0; i + 1 < buckets; ++i)
        area += ratio(negatives[i] - negatives[i + 1], negatives[0]) *
                ratio(positives[i] + positives[i + 1], positives[0]) / 2;
    return area;
}

KerasPrecisionRecall kerasPrecisionRecall(const LabelledPredictions& predictions) {
    double tp = 0, fp = 0, fn = 0;
    for (std::size_t row = 0; row < predictions.count(); ++row)
        for (int column = 0; column < predictions.classes; ++column) {
            const bool called = predictions.probability(row, column) > 0.5F;
            const bool is = predictions.labels[row] == column;
            tp += called && is;
            fp += called && !is;
            fn += !called && is;
        }
    return {ratio(tp, tp + fp), ratio(tp, tp + fn)};
}

double ConfusionCounts::accuracy() const {
    return ratio(tp + tn, tp + tn + fp + fn);
}
double ConfusionCounts::precision() const {
    return ratio(tp, tp + fp);
}
double ConfusionCounts::recall() const {
    return ratio(tp, tp + fn);
}
double ConfusionCounts::specificity() const {
    return ratio(tn, tn + fp);
}

ConfusionCounts confusion(std::span<const double> scores, const std::vector<bool>& positive,
                          double threshold) {
    ConfusionCounts counts;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const bool called = scores[i] >= threshold;
        int& cell = positive[i] ? (called ? counts.tp : counts.fn) : (called ? counts.fp : counts.tn);
        ++cell;
    }
    return counts;
}

SideMetrics sideMetrics(const LabelledPredictions& predictions, int positiveClass, double loss) {
    std::vector<double> scores;
    std::vector<bool> positive;
    for (std::size_t row = 0; row < predictions.count(); ++row) {
        scores.push_back(static_cast<double>(predictions.probability(row, positiveClass)));
        positive.push_back(predictions.labels[row] == positiveClass);
    }
    const ConfusionCounts counts = confusion(scores, positive, 0.5);
    const auto keras = kerasPrecisionRecall(predictions);
    SideMetrics metrics;
    metrics.loss = loss;
    metrics.accuracy = counts.accuracy();
    metrics.auc = exactAuc(scores, positive);
    metrics.precision = counts.precision();
    metrics.recall = counts.recall();
    metrics.kerasAuc = kerasAuc(predictions);
    metrics.kerasPrecision = keras.precision;
    metrics.kerasRecall = keras.recall;
    return metrics;
}

} // namespace pleurascope::training
