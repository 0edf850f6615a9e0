// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/DicomExport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace pleurascope::ui::review {

namespace {

/// A name that is free in the folder.
QString freeName(const QDir& folder, const QFileInfo& file) {
    QString name = file.fileName();
    for (int number = 2; folder.exists(name); ++number)
        name = QStringLiteral("%1-%2.%3")
                   .arg(file.completeBaseName())
                   .arg(number)
                   .arg(file.suffix().isEmpty() ? QStringLiteral("dcm") : file.suffix());
    return folder.filePath(name);
}

} // namespace

DicomExport::DicomExport(std::filesystem::path commandLineProgram, QObject* parent)
    : QObject(parent)
    , m_program(std::move(commandLineProgram)) {
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
        take(status == QProcess::NormalExit && code == 0, said.section(QLatin1Char('\n'), 0, 0));
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            take(false, m_process.errorString());
    });
}

void DicomExport::start(std::vector<store::FilmRecord> films, const QString& folder, Kind kind) {
    m_left.assign(films.begin(), films.end());
    m_total = int(films.size());
    m_written = 0;
    m_problems.clear();
    m_folder = folder;
    m_kind = kind;
    m_seed = QUuid::createUuid().toString();
    next();
}

void DicomExport::cancel() {
    m_left.clear();
    m_process.kill();
}

void DicomExport::next() {
    Q_EMIT progressed(m_total - int(m_left.size()), m_total);
    if (m_left.empty()) {
        Q_EMIT finished(m_written, m_problems);
        return;
    }
    const store::FilmRecord film = m_left.front();
    m_left.pop_front();
    if (m_kind == Kind::asStored)
        copy(film);
    else
        deidentify(film);
}

void DicomExport::copy(const store::FilmRecord& film) {
    m_copying.start(
        [path = QString::fromStdString(film.path), folder = m_folder](std::stop_token) -> QString {
            const QFileInfo source(path);
            if (!source.isFile())
                return tr("%1 is no file of its own.").arg(source.fileName());
            QFile file(source.filePath());
            return file.copy(freeName(QDir(folder), source))
                       ? QString()
                       : tr("%1: %2").arg(source.fileName(), file.errorString());
        },
        [this](const QString& problem) { take(problem.isEmpty(), problem); });
}

void DicomExport::deidentify(const store::FilmRecord& film) {
    m_process.start(QString::fromStdString(m_program.string()),
                    {QStringLiteral("deidentify"), QString::fromStdString(film.path), m_folder,
                     QStringLiteral("--shift-dates"), QStringLiteral("--seed"), m_seed});
}

void DicomExport::take(bool isWritten, const QString& problem) {
    if (isWritten)
        ++m_written;
    else
        m_problems << problem;
    next();
}

} // namespace pleurascope::ui::review
