// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/VerdictPanel.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::SegmentedControl;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr std::array<const char*, 3> sides{"R", "L", "B"};
constexpr std::array<const char*, 3> sizes{"small", "medium", "large"};

int indexOf(const std::array<const char*, 3>& words, const std::string& word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? -1 : int(found - words.begin());
}

std::string wordAt(const std::array<const char*, 3>& words, int index) {
    return index < 0 ? std::string() : std::string(words[std::size_t(index)]);
}

} // namespace

VerdictPanel::VerdictPanel(QWidget* parent)
    : QFrame(parent) {
    setProperty("surface", QStringLiteral("raised"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(8));
    column->addLayout(makeHeading());
    column->addLayout(makeChoices());
    column->addLayout(makeParticulars());
    column->addWidget(makeComment());
    m_error = new TextLabel(TextSize::label, Token::error);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(makeSave());
    closeStudy();
}

QLayout* VerdictPanel::makeHeading() {
    auto* row = new QHBoxLayout;
    row->addWidget(new TextLabel(tr("Your verdict"), TextSize::section));
    m_remark = new widgets::ElidedLabel(TextSize::label, Token::text2);
    m_remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_remark, 1);
    return row;
}

QLayout* VerdictPanel::makeChoices() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_agree = new ActionButton(tr("Agree"));
    m_agree->setIconName(QStringLiteral("check"));
    m_agree->followKey(QStringLiteral("review.agree"));
    m_disagree = new ActionButton(tr("Disagree"));
    m_disagree->setIconName(QStringLiteral("disagree"));
    m_disagree->followKey(QStringLiteral("review.disagree"));
    for (ActionButton* button : {m_agree, m_disagree}) {
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button, 1);
    }
    connect(m_agree, &QPushButton::clicked, this, [this] { choose(store::VerdictChoice::agree); });
    connect(m_disagree, &QPushButton::clicked, this, [this] { choose(store::VerdictChoice::disagree); });
    return row;
}

QLayout* VerdictPanel::makeParticulars() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    m_side = new SegmentedControl({tr("Right"), tr("Left"), tr("Both")});
    m_side->setToolTips({tr("Right side of the patient"), tr("Left side of the patient"), tr("Both sides")});
    m_side->setAccessibleName(tr("Side"));
    m_size = new SegmentedControl({tr("Small"), tr("Medium"), tr("Large")});
    m_size->setAccessibleName(tr("Size"));
    for (SegmentedControl* control : {m_side, m_size}) {
        control->setClearable(true);
        addArrowKeys(control, 3);
    }
    connect(m_side, &SegmentedControl::chosen, this, [this](int index) {
        m_draft.setSide(wordAt(sides, index));
        Q_EMIT changed();
    });
    connect(m_size, &SegmentedControl::chosen, this, [this](int index) {
        m_draft.setSize(wordAt(sizes, index));
        Q_EMIT changed();
    });
    grid->addWidget(new TextLabel(tr("Side"), TextSize::label, Token::text2), 0, 0);
    grid->addWidget(m_side, 0, 1);
    grid->addWidget(new TextLabel(tr("Size"), TextSize::label, Token::text2), 1, 0);
    grid->addWidget(m_size, 1, 1);
    return grid;
}

QWidget* VerdictPanel::makeComment() {
    m_comment = new QLineEdit;
    m_comment->setPlaceholderText(tr("Comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setMaxLength(2000);
    auto* cap = new QHBoxLayout(m_comment);
    cap->setContentsMargins(0, 0, px(4), 0);
    cap->addStretch();
    auto* hint = widgets::KeyHint::ofAction(QStringLiteral("review.comment"));
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    cap->addWidget(hint);
    m_comment->setTextMargins(0, 0, hint->sizeHint().width(), 0);
    const auto keep = [this] {
        m_pause.stop();
        takeComment();
        Q_EMIT changed();
    };
    connect(m_comment, &QLineEdit::editingFinished, this, keep);
    m_pause.setSingleShot(true); // what is typed is kept while one thinks, too
    m_pause.setInterval(1000);
    connect(m_comment, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, keep);
    return m_comment;
}

QWidget* VerdictPanel::makeSave() {
    m_save = new ActionButton(tr("Save, next unread"), widgets::ButtonKind::primary);
    m_save->followKey(QStringLiteral("review.save-next"));
    connect(m_save, &QPushButton::clicked, this, &VerdictPanel::saveAndNextRequested);
    return m_save;
}

/// Left and right choose while the control has the focus; the tool buttons themselves would only move the
/// focus.
void VerdictPanel::addArrowKeys(SegmentedControl* control, int count) {
    for (const int step : {-1, 1}) {
        const QKeySequence key(step < 0 ? Qt::Key_Left : Qt::Key_Right);
        auto* shortcut = new QShortcut(key, control, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, control, [control, count, step] {
            const int from = control->current();
            const int next = from < 0 ? (step > 0 ? 0 : count - 1) : std::clamp(from + step, 0, count - 1);
            if (next == from)
                return;
            control->setCurrent(next);
            Q_EMIT control->chosen(next);
        });
    }
}

void VerdictPanel::openStudy(std::int64_t studyId, const std::optional<store::VerdictRecord>& kept) {
    m_draft.open(studyId, kept);
    setEnabled(true);
    m_error->hide();
    show(m_draft);
    m_remark->setText(kept ? tr("Kept") : tr("Kept as you go"));
}

void VerdictPanel::closeStudy() {
    m_draft = {};
    show(m_draft);
    m_remark->setText(QString());
    m_error->hide();
    setEnabled(false);
}

void VerdictPanel::show(const VerdictDraft& draft) {
    m_agree->setChecked(draft.choice() == store::VerdictChoice::agree);
    m_disagree->setChecked(draft.choice() == store::VerdictChoice::disagree);
    m_side->setCurrent(indexOf(sides, draft.side()));
    m_size->setCurrent(indexOf(sizes, draft.size()));
    m_comment->setText(QString::fromStdString(draft.comment()));
}

void VerdictPanel::takeComment() {
    m_draft.setComment(m_comment->text().trimmed().toStdString());
}

void VerdictPanel::showSaved(const QString& when) {
    m_error->hide();
    m_remark->setText(tr("Kept at %1").arg(when));
}

void VerdictPanel::showError(const QString& sentence) {
    m_remark->setText(tr("Not kept"));
    m_error->setText(sentence);
    m_error->show();
}

void VerdictPanel::choose(store::VerdictChoice choice) {
    takeComment();
    m_draft.choose(choice);
    show(m_draft);
    Q_EMIT changed();
}

void VerdictPanel::chooseByKey(store::VerdictChoice choice) {
    if (!isEnabled())
        return;
    choose(choice);
    if (auto* first = m_side->findChild<QToolButton*>())
        first->setFocus(Qt::ShortcutFocusReason);
}

void VerdictPanel::agree() {
    chooseByKey(store::VerdictChoice::agree);
}

void VerdictPanel::disagree() {
    chooseByKey(store::VerdictChoice::disagree);
}

void VerdictPanel::focusComment() {
    if (isEnabled())
        m_comment->setFocus(Qt::ShortcutFocusReason);
}

} // namespace pleurascope::ui::review
