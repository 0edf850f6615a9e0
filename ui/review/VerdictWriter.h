// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"

#include <QObject>
#include <QThreadPool>

#include <unordered_map>

namespace pleurascope::ui::review {

/// Writes verdicts into the library, one after another on a thread of its own, so that a slow disk never
/// holds the window. A verdict that another reader gave meanwhile is not written over: that is failed() with
/// changedMeanwhile, once; writing again then adds this one as the newer. What was handed over is written
/// even if the writer is destroyed right after. Lives on the GUI thread.
class VerdictWriter : public QObject {
    Q_OBJECT
public:
    explicit VerdictWriter(store::Library& library, QObject* parent = nullptr);
    ~VerdictWriter() override;

    /// `seen`: the newest verdict of the study that the reader was shown, 0 for none.
    void write(const store::VerdictRecord& verdict, std::int64_t seen);
    [[nodiscard]] bool isBusy() const { return m_waiting > 0; }

Q_SIGNALS:
    void written(qint64 studyId);
    void failed(qint64 studyId, const pleurascope::core::Error& error);

private:
    [[nodiscard]] core::Result<std::int64_t> add(const store::VerdictRecord& verdict, std::int64_t seen);

    store::Library& m_library;
    QThreadPool m_pool;
    std::unordered_map<std::int64_t, std::int64_t> m_newest; ///< by study; of the writing thread alone
    int m_waiting = 0;
};

} // namespace pleurascope::ui::review
