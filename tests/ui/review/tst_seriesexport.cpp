// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/export/DicomExport.h"
#include "ui/review/export/ExportDialog.h"
#include "ui/review/export/SeriesExport.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A series into files, over a library of its own and the real reader.
class TestSeriesExport : public QObject, private test::PageFixture {
    Q_OBJECT

    qint64 m_study = 0;

    SeriesOrder order(const QString& ending) {
        SeriesOrder order;
        order.films = *m_library->filmsOf(m_study);
        order.study = m_library->worklistRow(m_study, {})->study;
        order.folder = QString::fromStdString(m_folder->path().string());
        order.ending = ending;
        return order;
    }

    static QStringList run(SeriesExport& exporter, SeriesOrder order) {
        QSignalSpy finished(&exporter, &SeriesExport::finished);
        exporter.start(std::move(order));
        if (!finished.wait(20000))
            return {QStringLiteral("never finished")};
        return finished.last().at(1).toStringList();
    }

    static QStringList run(DicomExport& exporter, std::vector<store::FilmRecord> films, const QString& folder,
                           DicomExport::Kind kind) {
        QSignalSpy finished(&exporter, &DicomExport::finished);
        exporter.start(std::move(films), folder, kind);
        if (finished.isEmpty() && !finished.wait(20000))
            return {QStringLiteral("never finished")};
        return finished.last().at(1).toStringList();
    }

    std::filesystem::path writeDicom(const std::string& name) {
        dicom::DicomFilm film;
        film.patient = {name, "R-1", "1950-02-03", "F"};
        film.study = {dicom::uidFromSeed("study"), "S1", "2026-01-31", "09:15:00", "A-1", "Chest", "075Y"};
        film.series = {dicom::uidFromSeed("series"), "DX", "Chest PA", "CHEST", 1};
        film.instance.uid = dicom::uidFromSeed("instance");
        film.instance.viewPosition = "PA";
        film.instance.number = 1;
        film.instance.spacing = {0.2, 0.2, dicom::SpacingSource::atDetector};
        film.image.pixels = core::PixelBuffer::fromVector(64, 64, 1, core::SampleType::u8,
                                                          std::vector<std::uint8_t>(64 * 64, 100));
        film.image.display.windows = {{128, 256, {}, "CHEST"}};
        const auto path = m_folder->path() / "film.dcm";
        if (!dicom::writeFilm(path, film))
            qFatal("the film could not be written");
        return path;
    }

    static QByteArray bytesOf(const QString& file) {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }

    void init() {
        openLibrary();
        m_study = test::addStudy(*m_library, m_folder->path(), "ANNA", "2026-01-01", 3);
    }

    void everyFilmIsWrittenAndNothingWrittenOver() {
        SeriesExport exporter(*m_library, test::readerProgram());
        QCOMPARE(run(exporter, order(QStringLiteral("png"))), QStringList());
        QCOMPARE(exporter.files().size(), 3);
        QVERIFY(!QImage(exporter.files().front()).isNull());
        const QString first = exporter.files().front();
        QCOMPARE(run(exporter, order(QStringLiteral("png"))), QStringList());
        QVERIFY(!exporter.files().contains(first));
    }

    void theWindowOnShowIsOnEachOfThem() {
        SeriesExport exporter(*m_library, test::readerProgram());
        auto dark = order(QStringLiteral("png"));
        dark.display = FilmDisplay{{10000, 2, {}, {}}, -1, false};
        QCOMPARE(run(exporter, dark), QStringList());
        for (const QString& file : exporter.files()) {
            const QImage image(file);
            QCOMPARE(qGray(image.pixel(image.width() - 20, image.height() / 2)), 0); // the ramp's bright end
        }
    }

    void aFilmThatCannotBeReadIsNamedAndTheOthersAreWritten() {
        auto films = order(QStringLiteral("jpg"));
        std::filesystem::remove(films.films[1].path);
        SeriesExport exporter(*m_library, test::readerProgram());
        const QStringList problems = run(exporter, films);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.front().contains(
                     QString::fromStdString(std::filesystem::path(films.films[1].path).filename().string())),
                 qPrintable(problems.front()));
        QCOMPARE(exporter.files().size(), 2);
    }

    void marksAreOnTheFilmThatTheyWereDrawnOn() {
        SeriesExport exporter(*m_library, test::readerProgram());
        QCOMPARE(run(exporter, order(QStringLiteral("png"))), QStringList());
        const QStringList without = exporter.files();
        store::AnnotationRecord line;
        line.filmId = order({}).films[1].id;
        line.uid = "m1";
        line.kind = "length";
        line.points = {50, 50, 250, 350};
        QVERIFY(m_library->putAnnotation(line).has_value());
        QCOMPARE(run(exporter, order(QStringLiteral("png"))), QStringList());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(QImage(without[i]) == QImage(exporter.files()[i]), i != 1);
    }

    void dicomGoesOutAsStoredOrWithoutThePatient() {
        store::FilmRecord film;
        film.path = writeDicom("ROE^JANE").string();
        const QString out = QString::fromStdString((m_folder->path() / "out").string());
        QVERIFY(QDir().mkpath(out));
        DicomExport exporter(std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-cli");
        QCOMPARE(run(exporter, {film}, out, DicomExport::Kind::asStored), QStringList());
        QCOMPARE(run(exporter, {film}, out, DicomExport::Kind::asStored), QStringList()); // beside the first
        QCOMPARE(QDir(out).entryList(QDir::Files).size(), 2);
        for (const QString& name : QDir(out).entryList(QDir::Files))
            QVERIFY(bytesOf(QDir(out).filePath(name)) == bytesOf(QString::fromStdString(film.path)));
        QDir(out).removeRecursively();
        QVERIFY(QDir().mkpath(out));
        QCOMPARE(run(exporter, {film}, out, DicomExport::Kind::deidentified), QStringList());
        const QStringList files = QDir(out).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(!bytesOf(QDir(out).filePath(files[0])).contains("ROE"));
        intake::FilmReader reader(test::readerProgram());
        QVERIFY(reader.readFilm(QDir(out).filePath(files[0]).toStdString()).has_value());
    }

    void whatCannotGoOutIsNamed() {
        store::FilmRecord gone;
        gone.path = (m_folder->path() / "gone.dcm").string();
        DicomExport exporter(std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-cli");
        const QString out = QString::fromStdString(m_folder->path().string());
        for (const auto kind : {DicomExport::Kind::asStored, DicomExport::Kind::deidentified}) {
            const QStringList problems = run(exporter, {gone}, out, kind);
            QCOMPARE(problems.size(), 1);
            QVERIFY2(problems[0].contains(QStringLiteral("gone.dcm")), qPrintable(problems[0]));
        }
        DicomExport without("/nowhere/pleurascope-cli");
        QCOMPARE(run(without, {gone}, out, DicomExport::Kind::deidentified).size(), 1);
    }

    void theDialogOffersTheSeries() {
        FilmView view;
        view.resize(400, 400);
        intake::FilmReader reader(test::readerProgram());
        view.showFilm(LoadedFilm::of(*reader.readFilm(order({}).films[0].path)), 0, 3);
        ExportDialog dialog(view, order({}).study, true, {});
        dialog.offerSeries(order({}).films, *m_library, test::readerProgram());
        auto* exporter = dialog.findChild<SeriesExport*>();
        QVERIFY(exporter != nullptr);
        for (auto* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String("Films"))
                box->setCurrentIndex(1);
        QSignalSpy finished(exporter, &SeriesExport::finished);
        dialog.saveSeries(QString::fromStdString(m_folder->path().string()));
        QVERIFY(exporter->isRunning());
        QVERIFY(finished.wait(20000));
        QCOMPARE(finished.last().at(0).toInt(), 3);
    }
};

QTEST_MAIN(TestSeriesExport)
#include "tst_seriesexport.moc"
