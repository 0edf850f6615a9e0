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
    start([annotation](store::Library& library) { return library.putAnnotation(annotation); });
}

void AnnotationWriter::write(const store::KeyImage& image, bool isKey, const std::string& reader) {
    start([=](store::Library& library) { return library.setKeyImage(image, isKey, reader); });
}

void AnnotationWriter::start(std::function<core::Result<void>(store::Library&)> put) {
    m_pool.start([this, self = QPointer<AnnotationWriter>(this), put = std::move(put)] {
        const core::Result<void> done = put(m_library); // the destructor waits for this
        if (done)
            return;
        tasks::postToGuiThread([self, error = done.error()] {
            if (self)
                Q_EMIT self->failed(error);
        });
    });
}

} // namespace pleurascope::ui::review
