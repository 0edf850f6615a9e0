// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace pleurascope::training {

namespace {

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

} // namespace

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

double kerasAccuracy(const LabelledPredictions& predictions) {
    double right = 0;
    for (std::size_t row = 0; row < predictions.count(); ++row) {
        int largest = 0;
        for (int column = 1; column < predictions.classes; ++column)
            if (predictions.probability(row, column) > predictions.probability(row, largest))
                largest = column;
        right += largest == predictions.labels[row];
    }
    return ratio(right, static_cast<double>(predictions.count()));
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

double averagePrecision(std::span<const double> scores, const std::vector<bool>& positive) {
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    double found = 0, sum = 0;
    for (std::size_t next = 0; next < order.size();) {
        const double before = found;
        const double score = scores[order[next]];
        for (; next < order.size() && scores[order[next]] == score; ++next)
            found += positive[order[next]];
        sum += (found - before) * found / static_cast<double>(next);
    }
    return ratio(sum, found);
}

double brierScore(std::span<const double> probabilities, const std::vector<bool>& positive) {
    double sum = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double distance = probabilities[i] - (positive[i] ? 1.0 : 0.0);
        sum += distance * distance;
    }
    return ratio(sum, static_cast<double>(probabilities.size()));
}

double expectedCalibrationError(std::span<const double> probabilities, const std::vector<bool>& positive) {
    constexpr std::size_t bins = 15;
    // Weighted by its films, a bin's distance of two means is the size of its sum of differences.
    std::array<double, bins> differences{};
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double place = std::ceil(probabilities[i] * static_cast<double>(bins)) - 1;
        const auto bin = static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(bins - 1)));
        differences[bin] += probabilities[i] - (positive[i] ? 1.0 : 0.0);
    }
    double sum = 0;
    for (const double difference : differences)
        sum += std::abs(difference);
    return ratio(sum, static_cast<double>(probabilities.size()));
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
    metrics.kerasAccuracy = kerasAccuracy(predictions);
    metrics.kerasPrecision = keras.precision;
    metrics.kerasRecall = keras.recall;
    return metrics;
}

} // namespace pleurascope::training
