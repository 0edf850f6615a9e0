// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/SecondWindow.h"

#include "ui/review/LinkButton.h"
#include "ui/review/ShapeButtons.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;

SecondWindow::SecondWindow(store::Library& library, std::filesystem::path readerProgram, FilmWall& beside)
    : m_wall(new FilmWall(library, std::move(readerProgram), beside))
    , m_who(new widgets::ElidedLabel(TextSize::title)) {
    setObjectName(QStringLiteral("secondWindow"));
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    setWindowTitle(tr("PleuraScope, second window"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addHeader(*column);
    column->addWidget(m_wall, 1);
    resize(px(900), px(800));
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
    column.addWidget(header);
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
