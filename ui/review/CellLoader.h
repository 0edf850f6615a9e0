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

/// A frame that cannot be read, of a film whose other frames may be.
struct BrokenFrame {
    int frame = 0;
    core::Error error;
    int frames = 0;          ///< of its film; 0 where that was read before
    double milliseconds = 0; ///< between them
};

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
    /// Nothing of the film can be had.
    void failed(const pleurascope::core::Error& error);
    void frameFailed(const pleurascope::ui::review::BrokenFrame& frame);
    void filmPresented(const pleurascope::ui::review::LoadedFilm& film);
    void presentingFailed(const pleurascope::core::Error& error);

private:
    /// With what the header says where the frame cannot be read.
    struct FirstFrame {
        core::Result<LoadedFilm> film;
        int frames = 1;
        double milliseconds = 0;
    };

    store::Library& m_library;
    std::shared_ptr<intake::FilmReader> m_reader;
    QThreadPool m_pool;
    tasks::LatestTask<FirstFrame> m_filmTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_frameTask{&m_pool};
    tasks::LatestTask<core::Result<LoadedFilm>> m_presentationTask{&m_pool};
};

} // namespace pleurascope::ui::review
