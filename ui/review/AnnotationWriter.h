// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace pleurascope::ui::review {

/// Writes marks and key images into the library as they are made, one after another on a thread of its own,
/// so that a slow disk never holds the hand. What was handed over is written even if the writer is destroyed
/// right after. Lives on the GUI thread.
class AnnotationWriter : public QObject {
    Q_OBJECT
public:
    explicit AnnotationWriter(store::Library& library, QObject* parent = nullptr);
    ~AnnotationWriter() override;

    void write(const store::AnnotationRecord& annotation);
    void write(const store::KeyImage& image, bool isKey, const std::string& reader);

Q_SIGNALS:
    void failed(const pleurascope::core::Error& error);

private:
    void start(std::function<core::Result<void>(store::Library&)> put);

    store::Library& m_library;
    QThreadPool m_pool;
};

} // namespace pleurascope::ui::review
