// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/OpinionText.h"

#include <QWidget>

class QLayout;
class QStackedWidget;

namespace pleurascope::ui::widgets {
class IconLabel;
class NumberLabel;
class ScoreBar;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

class ScoreScale;

/// The model's opinion of the film: score, threshold, plain words. Keeps its place whether there is a score,
/// none yet, a reason why there is none, or no model at all.
class OpinionPanel : public QWidget {
    Q_OBJECT
public:
    explicit OpinionPanel(QWidget* parent = nullptr);

    /// What stands behind the figures, told where the pointer rests on their words.
    void setModelFacts(const QString& facts);
    void showNothing();
    void showWaiting();
    void showOpinion(const OpinionText& opinion);
    /// "Not scored: cut short"
    void showNotScored(const QString& sentence);
    void showNoModel(const QString& reason);

Q_SIGNALS:
    void chooseModelRequested();
    /// What is said now, in short; `score` is empty where there is none.
    void told(const QString& title, const QString& score, bool isFlagged);

private:
    QWidget* makeOpinion();
    QLayout* makeFigures();
    QWidget* makeNoModel();
    void clearScore(const QString& title);

    QStackedWidget* m_pages;
    widgets::TextLabel* m_title;
    widgets::IconLabel* m_triangle;
    widgets::NumberLabel* m_score;
    widgets::TextLabel* m_kind;
    widgets::TextLabel* m_comparison;
    widgets::ScoreBar* m_bar;
    ScoreScale* m_scale;
    widgets::TextLabel* m_demonstration;
    widgets::TextLabel* m_model;
    widgets::TextLabel* m_reason;
};

} // namespace pleurascope::ui::review
