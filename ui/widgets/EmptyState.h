// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pleurascope::ui::widgets {

class ActionButton;
class TextLabel;

/// What stands in an empty place: one sentence and at most one action, in the middle, no picture. With
/// `setError` the sentence is an error's, with the triangle.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    /// Empty text: no button.
    void setAction(const QString& text);
    void setError(const QString& sentence);

Q_SIGNALS:
    void actionChosen();

private:
    QWidget* m_triangle;
    TextLabel* m_sentence;
    ActionButton* m_action;
};

} // namespace pleurascope::ui::widgets
