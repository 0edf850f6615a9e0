// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/SeriesExport.h"

#include "ui/review/export/FilmFile.h"
#include "ui/widgets/ErrorText.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace pleurascope::ui::review {

SeriesExport::SeriesExport(store::Library& library, std::filesystem::path readerProgram, QObject* parent)
    : QObject(parent)
    , m_loader(library, std::move(readerProgram)) {
    connect(&m_loader, &CellLoader::filmRead, this, &SeriesExport::take);
    connect(&m_loader, &CellLoader::failed, this, [this](const core::Error& error) {
        takeBroken({0, error, 1});
    });
    connect(&m_loader, &CellLoader::frameFailed, this, &SeriesExport::takeBroken);
}

void SeriesExport::start(SeriesOrder order) {
    m_order = std::move(order);
    m_left.clear();
    m_files.clear();
    m_problems.clear();
    m_done = -1;
    m_isRunning = true;
    for (const store::FilmRecord& film : m_order.films)
        m_left.push_back({film, 0});
    next();
}

void SeriesExport::cancel() {
    m_loader.cancel();
    m_left.clear();
    if (m_isRunning)
        end();
}

void SeriesExport::end() {
    m_isRunning = false;
    m_view.showNothing();
    Q_EMIT finished(int(m_files.size()), m_problems);
}

void SeriesExport::next() {
    ++m_done;
    Q_EMIT progressed(m_done, m_done + int(m_left.size()));
    if (!m_isRunning)
        return;
    if (m_left.empty())
        end();
    else
        m_loader.readFilm(m_left.front().film, m_left.front().frame);
}

/// The frames of a film come before the next one.
void SeriesExport::advance(int frames) {
    const Piece piece = m_left.front();
    m_left.pop_front();
    if (piece.frame == 0)
        for (int frame = frames - 1; frame > 0; --frame)
            m_left.push_front({piece.film, frame});
}

void SeriesExport::takeBroken(const BrokenFrame& broken) {
    advance(broken.frames);
    m_problems << widgets::errorText(broken.error);
    next();
}

void SeriesExport::take(const LoadedFilm& film) {
    advance(film.film->header.instance.frames);
    m_view.showFilm(film, 0, 1);
    if (m_order.display && film.film->image.isGrey()) {
        FilmDisplay display = *m_order.display;
        if (display.voiTable >= int(film.film->image.display.voiTables.size()))
            display.voiTable = -1;
        m_view.setDisplay(display);
    }
    const QString file = fileFor(film);
    const auto saved =
        saveFilm(FilmPage(m_view, m_order.study, m_order.namesShown), FilmPage::Extent::wholeFilm, file);
    if (saved)
        m_files << file;
    else
        m_problems << widgets::errorText(saved.error());
    QTimer::singleShot(0, this, &SeriesExport::next); // the window lives between two films
}

/// "film-003.png", with "-frame-12" where there are several; the next free number where one is taken.
QString SeriesExport::fileFor(const LoadedFilm& film) const {
    QString name =
        QStringLiteral("film-%1").arg(m_files.size() + m_problems.size() + 1, 3, 10, QLatin1Char('0'));
    if (film.film->header.instance.frames > 1)
        name += QStringLiteral("-frame-%1").arg(film.frame + 1);
    const QDir folder(m_order.folder);
    QString file = folder.filePath(name + QLatin1Char('.') + m_order.ending);
    for (int copy = 2; QFileInfo::exists(file); ++copy)
        file = folder.filePath(QStringLiteral("%1 (%2).%3").arg(name).arg(copy).arg(m_order.ending));
    return file;
}

} // namespace pleurascope::ui::review
