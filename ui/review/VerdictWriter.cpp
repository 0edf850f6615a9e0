// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/VerdictWriter.h"

#include "ui/tasks/LatestTask.h"

#include <QPointer>

namespace pleurascope::ui::review {

VerdictWriter::VerdictWriter(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

VerdictWriter::~VerdictWriter() {
    m_pool.waitForDone();
}

void VerdictWriter::write(const store::VerdictRecord& verdict) {
    ++m_waiting;
    m_pool.start([this, self = QPointer<VerdictWriter>(this), verdict] {
        const core::Result<std::int64_t> added =
            m_library.addVerdict(verdict); // the destructor waits: m_library is there
        tasks::postToGuiThread([self, studyId = verdict.studyId, added] {
            if (!self)
                return;
            --self->m_waiting;
            if (added)
                Q_EMIT self->written(studyId);
            else
                Q_EMIT self->failed(studyId, added.error());
        });
    });
}

} // namespace pleurascope::ui::review
