// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/StudyLoader.h"

namespace pleurascope::ui::review {

namespace {

core::Result<StudyFilms> studyFilms(store::Library& library, store::WorklistRow row) {
    auto films = library.filmsOf(row.study.id);
    if (!films)
        return core::failure(films);
    auto keys = library.keyImagesOf(row.study.id);
    if (!keys)
        return core::failure(keys);
    return StudyFilms{std::move(row), std::move(*films), std::move(*keys)};
}

core::Result<OpenedStudy> openedStudy(store::Library& library, qint64 studyId, const std::string& modelHash) {
    auto row = library.worklistRow(studyId, modelHash);
    if (!row)
        return core::failure(row);
    auto films = studyFilms(library, std::move(*row));
    if (!films)
        return core::failure(films);
    auto earlier = library.earlierStudies(studyId, modelHash);
    if (!earlier)
        return core::failure(earlier);
    OpenedStudy study{std::move(*films), {}};
    for (store::WorklistRow& prior : *earlier) {
        auto priorFilms = studyFilms(library, std::move(prior));
        if (!priorFilms)
            return core::failure(priorFilms);
        study.priors.push_back(std::move(*priorFilms));
    }
    return study;
}

} // namespace

StudyLoader::StudyLoader(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

StudyLoader::~StudyLoader() {
    m_task.cancel();
    m_pool.waitForDone(); // the work refers to the library
}

void StudyLoader::readStudy(qint64 studyId, const std::string& modelHash) {
    m_task.start([this, studyId,
                  modelHash](const std::stop_token&) { return openedStudy(m_library, studyId, modelHash); },
                 [this](const core::Result<OpenedStudy>& study) {
                     if (study)
                         Q_EMIT studyRead(*study);
                     else
                         Q_EMIT studyFailed(study.error());
                 });
}

} // namespace pleurascope::ui::review
