// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/presentation/PresentationSaver.h"

#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/reading/FilmRecords.h"

namespace pleurascope::ui::review {

PresentationSaver::PresentationSaver(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

PresentationSaver::~PresentationSaver() {
    m_pool.waitForDone(); // what was asked for is written
}

void PresentationSaver::save(const dicom::PresentationState& state, const QString& file) {
    m_task.start(
        [this, state,
         path = file.toStdString()](const std::stop_token&) -> core::Result<store::PresentationRecord> {
            if (auto written = dicom::writePresentation(path, state); !written)
                return core::failure(written);
            auto record = reading::presentationRecord(state, path);
            if (auto kept = m_library.putPresentation(record); !kept)
                return core::failure(kept);
            return record;
        },
        [this](const core::Result<store::PresentationRecord>& record) {
            if (record)
                Q_EMIT saved(*record);
            else
                Q_EMIT failed(record.error());
        });
}

} // namespace pleurascope::ui::review
