// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/browse/StudyListModel.h"

#include <QObject>
#include <QPoint>
#include <QThreadPool>

#include <filesystem>
#include <functional>

class QWidget;

namespace pleurascope::ui::browse {

/// What is done with a study of the worklist as a whole: into the bin and back, patients merged and parted.
/// The library is asked off the GUI thread, one thing after another.
class StudyActions : public QObject {
    Q_OBJECT
public:
    /// `page` is under what is asked.
    StudyActions(store::Library& library, const StudyListModel& studies, QWidget* page);
    ~StudyActions() override;

    /// The menu of a row, at a place of the screen.
    void showMenu(int row, const QPoint& place);
    /// Into the bin, or out of it where the bin is shown.
    void toggleBin(int row);
    /// Asks, then takes all that is in the bin out of the library.
    void emptyBin();

Q_SIGNALS:
    void openRequested(qint64 studyId);
    /// The library is another one now.
    void changed();
    void failed(const pleurascope::core::Error& error);

private:
    using Work = std::function<core::Result<void>(store::Library&)>;
    void run(Work work);
    void bin(qint64 studyId);
    void restore(qint64 studyId);
    void askToMerge(const store::StudyRecord& study);
    void split(const std::string& patientId);

    store::Library& m_library;
    const StudyListModel& m_studies;
    QWidget* m_page;
    QThreadPool m_pool;
};

} // namespace pleurascope::ui::browse
