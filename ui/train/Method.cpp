// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/Method.h"

#include <QLocale>

namespace pleurascope::ui::train {

namespace {

CopyChoice copiesOf(const data::AugmentationRecipe& recipe) {
    if (recipe.steps.empty())
        return CopyChoice::none;
    return recipe == *data::augmentationPreset("notebook") ? CopyChoice::notebook : CopyChoice::standard;
}

const char* nameOf(CopyChoice copies) {
    switch (copies) {
    case CopyChoice::notebook:
        return "notebook";
    case CopyChoice::standard:
        return "default";
    case CopyChoice::none:
        break;
    }
    return "none";
}

} // namespace

std::optional<double> numberOf(const QString& text) {
    bool isNumber = false;
    double value = QLocale::c().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        value = QLocale().toDouble(text.trimmed(), &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QString textOf(double number) {
    return QLocale::c().toString(number, 'f', QLocale::FloatingPointShortest);
}

Method Method::of(const training::TrainingConfig& config) {
    const auto& o = config.optimization;
    Method method;
    method.fineTune = QString::fromStdString(config.fineTuning.stage);
    method.fineTuneRate = textOf(config.fineTuning.learningRate);
    method.optimizer = o.optimizer;
    method.weightDecay = o.weightDecay;
    method.schedule = o.schedule;
    method.warmUp = int(o.warmUp);
    method.smoothingPercent = int(o.labelSmoothing * 100 + 0.5);
    method.balance = o.oversample                                         ? BalanceChoice::oversampled
                     : o.classWeights == training::ClassWeights::balanced ? BalanceChoice::weighted
                                                                          : BalanceChoice::none;
    method.keptEpoch = config.keptEpoch;
    method.earlyStopping = o.earlyStopping;
    method.copies = copiesOf(config.augmentation.recipe);
    method.copiesMade = config.augmentation.mode;
    method.mirror = config.mirror;
    method.flipAverage = config.flipAverage;
    return method;
}

QString Method::problem() const {
    const auto rate = numberOf(fineTuneRate);
    return rate && *rate > 0 && *rate <= 1 ? QString() : tr("A number above 0, at most 1.");
}

void Method::apply(training::TrainingConfig& config) const {
    auto& o = config.optimization;
    config.fineTuning.stage = fineTune.toStdString();
    config.fineTuning.learningRate = numberOf(fineTuneRate).value_or(config.fineTuning.learningRate);
    o.optimizer = optimizer;
    o.weightDecay = weightDecay;
    o.schedule = schedule;
    o.warmUp = warmUp;
    o.labelSmoothing = smoothingPercent / 100.0;
    o.oversample = balance == BalanceChoice::oversampled;
    o.classWeights =
        balance == BalanceChoice::weighted ? training::ClassWeights::balanced : training::ClassWeights::none;
    config.keptEpoch = keptEpoch;
    o.earlyStopping = keptEpoch == training::KeptEpoch::last ? 0 : earlyStopping;
    if (copies != copiesOf(config.augmentation.recipe))
        config.augmentation.recipe = data::augmentationPreset(nameOf(copies)).value();
    config.augmentation.mode = copiesMade;
    config.mirror = mirror;
    config.flipAverage = flipAverage;
}

} // namespace pleurascope::ui::train
