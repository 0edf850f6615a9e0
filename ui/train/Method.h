// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingConfig.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace pleurascope::ui::train {

/// Copies of training films that the form offers.
enum class CopyChoice { none, notebook, standard };

/// How classes of different size are evened out.
enum class BalanceChoice { none, weighted, oversampled };

/// How a run learns, beyond what every run has: what is fine-tuned, optimizer, copies. As it was typed.
class Method {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::train::Method)
public:
    QString fineTune;                                 ///< a stage, or empty: the head alone
    QString fineTuneRate = QStringLiteral("0.00005"); ///< as typed
    training::OptimizerKind optimizer = training::OptimizerKind::adam;
    double weightDecay = 0.01;
    training::ScheduleKind schedule = training::ScheduleKind::constant;
    int warmUp = 0;           ///< epochs
    int smoothingPercent = 0; ///< of the labels
    BalanceChoice balance = BalanceChoice::none;
    training::KeptEpoch keptEpoch = training::KeptEpoch::best;
    int earlyStopping = 0; ///< epochs; 0: never; has no say where the last epoch is kept
    CopyChoice copies = CopyChoice::none;
    data::AugmentationMode copiesMade = data::AugmentationMode::fixedSet;
    training::Mirror mirror = training::Mirror::none;
    bool flipAverage = false;

    [[nodiscard]] static Method of(const training::TrainingConfig& config);
    /// What is wrong with the rate, or nothing.
    [[nodiscard]] QString problem() const;
    /// Sets what this has a say in; only without a problem().
    void apply(training::TrainingConfig& config) const;
};

/// "0.00005", with a point or the locale's sign; none where it is no number.
[[nodiscard]] std::optional<double> numberOf(const QString& text);
/// The shortest text that numberOf() reads as the same number.
[[nodiscard]] QString textOf(double number);

} // namespace pleurascope::ui::train
