// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"

#include <QObject>
#include <QThreadPool>

namespace pleurascope::ui::review {

/// Writes verdicts into the library, one after another on a thread of its own, so that a slow disk never
/// holds the window. What was handed over is written even if the writer is destroyed right after. Lives on
/// the GUI thread.
class VerdictWriter : public QObject {
    Q_OBJECT
public:
    explicit VerdictWriter(store::Library& library, QObject* parent = nullptr);
    ~VerdictWriter() override;

    void write(const store::VerdictRecord& verdict);
    [[nodiscard]] bool isBusy() const { return m_waiting > 0; }

Q_SIGNALS:
    void written(qint64 studyId);
    void failed(qint64 studyId, const pleurascope::core::Error& error);

private:
    store::Library& m_library;
    QThreadPool m_pool;
    int m_waiting = 0;
};

} // namespace pleurascope::ui::review
