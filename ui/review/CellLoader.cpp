// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/CellLoader.h"

namespace pleurascope::ui::review {

namespace {

core::Result<LoadedFilm> loadedFilm(intake::FilmReader& reader, const std::string& path, int frame) {
    auto film = reader.readFilm(path, frame);
    if (!film)
        return core::failure(film);
    if (film->image.pixels.isEmpty())
        return core::failure(core::ErrorCode::noPixels, {}, path);
    return LoadedFilm::of(std::move(*film), frame);
}

core::Result<LoadedFilm> annotatedFilm(intake::FilmReader& reader, store::Library& library,
                                       const store::FilmRecord& record) {
    auto film = loadedFilm(reader, record.path, 0);
    if (!film)
        return film;
    auto annotations = library.annotationsOf(record.id);
    if (!annotations)
        return core::failure(annotations);
    film->annotations = std::move(*annotations);
    return film;
}

} // namespace

CellLoader::CellLoader(store::Library& library, std::filesystem::path readerProgram, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_reader(std::make_shared<intake::FilmReader>(std::move(readerProgram))) {
    m_pool.setMaxThreadCount(1);
}

CellLoader::~CellLoader() {
    cancel();
    m_pool.waitForDone(); // the work refers to the library
}

void CellLoader::readFilm(const store::FilmRecord& film) {
    m_frameTask.cancel();
    m_filmTask.start([this, reader = m_reader,
                      film](const std::stop_token&) { return annotatedFilm(*reader, m_library, film); },
                     [this](const core::Result<LoadedFilm>& read) {
                         if (read)
                             Q_EMIT filmRead(*read);
                         else
                             Q_EMIT failed(read.error());
                     });
}

void CellLoader::readFrame(const std::string& path, int frame) {
    m_frameTask.start(
        [reader = m_reader, path, frame](const std::stop_token&) { return loadedFilm(*reader, path, frame); },
        [this](const core::Result<LoadedFilm>& read) {
            if (read)
                Q_EMIT frameRead(*read);
            else
                Q_EMIT failed(read.error());
        });
}

void CellLoader::cancel() {
    m_frameTask.cancel();
    m_filmTask.cancel();
}

} // namespace pleurascope::ui::review
