// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/Method.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace pleurascope::ui::widgets {
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

/// The part of a recipe that most runs take from their preset: shut behind 'More', with a line that says what
/// is in it.
class MethodForm : public QWidget {
    Q_OBJECT
public:
    explicit MethodForm(QWidget* parent = nullptr);

    [[nodiscard]] Method method() const;
    void setMethod(const Method& method);
    /// A problem opens the form.
    void showProblem(const QString& problem);
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    void edited();

private:
    void makeLearning();
    void makeFilms();
    void addRow(const QString& name, QWidget* field, const QString& tip);
    QComboBox* makeChoice(const QStringList& choices);
    void sumUp();

    QToolButton* m_toggle;
    widgets::TextLabel* m_summary;
    QWidget* m_body;
    QVBoxLayout* m_rows;
    QComboBox* m_fineTune;
    QLineEdit* m_fineTuneRate;
    widgets::TextLabel* m_problem;
    QComboBox* m_optimizer;
    QDoubleSpinBox* m_weightDecay;
    QComboBox* m_schedule;
    QSpinBox* m_warmUp;
    QSpinBox* m_smoothing;
    QComboBox* m_balance;
    QSpinBox* m_earlyStopping;
    QComboBox* m_copies;
    QComboBox* m_kept;
    QComboBox* m_copiesMade;
    QComboBox* m_mirror;
    QComboBox* m_average;
};

} // namespace pleurascope::ui::train
