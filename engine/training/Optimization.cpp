// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Optimization.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pleurascope::training {

namespace {

template <class Kind, std::size_t N>
Kind fromWord(std::string_view word, const std::array<Kind, N>& kinds) {
    const auto found = std::ranges::find_if(kinds, [&](Kind kind) { return wordOf(kind) == word; });
    return found == kinds.end() ? kinds.front() : *found;
}

double scheduleFactor(ScheduleKind schedule, double share) {
    switch (schedule) {
    case ScheduleKind::cosine:
        return 0.5 * (1 + std::cos(std::numbers::pi * share));
    case ScheduleKind::step:
        return share < 0.5 ? 1 : share < 0.75 ? 0.1 : 0.01;
    case ScheduleKind::constant:
        break;
    }
    return 1;
}

} // namespace

std::string_view wordOf(OptimizerKind kind) {
    return kind == OptimizerKind::adamw ? "adamw" : "adam";
}

std::string_view wordOf(ScheduleKind kind) {
    switch (kind) {
    case ScheduleKind::cosine:
        return "cosine";
    case ScheduleKind::step:
        return "step";
    case ScheduleKind::constant:
        break;
    }
    return "constant";
}

std::string_view wordOf(LossKind kind) {
    return kind == LossKind::focal ? "focal" : "cross-entropy";
}

std::string_view wordOf(ClassWeights weights) {
    return weights == ClassWeights::balanced ? "balanced" : "none";
}

OptimizerKind optimizerFromWord(std::string_view word) {
    return fromWord(word, std::array{OptimizerKind::adam, OptimizerKind::adamw});
}

ScheduleKind scheduleFromWord(std::string_view word) {
    return fromWord(word, std::array{ScheduleKind::constant, ScheduleKind::cosine, ScheduleKind::step});
}

LossKind lossFromWord(std::string_view word) {
    return fromWord(word, std::array{LossKind::crossEntropy, LossKind::focal});
}

ClassWeights classWeightsFromWord(std::string_view word) {
    return fromWord(word, std::array{ClassWeights::none, ClassWeights::balanced});
}

double rateFactor(const Optimization& optimization, double position, int epochs) {
    if (position < optimization.warmUp)
        return position / optimization.warmUp;
    const double rest = std::max(epochs - optimization.warmUp, 1e-9);
    return scheduleFactor(optimization.schedule,
                          std::clamp((position - optimization.warmUp) / rest, 0.0, 1.0));
}

const char* problemOf(const Optimization& o) {
    if (!(o.weightDecay >= 0 && o.weightDecay <= 10))
        return "weight-decay";
    if (!(o.warmUp >= 0 && o.warmUp <= 100000))
        return "warm-up";
    if (!(o.focalGamma >= 0 && o.focalGamma <= 100))
        return "focal-gamma";
    if (!(o.labelSmoothing >= 0 && o.labelSmoothing < 1))
        return "label-smoothing";
    if (!(o.clipNorm >= 0 && std::isfinite(o.clipNorm)))
        return "clip-norm";
    if (o.earlyStopping < 0)
        return "early-stopping";
    return nullptr;
}

} // namespace pleurascope::training
