// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/CurveModel.h"

#include "ui/train/CustomPlot.h"

namespace pleurascope::ui::train {

/// The curves of one measure. Follows the newest epoch until it is dragged or zoomed; a double click
/// restores. The last value stands at the last point, the best epoch is a dotted line.
class CurvePlot : public QCustomPlot {
    Q_OBJECT
public:
    CurvePlot(Measure measure, int decimals, QWidget* parent = nullptr);

    /// Takes the data; drawn at the next replot().
    void show(const CurveModel& curves);
    /// Writes 'epoch' below the axis: once is enough where charts stand above one another.
    [[nodiscard]] Measure measure() const { return m_measure; }
    void nameEpochAxis();
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Draws again, soon; many calls are one drawing.
    void replotSoon() { replot(QCustomPlot::rpQueuedReplot); }

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

    /// Where two labels go so that they are at least `gap` apart, about their middle. Pure.
    [[nodiscard]] static std::pair<double, double> apart(double first, double second, double gap);

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();
    void restoreRanges();
    void paintBestEpoch(QPainter& painter) const;
    void paintLastValues(QPainter& painter) const;

    Measure m_measure;
    int m_decimals;
    CurveModel m_curves;
    QCPGraph* m_training;
    QCPGraph* m_validation;
    bool m_following = true;
};

} // namespace pleurascope::ui::train
