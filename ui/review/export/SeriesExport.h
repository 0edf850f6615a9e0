// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/CellLoader.h"
#include "ui/review/FilmView.h"
#include "ui/review/export/FilmPage.h"

#include <QObject>
#include <QStringList>

#include <deque>
#include <optional>

namespace pleurascope::ui::review {

/// What of a series is to be written, and how.
struct SeriesOrder {
    std::vector<store::FilmRecord> films;
    store::StudyRecord study;
    bool namesShown = true;
    std::optional<FilmDisplay> display; ///< of grey films; none: each as its file asks for
    QString folder;
    QString ending; ///< "png", "jpg", "tif" or "pdf"
};

/// Writes all films of a series, and all their frames, as pictures or pages with the marks that were drawn on
/// them: one after another, each read on a worker. A file that is there already is never written over. GUI
/// thread.
class SeriesExport : public QObject {
    Q_OBJECT
public:
    SeriesExport(store::Library& library, std::filesystem::path readerProgram, QObject* parent = nullptr);

    void start(SeriesOrder order);
    /// What is written stays.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Files that were written, in order.
    [[nodiscard]] const QStringList& files() const { return m_files; }

Q_SIGNALS:
    /// `total` grows when a film turns out to have several frames.
    void progressed(int done, int total);
    /// `problems`: sentences about films that could not be written.
    void finished(int written, const QStringList& problems);

private:
    struct Piece {
        store::FilmRecord film;
        int frame = 0;
    };
    void next();
    void advance(int frames);
    void take(const LoadedFilm& film);
    void takeBroken(const BrokenFrame& broken);
    void end();
    [[nodiscard]] QString fileFor(const LoadedFilm& film) const;

    CellLoader m_loader;
    FilmView m_view; ///< never shown
    SeriesOrder m_order;
    std::deque<Piece> m_left;
    int m_done = 0;
    bool m_isRunning = false;
    QStringList m_files;
    QStringList m_problems;
};

} // namespace pleurascope::ui::review
