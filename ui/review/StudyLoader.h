// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/store/Library.h"
#include "ui/review/LoadedFilm.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <memory>

namespace pleurascope::ui::review {

/// A study as the library has it.
struct OpenedStudy {
    store::WorklistRow row;
    std::vector<store::FilmRecord> films;
};

/// Fetches a study from the library and its films through a reader of its own, on a worker; what is no longer
/// wanted is dropped. Lives on the GUI thread.
class StudyLoader : public QObject {
    Q_OBJECT
public:
    StudyLoader(store::Library& library, std::filesystem::path readerProgram, QObject* parent = nullptr);
    ~StudyLoader() override;

    /// With the newest prediction of the model `modelHash` (empty: none). Drops a film that is on its way.
    void readStudy(qint64 studyId, const std::string& modelHash);
    void readFilm(const std::string& path, int index);
    /// Another frame of a film that was read; drops one that is on its way.
    void readFrame(const std::string& path, int frame);
    void cancel();

Q_SIGNALS:
    void studyRead(const pleurascope::ui::review::OpenedStudy& study);
    void studyFailed(const pleurascope::core::Error& error);
    void filmRead(const pleurascope::ui::review::LoadedFilm& film, int index);
    void frameRead(const pleurascope::ui::review::LoadedFilm& film);
    void filmFailed(const pleurascope::core::Error& error);

private:
    store::Library& m_library;
    std::shared_ptr<intake::FilmReader> m_reader;
    QThreadPool m_pool;
    tasks::LatestTask<core::Result<OpenedStudy>> m_studyTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_filmTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_frameTask{&m_pool};
};

} // namespace pleurascope::ui::review
