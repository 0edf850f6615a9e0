// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Calibration.h"

#include "engine/training/Metrics.h"
#include "engine/weights/Temperature.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pleurascope::training {

namespace {

constexpr double lowestTemperature = 0.05;
constexpr double highestTemperature = 20;

/// The likelihood's derivatives in b = 1 / temperature: with p = softmax(b z), the sum of E_p[z] - z_label,
/// and of Var_p[z], which is never negative.
struct Slope {
    double first = 0;
    double second = 0;
};

Slope slopeAt(const LabelledLogits& films, double b) {
    Slope slope;
    for (std::size_t film = 0; film < films.count(); ++film) {
        const auto z = films.row(film);
        const double largest = *std::max_element(z.begin(), z.end());
        double weight = 0, mean = 0, square = 0;
        for (const double value : z) {
            const double e = std::exp(b * (value - largest));
            weight += e;
            mean += e * (value - largest);
            square += e * (value - largest) * (value - largest);
        }
        mean /= weight;
        slope.first += mean - (z[static_cast<std::size_t>(films.labels[film])] - largest);
        slope.second += square / weight - mean * mean;
    }
    return slope;
}

} // namespace

double negativeLogLikelihood(const LabelledLogits& films, double temperature) {
    double sum = 0;
    for (std::size_t film = 0; film < films.count(); ++film)
        sum -= std::log(weights::positiveProbability(films.row(film), films.labels[film], temperature));
    return films.count() == 0 ? 0 : sum / static_cast<double>(films.count());
}

std::optional<double> fitTemperature(const LabelledLogits& films) {
    double low = 1 / highestTemperature, high = 1 / lowestTemperature;
    if (films.count() == 0 || slopeAt(films, low).first >= 0 || slopeAt(films, high).first <= 0)
        return std::nullopt;
    double b = 1;
    // Newton's step where it stays between the bounds, else halving: converges from anywhere.
    for (int step = 0; step < 200 && high - low > 1e-12 * high; ++step) {
        const Slope slope = slopeAt(films, b);
        (slope.first > 0 ? high : low) = b;
        const double next = b - slope.first / slope.second;
        const double before = b;
        b = next > low && next < high ? next : (low + high) / 2;
        if (std::abs(b - before) <= 1e-12 * b)
            break;
    }
    return 1 / b;
}

double youdenThreshold(std::span<const double> probabilities, const std::vector<bool>& positive) {
    std::vector<std::size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return probabilities[a] < probabilities[b]; });
    const auto positives = std::count(positive.begin(), positive.end(), true);
    const auto negatives = static_cast<std::ptrdiff_t>(positive.size()) - positives;
    if (positives == 0 || negatives == 0)
        return 0.5;
    // Counts, not shares: sums of products of integers tie exactly where the rule ties.
    std::ptrdiff_t missed = 0, cleared = 0, best = 0;
    double threshold = probabilities[order.front()];
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        ++(positive[order[i]] ? missed : cleared);
        const double below = probabilities[order[i]], above = probabilities[order[i + 1]];
        const std::ptrdiff_t worth = cleared * positives - missed * negatives;
        if (below < above && worth > best) {
            best = worth;
            threshold = below + (above - below) / 2;
        }
    }
    return threshold;
}

void Calibration::applyTo(weights::ModelDescription& model) const {
    model.temperature = temperature;
    model.calibratedOn = films;
    model.threshold = threshold;
    model.thresholdRule = thresholdRule;
    for (const auto& [name, value] : metrics)
        model.provenance.metrics[name] = value;
}

Calibration calibrationFrom(const LabelledLogits& films, int positiveClass) {
    Calibration calibration;
    std::vector<bool> positive;
    for (const int label : films.labels)
        positive.push_back(label == positiveClass);
    const auto positives = std::count(positive.begin(), positive.end(), true);
    const bool finite = std::all_of(films.logits.begin(), films.logits.end(),
                                    [](double logit) { return std::isfinite(logit); });
    if (!finite || positives == 0 || positives == static_cast<std::ptrdiff_t>(positive.size()))
        return calibration;
    if (const auto temperature = fitTemperature(films)) {
        calibration.temperature = *temperature;
        calibration.films = static_cast<int>(films.count());
    }
    std::vector<double> probabilities;
    for (std::size_t film = 0; film < films.count(); ++film)
        probabilities.push_back(
            weights::positiveProbability(films.row(film), positiveClass, calibration.temperature));
    calibration.threshold = youdenThreshold(probabilities, positive);
    calibration.thresholdRule = "youden";
    const auto counts = confusion(probabilities, positive, calibration.threshold);
    calibration.metrics = {{"val_average_precision", averagePrecision(probabilities, positive)},
                           {"val_brier", brierScore(probabilities, positive)},
                           {"val_ece", expectedCalibrationError(probabilities, positive)},
                           {"val_sensitivity", counts.recall()},
                           {"val_specificity", counts.specificity()}};
    return calibration;
}

} // namespace pleurascope::training
