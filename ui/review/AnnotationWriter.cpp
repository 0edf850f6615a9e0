// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/AnnotationWriter.h"

#include "ui/tasks/LatestTask.h"

#include <QPointer>

namespace pleurascope::ui::review {

AnnotationWriter::AnnotationWriter(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

AnnotationWriter::~AnnotationWriter() {
    m_pool.waitForDone();
}

void AnnotationWriter::write(const store::AnnotationRecord& annotation) {
    m_pool.start([this, self = QPointer<AnnotationWriter>(this), annotation] {
        const core::Result<void> put = m_library.putAnnotation(annotation); // the destructor waits for this
        if (put)
            return;
        tasks::postToGuiThread([self, error = put.error()] {
            if (self)
                Q_EMIT self->failed(error);
        });
    });
}

} // namespace pleurascope::ui::review
