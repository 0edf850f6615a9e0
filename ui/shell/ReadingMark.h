// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"

#include <QObject>
#include <QThreadPool>

#include <string>

namespace pleurascope::ui::shell {

/// Tells other readers of the library which study is open here, and the audit log that it was opened. The
/// library is asked on a thread of its own; what was begun is done when the object dies.
class ReadingMark : public QObject {
    Q_OBJECT
public:
    explicit ReadingMark(store::Library& library, QObject* parent = nullptr);
    ~ReadingMark() override; ///< nothing is open any more

    /// "Family^Given"; empty: this machine's user.
    void setReader(const std::string& reader);
    void open(qint64 studyId);
    void close();

private:
    [[nodiscard]] std::string reader() const;

    store::Library& m_library;
    std::string m_reader;
    qint64 m_study = 0;
    QThreadPool m_pool;
};

} // namespace pleurascope::ui::shell
