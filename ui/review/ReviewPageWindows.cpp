// SPDX-License-Identifier: GPL-3.0-or-later
// The page's second window.
#include "ui/review/FilmView.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewShortcuts.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/SecondWindow.h"

#include <QGuiApplication>
#include <QScreen>

namespace pleurascope::ui::review {

/// In both windows.
std::vector<FilmCell*> ReviewPage::everyCell() const {
    std::vector<FilmCell*> cells = m_wall->grid().allCells();
    if (m_second) {
        const auto& more = m_second->wall().grid().allCells();
        cells.insert(cells.end(), more.begin(), more.end());
    }
    return cells;
}

bool ReviewPage::isSecondWindowShown() const {
    return m_second && m_second->isVisible();
}

void ReviewPage::makeSecondWindow() {
    m_second = std::make_unique<SecondWindow>(m_library, m_readerProgram, *m_wall);
    FilmWall& wall = m_second->wall();
    connect(&wall, &FilmWall::cellMade, this, [this](FilmCell* cell) { setUpCell(*cell); });
    setUpCell(wall.primary());
    m_second->wall().setThumbnailFolder(m_thumbnails);
    m_second->setOwnPresets(m_ownPresets);
    connect(m_second.get(), &SecondWindow::tagsRequested, this, [this, &wall] { showTags(wall); });
    connect(m_second.get(), &SecondWindow::exportRequested, this, [this, &wall] { showExport(wall); });
    connect(m_second.get(), &SecondWindow::presetsRequested, this, &ReviewPage::editPresets);
    connect(m_second.get(), &SecondWindow::presentationMenuRequested, this,
            [this, &wall](const QPoint& place) { showPresentationMenu(wall, place); });
    connect(m_second.get(), &SecondWindow::closed, this, [this] { tellSecondPlace(false); });
    ReviewShortcuts::installSecond(*m_second, *this, *m_tools);
    if (!m_secondPlace.isEmpty()) {
        m_second->restorePlace(m_secondPlace);
        return;
    }
    for (const QScreen* other : QGuiApplication::screens())
        if (other != screen())
            m_second->setGeometry(other->availableGeometry()); // what it is for
}

void ReviewPage::setSecondWindowShown(bool shown) {
    if (shown == isSecondWindowShown())
        return;
    if (!shown) {
        m_second->close();
        return;
    }
    if (!m_second)
        makeSecondWindow();
    if (m_study)
        m_second->openStudy(*m_study, m_corners.names);
    m_second->show();
    m_second->raise();
    tellSecondPlace(true);
}

void ReviewPage::leaveSecondWindow() {
    if (!isSecondWindowShown())
        return;
    tellSecondPlace(true);
    m_second->hide();
}

void ReviewPage::tellSecondPlace(bool isShown) {
    m_secondPlace = m_second->place();
    Q_EMIT secondWindowPlaced(m_secondPlace, isShown);
}

void ReviewPage::setThumbnailFolder(const std::filesystem::path& folder) {
    m_thumbnails = folder;
    m_wall->setThumbnailFolder(folder);
    if (m_second)
        m_second->wall().setThumbnailFolder(folder);
}

} // namespace pleurascope::ui::review
