// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/VerdictDraft.h"

#include <QFrame>
#include <QTimer>

class QLineEdit;

namespace pleurascope::ui::widgets {
class ActionButton;
class SegmentedControl;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

/// The reader's verdict at the foot of the panel: agree or disagree, side, size, comment. Every choice is to
/// be kept at once
/// (`changed`); the comment when its field is left. Owns the draft, writes nothing itself.
class VerdictPanel : public QFrame {
    Q_OBJECT
public:
    explicit VerdictPanel(QWidget* parent = nullptr);

    void openStudy(std::int64_t studyId, const std::optional<store::VerdictRecord>& kept);
    void closeStudy();
    [[nodiscard]] VerdictDraft& draft() { return m_draft; }
    /// Puts the comment's text into the draft, wherever the focus is.
    void takeComment();

    void showSaved(const QString& when);
    void showError(const QString& sentence);

public Q_SLOTS:
    /// As the keys: choose, and the focus goes on to the side.
    void agree();
    void disagree();
    void focusComment();

Q_SIGNALS:
    void changed();
    void saveAndNextRequested();

private:
    void choose(store::VerdictChoice choice);
    void chooseByKey(store::VerdictChoice choice);
    void show(const VerdictDraft& draft);
    QLayout* makeHeading();
    QLayout* makeChoices();
    QLayout* makeParticulars();
    QWidget* makeComment();
    QWidget* makeSave();
    void addArrowKeys(widgets::SegmentedControl* control, int count);

    VerdictDraft m_draft;
    widgets::TextLabel* m_remark;
    widgets::ActionButton* m_agree;
    widgets::ActionButton* m_disagree;
    widgets::SegmentedControl* m_side;
    widgets::SegmentedControl* m_size;
    QLineEdit* m_comment;
    QTimer m_pause; ///< since the last letter of the comment
    widgets::ActionButton* m_save;
    widgets::TextLabel* m_error;
};

} // namespace pleurascope::ui::review
