// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingObserver.h"

#include <QVector>

#include <optional>
#include <vector>

namespace pleurascope::ui::train {

enum class Measure { loss, auc, accuracy, precision, recall };
enum class Side { training, validation };

/// Both ends of an axis, and the step of its ticks.
struct AxisRange {
    double low = 0;
    double high = 1;
    double step = 0.2;
    friend bool operator==(const AxisRange&, const AxisRange&) = default;
};

/// What one side measured in an epoch.
[[nodiscard]] double valueOf(const training::EpochRecord& record, Measure measure, Side side);

/// The epochs of one run, as charts want them: series, axes, best epoch. Data alone, no drawing.
class CurveModel {
public:
    /// Empty, for a run of so many epochs.
    void begin(int plannedEpochs);
    /// Epochs come in order; one that is there already (a resumed run) is replaced with all after it.
    void add(const training::EpochRecord& record);

    [[nodiscard]] bool isEmpty() const { return m_epochs.empty(); }
    [[nodiscard]] const std::vector<training::EpochRecord>& epochs() const { return m_epochs; }
    [[nodiscard]] QVector<double> numbers() const;
    [[nodiscard]] QVector<double> values(Measure measure, Side side) const;
    /// The last value; none in an empty run.
    [[nodiscard]] std::optional<double> last(Measure measure, Side side) const;
    /// The earliest epoch of the highest validation AUC: the one whose weights are kept.
    [[nodiscard]] std::optional<int> bestEpoch() const;

    [[nodiscard]] AxisRange epochRange() const;
    /// AUC and accuracy 0.5 to 1, precision and recall 0 to 1, wider only where the data leave that; loss
    /// from 0.
    [[nodiscard]] AxisRange valueRange(Measure measure) const;

private:
    [[nodiscard]] double lowest(Measure measure) const;
    [[nodiscard]] double highest(Measure measure) const;

    int m_planned = 0;
    std::vector<training::EpochRecord> m_epochs;
};

/// A step of 1, 2 or 5 times a power of ten that cuts `span` into 4 to 10 parts.
[[nodiscard]] double tickStep(double span);

} // namespace pleurascope::ui::train
