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
                                       const store::FilmRecord& record, int frame) {
    auto film = loadedFilm(reader, record.path, frame);
    if (!film)
        return film;
    auto annotations = library.annotationsOf(record.id);
    if (!annotations)
        return core::failure(annotations);
    film->annotations = std::move(*annotations);
    auto presentations = library.presentationsOf(record.id);
    if (!presentations)
        return core::failure(presentations);
    film->presentations = std::move(*presentations);
    const auto keys = library.keyImagesOf(record.studyId);
    if (!keys)
        return core::failure(keys);
    for (const store::KeyImage& key : *keys)
        if (key.filmId == record.id)
            film->keyFrames.push_back(key.frame);
    return film;
}

core::Result<LoadedFilm> presentedFilm(intake::FilmReader& reader, const LoadedFilm& film,
                                       const std::string& presentation) {
    if (presentation.empty())
        return film.presentedBy(nullptr);
    auto state = reader.readPresentation(presentation);
    if (!state)
        return core::failure(state);
    if (!film.stored->image.isGrey())
        return core::failure(core::ErrorCode::invalidArgument, "this film is in colour", presentation);
    if (!dicom::concerns(*state, film.stored->header.instance.uid, film.frame))
        return core::failure(core::ErrorCode::invalidArgument, "the presentation state is about other images",
                             presentation);
    return film.presentedBy(std::make_shared<const dicom::PresentationState>(std::move(*state)));
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

void CellLoader::readFilm(const store::FilmRecord& film, int frame) {
    m_frameTask.cancel();
    m_presentationTask.cancel();
    m_filmTask.start(
        [this, reader = m_reader, film, frame](const std::stop_token&) {
            FirstFrame first{annotatedFilm(*reader, m_library, film, frame)};
            if (!first.film)
                if (const auto header = reader->readHeader(film.path)) {
                    first.frames = header->instance.frames;
                    first.milliseconds = header->instance.frameMilliseconds;
                }
            return first;
        },
        [this, frame](const FirstFrame& first) {
            if (first.film)
                Q_EMIT filmRead(*first.film);
            else if (first.frames > 1)
                Q_EMIT frameFailed({frame, first.film.error(), first.frames, first.milliseconds});
            else
                Q_EMIT failed(first.film.error());
        });
}

void CellLoader::readFrame(const std::string& path, int frame,
                           std::shared_ptr<const dicom::PresentationState> presentation) {
    m_frameTask.start(
        [reader = m_reader, path, frame, presentation](const std::stop_token&) -> core::Result<LoadedFilm> {
            auto film = loadedFilm(*reader, path, frame);
            if (film && presentation &&
                dicom::concerns(*presentation, film->stored->header.instance.uid, frame))
                return film->presentedBy(presentation);
            return film;
        },
        [this, frame](const core::Result<LoadedFilm>& read) {
            if (read)
                Q_EMIT frameRead(*read);
            else
                Q_EMIT frameFailed({frame, read.error()});
        });
}

void CellLoader::present(const LoadedFilm& film, const std::string& presentation) {
    m_presentationTask.start(
        [reader = m_reader, film, presentation](const std::stop_token&) {
            return presentedFilm(*reader, film, presentation);
        },
        [this](const core::Result<LoadedFilm>& presented) {
            if (presented)
                Q_EMIT filmPresented(*presented);
            else
                Q_EMIT presentingFailed(presented.error());
        });
}

void CellLoader::cancel() {
    m_presentationTask.cancel();
    m_frameTask.cancel();
    m_filmTask.cancel();
}

} // namespace pleurascope::ui::review
