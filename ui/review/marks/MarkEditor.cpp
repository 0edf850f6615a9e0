// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkEditor.h"

#include "ui/review/FilmView.h"
#include "ui/review/marks/MarkCommand.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <memory>

namespace pleurascope::ui::review {

MarkEditor::MarkEditor(FilmView& view)
    : QObject(&view)
    , m_view(view) {}

bool MarkEditor::isOver(const Pointer& pointer) const {
    return MarkHit::at(pointer.position, m_view.marks().marks(), m_view.film().frame, m_view.filmToLogical())
        .has_value();
}

bool MarkEditor::press(const Pointer& pointer) {
    const auto hit =
        MarkHit::at(pointer.position, m_view.marks().marks(), m_view.film().frame, m_view.filmToLogical());
    m_view.marks().choose(hit ? hit->uid : QString());
    if (!hit)
        return false;
    m_hit = *hit;
    m_before = *m_view.marks().find(hit->uid);
    m_moved = false;
    m_start = pointer.film;
    return true;
}

void MarkEditor::drag(const Pointer& pointer) {
    m_moved = true;
    moveBy(pointer.film - m_start);
}

void MarkEditor::moveBy(QPointF way) {
    Mark mark = *m_before;
    if (m_hit.point >= 0)
        mark.points[m_hit.point] += way;
    else
        mark.points.translate(way);
    m_view.marks().move(mark);
}

void MarkEditor::release() {
    const std::optional<Mark> before = std::exchange(m_before, std::nullopt);
    if (!before || !m_moved)
        return;
    const Mark* after = m_view.marks().find(before->uid);
    if (after != nullptr && !(*after == *before))
        m_view.history().push(new MarkCommand(m_view.marks(), before, *after, tr("Move a mark")));
}

bool MarkEditor::cancel() {
    const std::optional<Mark> before = std::exchange(m_before, std::nullopt);
    if (before)
        m_view.marks().move(*before);
    return before.has_value();
}

void MarkEditor::removeChosen() {
    if (const Mark* mark = m_view.marks().find(m_view.marks().chosen()))
        m_view.history().push(new MarkCommand(m_view.marks(), *mark, std::nullopt, tr("Remove a mark")));
}

bool MarkEditor::editWords() {
    const Mark* mark = m_view.marks().find(m_view.marks().chosen());
    const MarkKind* kind = mark != nullptr ? markKind(mark->kind) : nullptr;
    if (kind == nullptr || kind->askedWords().isEmpty())
        return false;
    askWords(*mark, [this, before = *mark](const std::optional<Mark>& after) {
        if (after && !(*after == before))
            m_view.history().push(new MarkCommand(m_view.marks(), before, after, tr("Change words")));
    });
    return true;
}

void MarkEditor::askWords(const Mark& mark, std::function<void(std::optional<Mark>)> done) {
    closeWords();
    m_words = new QLineEdit(mark.words, &m_view);
    const MarkKind& kind = *markKind(mark.kind);
    m_words->setPlaceholderText(kind.askedWords());
    m_words->setAccessibleName(kind.askedWords());
    m_words->setMinimumWidth(widgets::px(180));
    m_words->adjustSize();
    const QPoint place = m_view.filmToLogical().map(mark.points.last()).toPoint() + QPoint(widgets::px(8), 0);
    const QRect room = m_view.rect().adjusted(0, 0, -m_words->width(), -m_words->height());
    m_words->move(std::clamp(place.x(), 0, std::max(0, room.right())),
                  std::clamp(place.y(), 0, std::max(0, room.bottom())));
    const auto end = [this, mark, done = std::move(done),
                      isOpen = std::make_shared<bool>(true)](bool accepted) {
        if (!std::exchange(*isOpen, false))
            return; // taking the field away also ends editing
        const QString words = markKind(mark.kind)->acceptedWords(m_words->text());
        m_words->deleteLater();
        m_words.clear();
        m_view.setFocus(Qt::OtherFocusReason);
        Mark named = mark;
        named.words = words;
        done(accepted && !words.isEmpty() ? std::optional(named) : std::nullopt);
    };
    connect(m_words, &QLineEdit::editingFinished, this, [end] { end(true); });
    m_words->installEventFilter(this);
    m_dropWords = [end] { end(false); };
    m_words->show();
    m_words->setFocus();
    m_words->selectAll();
}

/// Escape drops the words, before the page takes it for its own.
bool MarkEditor::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != m_words || !isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        m_dropWords();
    return true;
}

void MarkEditor::closeWords() {
    if (m_words)
        Q_EMIT m_words->editingFinished();
}

} // namespace pleurascope::ui::review
