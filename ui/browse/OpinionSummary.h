// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyState.h"

#include <QWidget>

namespace pleurascope::ui::widgets {
class NumberLabel;
class ScoreBar;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::browse {

/// The model's opinion in the preview: words, score, bar with its threshold, and what kind of number it is.
class OpinionSummary : public QWidget {
    Q_OBJECT
public:
    explicit OpinionSummary(QWidget* parent = nullptr);
    void setStudy(const store::WorklistRow& row, const StateContext& context);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeThreshold();
    [[nodiscard]] static QString notes(const store::PredictionRecord& prediction);

    widgets::TextLabel* m_words;
    widgets::NumberLabel* m_score;
    widgets::ScoreBar* m_bar;
    QWidget* m_scale;
    widgets::TextLabel* m_zero;
    widgets::TextLabel* m_threshold;
    widgets::TextLabel* m_one;
    widgets::TextLabel* m_notes;
    double m_thresholdValue = 0.5;
};

} // namespace pleurascope::ui::browse
