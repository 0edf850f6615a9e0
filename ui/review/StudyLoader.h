// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/review/OpenedStudy.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QThreadPool>

namespace pleurascope::ui::review {

/// Fetches a study from the library on a worker; what is no longer wanted is dropped. Lives on the GUI
/// thread.
class StudyLoader : public QObject {
    Q_OBJECT
public:
    explicit StudyLoader(store::Library& library, QObject* parent = nullptr);
    ~StudyLoader() override;

    /// With the newest prediction of the model `modelHash` (empty: none).
    void readStudy(qint64 studyId, const std::string& modelHash);

Q_SIGNALS:
    void studyRead(const pleurascope::ui::review::OpenedStudy& study);
    void studyFailed(const pleurascope::core::Error& error);

private:
    store::Library& m_library;
    QThreadPool m_pool;
    tasks::LatestTask<core::Result<OpenedStudy>> m_task{&m_pool};
};

} // namespace pleurascope::ui::review
