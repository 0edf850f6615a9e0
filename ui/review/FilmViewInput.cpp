// SPDX-License-Identifier: GPL-3.0-or-later
// FilmView's events, and what ends what they have under way.
#include "engine/imaging/RegionStatistics.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace pleurascope::ui::review {

namespace {
constexpr double zoomPerWheelStep = 1.2;
}

Pointer FilmView::pointerOf(const QMouseEvent& event) const {
    return {event.position(), m_geometry.toFilm(event.position() * devicePixelRatioF()), event.modifiers()};
}

bool FilmView::cancel() {
    FilmTool* pressed = m_pressedTool;
    m_pressedTool = nullptr;
    m_pressedButton = Qt::NoButton;
    const bool editing = m_editor->cancel();
    const bool dragging = pressed != nullptr && pressed->cancel(*this);
    const bool drawing = m_tool->cancel(*this);
    updateCursor();
    return editing || dragging || drawing;
}

bool FilmView::finish() {
    return hasFilm() && m_tool->finish(*this);
}

void FilmView::mousePressEvent(QMouseEvent* event) {
    m_keyboardFocus = false;
    m_editor->closeWords();
    Q_EMIT activated();
    if (!hasFilm())
        return;
    const Pointer pointer = pointerOf(*event);
    const Qt::MouseButtons both = Qt::LeftButton | Qt::RightButton;
    if (m_mouse.bothPan && (event->buttons() & both) == both && m_pressedButton != Qt::NoButton) {
        cancel();
        m_pressedTool = toolOf(toolId::pan);
    } else if (m_pressedButton != Qt::NoButton) {
        return;
    } else if (event->button() == Qt::LeftButton) {
        m_pressedTool = m_tool;
        if (!m_tool->isDrawing() && m_editor->press(pointer))
            m_pressedTool = nullptr; // the mark's
    } else {
        const QString id = event->button() == Qt::MiddleButton ? m_mouse.middle : m_mouse.right;
        m_pressedTool = toolOf(id);
        if (m_pressedTool == nullptr)
            return; // a menu: Qt asks for it by itself
    }
    m_pressedButton = event->button();
    if (m_pressedTool != nullptr)
        m_pressedTool->press(*this, pointer);
    updateCursor(&pointer);
}

void FilmView::mouseMoveEvent(QMouseEvent* event) {
    if (!hasFilm())
        return;
    const Pointer pointer = pointerOf(*event);
    if (m_editor->isMoving())
        m_editor->drag(pointer);
    else if (m_pressedTool != nullptr)
        m_pressedTool->drag(*this, pointer);
    else
        m_tool->hover(*this, pointer);
    if (m_pressedButton == Qt::NoButton)
        updateCursor(&pointer);
    probe(&pointer);
}

void FilmView::mouseReleaseEvent(QMouseEvent* event) {
    if (!hasFilm() || m_pressedButton != event->button())
        return;
    const Pointer pointer = pointerOf(*event);
    m_pressedButton = Qt::NoButton;
    if (m_editor->isMoving())
        m_editor->release();
    else if (FilmTool* tool = std::exchange(m_pressedTool, nullptr))
        tool->release(*this, pointer);
    updateCursor(&pointer);
}

void FilmView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!hasFilm() || event->button() != Qt::LeftButton)
        return;
    if (m_tool->finish(*this))
        return;
    const Pointer pointer = pointerOf(*event);
    if (m_editor->isOver(pointer) && m_editor->editWords())
        return;
    if (m_tool->isDrawing())
        mousePressEvent(event); // two quick clicks are two points
    else
        Q_EMIT doubleClicked();
}

void FilmView::zoomByWheel(double steps, QPointF position) {
    changeGeometry(tr("Zoom"), [&](ViewGeometry& geometry) {
        geometry.zoomAt(std::pow(zoomPerWheelStep, steps), position * devicePixelRatioF());
    });
}

void FilmView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const int turned = event->angleDelta().y();
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control != (m_mouse.wheel == MouseConvention::Wheel::zoom)) {
        zoomByWheel(turned / 120.0, event->position());
        return;
    }
    m_wheel += turned; // touch pads send fractions of a step
    while (std::abs(m_wheel) >= 120) {
        const int step = m_wheel < 0 ? 1 : -1;
        m_wheel += step * 120;
        Q_EMIT stepRequested(step);
    }
}

/// No shortcut, which would take Enter from text fields.
void FilmView::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || event->modifiers() & Qt::ControlModifier || !finish())
        QWidget::keyPressEvent(event);
}

void FilmView::resizeEvent(QResizeEvent*) {
    adoptView();
}

void FilmView::leaveEvent(QEvent*) {
    probe(nullptr);
}

void FilmView::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    Q_EMIT activated();
    update();
}

void FilmView::focusOutEvent(QFocusEvent*) {
    update();
}

void FilmView::updateCursor(const Pointer* pointer) {
    if (!hasFilm()) {
        unsetCursor();
        return;
    }
    const bool overMark = pointer != nullptr && !m_tool->isDrawing() && m_pressedTool == nullptr &&
                          (m_editor->isMoving() || m_editor->isOver(*pointer));
    if (overMark)
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(m_pressedTool != nullptr ? m_pressedTool->cursor(true) : m_tool->cursor(false));
}

/// What lies under the pointer: place, stored value, and the modality's where it is another.
void FilmView::probe(const Pointer* pointer) {
    QString words;
    if (pointer != nullptr) {
        const int column = int(std::floor(pointer->film.x()));
        const int row = int(std::floor(pointer->film.y()));
        const imaging::Image& image = m_film.film->image;
        const std::vector<double> stored = imaging::storedValuesAt(image, column, row);
        QStringList values;
        for (const double value : stored)
            values << CornerNotes::number(value);
        if (!stored.empty()) {
            words = tr("x %1, y %2: %3").arg(column).arg(row).arg(values.join(QStringLiteral(", ")));
            const auto modality = imaging::modalityValueAt(image, column, row);
            if (modality && *modality != stored.front())
                words += tr(", value %1").arg(CornerNotes::number(*modality));
            const imaging::PixelScale& scale = m_measured.scale();
            if (scale.unit != imaging::LengthUnit::pixels)
                words += tr("; %1, %2 mm")
                             .arg(QLocale().toString(pointer->film.x() * scale.x, 'f', 1),
                                  QLocale().toString(pointer->film.y() * scale.y, 'f', 1));
        }
    }
    if (words == m_probe)
        return;
    m_probe = words;
    const int height = widgets::px(80);
    update(0, this->height() - height, width(), height);
}

} // namespace pleurascope::ui::review
