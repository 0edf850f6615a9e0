// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ImportJob.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pleurascope;
using ui::shell::ImportJob;

class TestImportJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goodFilesAreAddedAndBadOnesReported();
    void batchesWaitForOneAnother();
    void cancellingEndsItAndForgetsTheRest();

private:
    [[nodiscard]] QString makeFolder(const QString& name, int films);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::filesystem::path m_reader = std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
};

void TestImportJob::init() {
    if (!std::filesystem::exists(m_reader))
        QSKIP("pleurascope-reader is not built");
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto library = store::Library::open(m_folder->filePath(QStringLiteral("library.sqlite")).toStdString());
    QVERIFY(library.has_value());
    m_library = std::move(*library);
}

QString TestImportJob::makeFolder(const QString& name, int films) {
    const QDir folder(m_folder->filePath(name));
    folder.mkpath(QStringLiteral("."));
    for (int i = 0; i < films; ++i) {
        QImage film(32, 32, QImage::Format_Grayscale8);
        film.fill(i);
        film.save(folder.filePath(QStringLiteral("film%1.png").arg(i)));
    }
    return folder.path();
}

void TestImportJob::goodFilesAreAddedAndBadOnesReported() {
    const QString folder = makeFolder(QStringLiteral("films"), 3);
    QFile bad(folder + QStringLiteral("/note.dcm"));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("only words");
    bad.close();
    ImportJob job(*m_library, m_reader);
    int added = 0;
    std::vector<reading::RefusedFile> refused;
    connect(&job, &ImportJob::imported, this, [&](const reading::ImportReport& report) {
        added += report.added;
        refused = report.refused;
    });
    QSignalSpy finished(&job, &ImportJob::finished);
    job.add({folder});
    QVERIFY(finished.wait(20000));
    QCOMPARE(added, 3);
    QCOMPARE(refused.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(refused[0].error.path).endsWith(QStringLiteral("note.dcm")));
    QCOMPARE(m_library->studyCount().value_or(0), 3);
}

void TestImportJob::batchesWaitForOneAnother() {
    ImportJob job(*m_library, m_reader);
    QSignalSpy imported(&job, &ImportJob::imported);
    QSignalSpy finished(&job, &ImportJob::finished);
    job.add({makeFolder(QStringLiteral("first"), 2)});
    job.add({makeFolder(QStringLiteral("second"), 2)}, true);
    QVERIFY(finished.wait(20000));
    QCOMPARE(imported.count(), 2);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_library->studyCount().value_or(0), 4);
}

void TestImportJob::cancellingEndsItAndForgetsTheRest() {
    ImportJob job(*m_library, m_reader);
    QSignalSpy imported(&job, &ImportJob::imported);
    QSignalSpy finished(&job, &ImportJob::finished);
    job.add({makeFolder(QStringLiteral("many"), 50)});
    job.add({makeFolder(QStringLiteral("later"), 2)});
    job.cancel();
    QVERIFY(finished.wait(20000));
    QCOMPARE(imported.count(), 1);
    QVERIFY(!job.isRunning());
}

QTEST_GUILESS_MAIN(TestImportJob)
#include "tst_importjob.moc"
