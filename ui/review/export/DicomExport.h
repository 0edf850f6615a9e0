// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <deque>
#include <filesystem>
#include <vector>

namespace pleurascope::ui::review {

/// Writes DICOM files into a folder, as they are stored or de-identified (PS3.15 Basic Profile, dates moved):
/// one after another, the latter by `pleurascope-cli`, since what rewrites a data set must read all of it,
/// and files are read outside the window. A file that is there already is never written over. GUI thread.
class DicomExport : public QObject {
    Q_OBJECT
public:
    enum class Kind { asStored, deidentified };

    explicit DicomExport(std::filesystem::path commandLineProgram, QObject* parent = nullptr);

    void start(std::vector<store::FilmRecord> films, const QString& folder, Kind kind);
    /// What is written stays.
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total);
    /// `problems`: sentences about films that could not be written.
    void finished(int written, const QStringList& problems);

private:
    void next();
    void copy(const store::FilmRecord& film);
    void deidentify(const store::FilmRecord& film);
    void take(bool isWritten, const QString& problem);

    std::filesystem::path m_program;
    QProcess m_process;
    tasks::LatestTask<QString> m_copying;
    std::deque<store::FilmRecord> m_left;
    QString m_folder;
    Kind m_kind = Kind::asStored;
    QString m_seed; ///< one an export: UIDs of a series stay together
    int m_total = 0;
    int m_written = 0;
    QStringList m_problems;
};

} // namespace pleurascope::ui::review
