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

/// Fetches the films of one cell, with their annotations, through a reader of its own, on a worker; what is
/// no longer wanted is dropped. Lives on the GUI thread.
class CellLoader : public QObject {
    Q_OBJECT
public:
    CellLoader(store::Library& library, std::filesystem::path readerProgram, QObject* parent = nullptr);
    ~CellLoader() override;

    void readFilm(const store::FilmRecord& film, int frame = 0);
    /// Another frame of a film that was read, by the presentation state that it is shown by, if any; drops
    /// one that is on its way.
    void readFrame(const std::string& path, int frame,
                   std::shared_ptr<const dicom::PresentationState> presentation);
    /// The film by the presentation state in a file, or (empty) as its own file has it.
    void present(const LoadedFilm& film, const std::string& presentation);
    void cancel();

Q_SIGNALS:
    void filmRead(const pleurascope::ui::review::LoadedFilm& film);
    void frameRead(const pleurascope::ui::review::LoadedFilm& film);
    void failed(const pleurascope::core::Error& error);
    void filmPresented(const pleurascope::ui::review::LoadedFilm& film);
    void presentingFailed(const pleurascope::core::Error& error);

private:
    store::Library& m_library;
    std::shared_ptr<intake::FilmReader> m_reader;
    QThreadPool m_pool;
    tasks::LatestTask<core::Result<LoadedFilm>> m_filmTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_frameTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_presentationTask{&m_pool};
};

} // namespace pleurascope::ui::review
