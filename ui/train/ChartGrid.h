// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/CurveModel.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace pleurascope::ui::widgets {
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

class CurvePlot;
class RunSummary;

/// The run's curves as small multiples on cards, two beside three, and a card that sums the run up. Draws at
/// most 30 times a second.
class ChartGrid : public QWidget {
    Q_OBJECT
public:
    explicit ChartGrid(QWidget* parent = nullptr);

    /// The class that precision and recall are of, as it is called on the cards.
    void setPositiveClass(const QString& name);
    void show(const CurveModel& curves);
    /// Says on every card that validation figures say too much.
    void setLeaking(bool leaking);
    void setFollowing(bool following);
    [[nodiscard]] RunSummary& summary() const { return *m_summary; }
    [[nodiscard]] const std::vector<CurvePlot*>& plots() const { return m_plots; }

Q_SIGNALS:
    /// False as soon as one chart was touched.
    void followingChanged(bool following);

private:
    CurvePlot* addPlot(QGridLayout& grid, Measure measure, int decimals, const QString& title);
    void draw();

    CurveModel m_curves;
    std::vector<CurvePlot*> m_plots;
    std::vector<widgets::TextLabel*> m_remarks; ///< one a card
    widgets::TextLabel* m_precisionTitle = nullptr;
    widgets::TextLabel* m_recallTitle = nullptr;
    widgets::TextLabel* m_lastTitle = nullptr;
    bool m_leaking = false;
    RunSummary* m_summary;
    QTimer m_timer;
};

} // namespace pleurascope::ui::train
