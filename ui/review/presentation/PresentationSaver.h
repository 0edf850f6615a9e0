// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QThreadPool>

namespace pleurascope::dicom {
struct PresentationState;
}

namespace pleurascope::ui::review {

/// Writes presentation states into files and into the library's list, on a worker. GUI thread.
class PresentationSaver : public QObject {
    Q_OBJECT
public:
    explicit PresentationSaver(store::Library& library, QObject* parent = nullptr);
    ~PresentationSaver() override;

    void save(const dicom::PresentationState& state, const QString& file);

Q_SIGNALS:
    void saved(const pleurascope::store::PresentationRecord& record);
    void failed(const pleurascope::core::Error& error);

private:
    store::Library& m_library;
    QThreadPool m_pool;
    tasks::LatestTask<core::Result<store::PresentationRecord>> m_task{&m_pool};
};

} // namespace pleurascope::ui::review
