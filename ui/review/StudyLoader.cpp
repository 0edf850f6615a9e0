// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/StudyLoader.h"

namespace pleurascope::ui::review {

namespace {

core::Result<OpenedStudy> openedStudy(store::Library& library, qint64 studyId, const std::string& modelHash) {
    auto row = library.worklistRow(studyId, modelHash);
    if (!row)
        return core::failure(row);
    auto films = library.filmsOf(studyId);
    if (!films)
        return core::failure(films);
    return OpenedStudy{std::move(*row), std::move(*films)};
}

core::Result<LoadedFilm> loadedFilm(intake::FilmReader& reader, const std::string& path, int frame) {
    auto film = reader.readFilm(path, frame);
    if (!film)
        return core::failure(film);
    if (film->image.pixels.isEmpty())
        return core::failure(core::ErrorCode::noPixels, {}, path);
    return LoadedFilm::of(std::move(*film), frame);
}

} // namespace

StudyLoader::StudyLoader(store::Library& library, std::filesystem::path readerProgram, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_reader(std::make_shared<intake::FilmReader>(std::move(readerProgram))) {
    m_pool.setMaxThreadCount(1);
}

StudyLoader::~StudyLoader() {
    cancel();
    m_pool.waitForDone(); // the work refers to the library
}

void StudyLoader::readStudy(qint64 studyId, const std::string& modelHash) {
    m_filmTask.cancel();
    m_frameTask.cancel();
    m_studyTask.start([this, studyId, modelHash](
                          const std::stop_token&) { return openedStudy(m_library, studyId, modelHash); },
                      [this](const core::Result<OpenedStudy>& study) {
                          if (study)
                              Q_EMIT studyRead(*study);
                          else
                              Q_EMIT studyFailed(study.error());
                      });
}

void StudyLoader::readFilm(const std::string& path, int index) {
    m_frameTask.cancel();
    m_filmTask.start(
        [reader = m_reader, path](const std::stop_token&) { return loadedFilm(*reader, path, 0); },
        [this, index](const core::Result<LoadedFilm>& film) {
            if (film)
                Q_EMIT filmRead(*film, index);
            else
                Q_EMIT filmFailed(film.error());
        });
}

void StudyLoader::readFrame(const std::string& path, int frame) {
    m_frameTask.start(
        [reader = m_reader, path, frame](const std::stop_token&) { return loadedFilm(*reader, path, frame); },
        [this](const core::Result<LoadedFilm>& film) {
            if (film)
                Q_EMIT frameRead(*film);
            else
                Q_EMIT filmFailed(film.error());
        });
}

void StudyLoader::cancel() {
    m_frameTask.cancel();
    m_studyTask.cancel();
    m_filmTask.cancel();
}

} // namespace pleurascope::ui::review
