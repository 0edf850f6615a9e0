// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/SecondWindow.h"

#include "ui/review/FilmView.h"
#include "ui/review/LinkButton.h"
#include "ui/review/ShapeButtons.h"
#include "ui/review/WindowControls.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;

SecondWindow::SecondWindow(store::Library& library, std::filesystem::path readerProgram, FilmWall& beside)
    : m_wall(new FilmWall(library, std::move(readerProgram), &beside))
    , m_who(new widgets::ElidedLabel(TextSize::title))
    , m_window(new WindowControls) {
    setObjectName(QStringLiteral("secondWindow"));
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    setWindowTitle(tr("PleuraScope, second window"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint); // the header makes do with what there is
    setMinimumSize(px(480), px(360));
    addHeader(*column);
    column->addWidget(m_wall, 1);
    addNotice(*column);
    resize(QSize(px(900), px(800)).boundedTo(screen()->availableSize()));
    connectCells();
    closeStudy();
}

void SecondWindow::addHeader(QVBoxLayout& column) {
    auto* header = new QFrame;
    header->setObjectName(QStringLiteral("pageHeader"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(px(16), px(7), px(16), px(8));
    row->setSpacing(px(4));
    row->addWidget(m_who, 1);
    auto* shapes = new ShapeButtons;
    connect(shapes, &ShapeButtons::shapeChosen, m_wall, &FilmWall::setShape);
    connect(&m_wall->grid(), &FilmGrid::shapeChanged, shapes,
            [shapes](GridShape shape) { shapes->showShape(shape); });
    shapes->showShape(m_wall->grid().shape());
    row->addWidget(shapes);
    auto* link = new LinkButton;
    link->follow(m_wall->link());
    connect(link, &LinkButton::toggleRequested, m_wall, &FilmWall::toggleLink);
    row->addWidget(link);
    row->addWidget(m_window);
    addFilmButtons(*row);
    column.addWidget(header);
}

void SecondWindow::addFilmButtons(QHBoxLayout& row) {
    const auto add = [&](const char* icon, const QString& words, const QString& id, auto pressed) {
        auto* button = new QToolButton;
        button->setIcon(widgets::icon(QString::fromLatin1(icon)));
        button->setIconSize(QSize(px(18), px(18)));
        widgets::KeyBindings::current().describe(button, words, id);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [pressed, button] { pressed(*button); });
        row.addWidget(button);
    };
    add("layers", tr("Presentation"), {}, [this](const QToolButton& button) {
        Q_EMIT presentationMenuRequested(button.mapToGlobal(button.rect().bottomLeft()));
    });
    add("tag", tr("Tags"), QStringLiteral("review.tags"), [this](auto&) { Q_EMIT tagsRequested(); });
    add("export", tr("Export"), QStringLiteral("review.export"), [this](auto&) { Q_EMIT exportRequested(); });
}

void SecondWindow::addNotice(QVBoxLayout& column) {
    auto* strip = new QFrame;
    strip->setProperty("surface", QStringLiteral("panel"));
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->addStretch(1);
    row->addWidget(new widgets::Notice);
    column.addWidget(strip);
}

void SecondWindow::connectCells() {
    const auto connectCell = [this](FilmCell& cell) {
        const auto shown = [this, &cell] {
            if (&cell == &m_wall->grid().chosen())
                follow();
        };
        connect(&cell, &FilmCell::filmShown, this, shown);
        connect(&cell, &FilmCell::frameShown, this, shown);
    };
    connectCell(m_wall->primary());
    connect(m_wall, &FilmWall::cellMade, this, [connectCell](FilmCell* cell) { connectCell(*cell); });
    connect(&m_wall->grid(), &FilmGrid::chosenChanged, this, &SecondWindow::follow);
    connect(m_window, &WindowControls::displayChosen, this,
            [this](const FilmDisplay& display) { m_wall->chosenView().chooseDisplay(display); });
    connect(m_window, &WindowControls::presetsRequested, this, &SecondWindow::presetsRequested);
}

void SecondWindow::follow() {
    FilmView& view = m_wall->chosenView();
    disconnect(m_display);
    m_display = connect(&view, &FilmView::displayChanged, m_window, &WindowControls::showDisplay);
    if (!view.hasFilm()) {
        m_window->showNoFilm();
        return;
    }
    m_window->showFilm(view.film());
    m_window->showDisplay(view.display());
}

void SecondWindow::setOwnPresets(const std::vector<OwnPreset>& presets) {
    m_window->setOwnPresets(presets);
    follow();
}

void SecondWindow::toggleOverlays() {
    FilmView& view = m_wall->chosenView();
    view.setPlanesShown(!view.areOverlaysShown(), view.isShutterShown());
}

void SecondWindow::toggleShutter() {
    FilmView& view = m_wall->chosenView();
    view.setPlanesShown(view.areOverlaysShown(), !view.isShutterShown());
}

void SecondWindow::openStudy(const OpenedStudy& study, bool namesShown) {
    const QString name = QString::fromStdString(study.row.study.patientName);
    m_patient = name.isEmpty() ? QFileInfo(QString::fromStdString(study.row.film.path)).fileName() : name;
    m_namesShown = namesShown;
    showWho();
    m_wall->openStudy(study);
}

void SecondWindow::closeStudy() {
    m_patient.clear();
    showWho();
    m_wall->closeStudy(tr("No study is open."));
    follow();
}

void SecondWindow::setNamesShown(bool shown) {
    m_namesShown = shown;
    showWho();
}

void SecondWindow::showWho() {
    m_who->setText(m_namesShown || m_patient.isEmpty() ? m_patient : tr("Names hidden"));
}

void SecondWindow::restorePlace(const QByteArray& place) {
    restoreGeometry(place);
    comeIntoView();
}

/// Its screen may be gone: enough of the window to take hold of must lie on one that is there.
void SecondWindow::comeIntoView() {
    constexpr int enough = 100;
    const QRect now = frameGeometry();
    const auto screens = QGuiApplication::screens();
    const bool isSeen = std::any_of(screens.begin(), screens.end(), [&](const QScreen* screen) {
        const QRect seen = screen->availableGeometry() & now;
        return seen.width() >= enough && seen.height() >= enough;
    });
    if (isSeen || screens.isEmpty())
        return;
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    resize(size().boundedTo(room.size()));
    move(room.topLeft());
}

void SecondWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_window->setNumbersShown(width() >= px(760));
}

void SecondWindow::closeEvent(QCloseEvent* event) {
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void SecondWindow::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // not merely minimised
        m_wall->leaveLink();
}

} // namespace pleurascope::ui::review
