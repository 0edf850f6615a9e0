// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkHit.h"
#include "ui/review/tools/FilmTool.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QLineEdit;

namespace pleurascope::ui::review {

/// Changes marks that are there, whatever the tool: a press on a point moves it, on a line the whole mark,
/// Delete removes it, a double click on words types them anew. Owned by its view.
class MarkEditor : public QObject {
    Q_OBJECT
public:
    explicit MarkEditor(FilmView& view);

    /// True where a mark lay under the pointer: the drag is the editor's.
    bool press(const Pointer& pointer);
    void drag(const Pointer& pointer);
    void release();
    /// Drops the move under way. True where there was one.
    bool cancel();
    [[nodiscard]] bool isMoving() const { return m_before.has_value(); }
    [[nodiscard]] QString movingMark() const { return m_before && m_moved ? m_before->uid : QString(); }
    /// A mark under the pointer, that a press would take.
    [[nodiscard]] bool isOver(const Pointer& pointer) const;

    void removeChosen();
    /// Asks for the words of a mark in place. `done` gets the mark with words, or nothing where none were
    /// given.
    void askWords(const Mark& mark, std::function<void(std::optional<Mark>)> done);
    /// Ends asking, as if the words that stand there had been confirmed.
    void closeWords();
    /// Types the words of the chosen mark anew, where it has any. False where it has none.
    bool editWords();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveBy(QPointF film);

    FilmView& m_view;
    MarkHit m_hit;
    std::optional<Mark> m_before; ///< the mark that is held, as it was
    bool m_moved = false;
    QPointF m_start;
    QPointer<QLineEdit> m_words;
    std::function<void()> m_dropWords;
};

} // namespace pleurascope::ui::review
