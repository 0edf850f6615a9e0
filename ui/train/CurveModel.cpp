// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/CurveModel.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::train {

double valueOf(const training::EpochRecord& record, Measure measure, Side side) {
    const training::SideMetrics& metrics = side == Side::training ? record.training : record.validation;
    switch (measure) {
    case Measure::loss:
        return metrics.loss;
    case Measure::auc:
        return metrics.auc;
    case Measure::accuracy:
        return metrics.accuracy;
    case Measure::precision:
        return metrics.precision;
    case Measure::recall:
        return metrics.recall;
    }
    return 0;
}

double tickStep(double span) {
    if (!(span > 0) || !std::isfinite(span))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(span)));
    for (const double factor : {0.1, 0.2, 0.5, 1.0, 2.0})
        if (span / (factor * power) <= 6.0001)
            return factor * power;
    return 2 * power;
}

void CurveModel::begin(int plannedEpochs) {
    m_planned = plannedEpochs;
    m_epochs.clear();
}

void CurveModel::add(const training::EpochRecord& record) {
    while (!m_epochs.empty() && m_epochs.back().epoch >= record.epoch)
        m_epochs.pop_back();
    m_epochs.push_back(record);
}

QVector<double> CurveModel::numbers() const {
    QVector<double> result;
    result.reserve(qsizetype(m_epochs.size()));
    for (const training::EpochRecord& record : m_epochs)
        result << record.epoch;
    return result;
}

QVector<double> CurveModel::values(Measure measure, Side side) const {
    QVector<double> result;
    result.reserve(qsizetype(m_epochs.size()));
    for (const training::EpochRecord& record : m_epochs)
        result << valueOf(record, measure, side);
    return result;
}

std::optional<double> CurveModel::last(Measure measure, Side side) const {
    if (m_epochs.empty())
        return std::nullopt;
    return valueOf(m_epochs.back(), measure, side);
}

std::optional<int> CurveModel::bestEpoch() const {
    const auto best = std::max_element(m_epochs.begin(), m_epochs.end(), [](const auto& a, const auto& b) {
        return a.validation.auc < b.validation.auc; // max_element gives the first of equals
    });
    if (best == m_epochs.end())
        return std::nullopt;
    return best->epoch;
}

AxisRange CurveModel::epochRange() const {
    const int last = std::max({m_planned, m_epochs.empty() ? 0 : m_epochs.back().epoch, 1});
    return {0, double(last), std::max(1.0, tickStep(last))};
}

AxisRange CurveModel::valueRange(Measure measure) const {
    const bool halved = measure == Measure::auc || measure == Measure::accuracy;
    AxisRange range = halved ? AxisRange{0.5, 1, 0.1} : AxisRange{0, 1, 0.25};
    if (m_epochs.empty())
        return range;
    if (measure == Measure::loss) {
        const double step = tickStep(std::max(highest(measure), 0.1));
        return {0, std::ceil(highest(measure) / step - 1e-9) * step, step};
    }
    if (lowest(measure) < range.low - 1e-9) {
        range.low = std::max(0.0, std::floor(lowest(measure) * 10 + 1e-9) / 10);
        range.step = range.high - range.low > 0.6 ? 0.2 : 0.1;
    }
    return range;
}

double CurveModel::lowest(Measure measure) const {
    double result = HUGE_VAL;
    for (const training::EpochRecord& record : m_epochs)
        for (const Side side : {Side::training, Side::validation})
            if (const double value = valueOf(record, measure, side); std::isfinite(value))
                result = std::min(result, value);
    return result;
}

double CurveModel::highest(Measure measure) const {
    double result = 0;
    for (const training::EpochRecord& record : m_epochs)
        for (const Side side : {Side::training, Side::validation})
            if (const double value = valueOf(record, measure, side); std::isfinite(value))
                result = std::max(result, value);
    return result;
}

} // namespace pleurascope::ui::train
