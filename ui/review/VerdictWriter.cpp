// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/VerdictWriter.h"

#include "ui/tasks/LatestTask.h"

#include <QPointer>

#include <algorithm>

namespace pleurascope::ui::review {

VerdictWriter::VerdictWriter(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

VerdictWriter::~VerdictWriter() {
    m_pool.waitForDone();
}

core::Result<std::int64_t> VerdictWriter::add(const store::VerdictRecord& verdict, std::int64_t seen) {
    const auto own = m_newest.find(verdict.studyId);
    const std::int64_t lastSeen = std::max(seen, own == m_newest.end() ? 0 : own->second);
    auto added = m_library.addVerdict(verdict, lastSeen);
    if (added)
        m_newest[verdict.studyId] = *added;
    else if (added.error().code ==
             core::ErrorCode::changedMeanwhile) // the reader is told, and has seen it then
        if (const auto all = m_library.verdictsOf(verdict.studyId); all && !all->empty())
            m_newest[verdict.studyId] = all->front().id;
    return added;
}

void VerdictWriter::write(const store::VerdictRecord& verdict, std::int64_t seen) {
    ++m_waiting;
    m_pool.start([this, self = QPointer<VerdictWriter>(this), verdict, seen] {
        const core::Result<std::int64_t> added = add(verdict, seen); // the destructor waits: this is there
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
