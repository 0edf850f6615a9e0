// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistRows.h"
#include "ui/browse/BrowsePage.h"
#include "ui/browse/StudyView.h"
#include "ui/films/ThumbnailLoader.h"
#include "ui/widgets/Theme.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUrl>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using ui::films::ThumbnailLoader;

/// The page on a real library and, for thumbnails, the real isolated reader.
class TestBrowsePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEmptyLibraryOffersTheImport();
    void studiesOfTheLibraryAreListedAndTheFirstIsChosen();
    void theChoiceSurvivesAReload();
    void searchingNarrowsTheListAndSlashGoesThere();
    void enterAndNOpenStudies();
    void droppedFilesAndFoldersArePassedOn();
    void aScoreArrivesInTheRow();
    void thumbnailsAreMadeAndKeptWithoutPatientData();

private:
    void addStudy(int number, const std::string& path = {});
    void loadPage();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::unique_ptr<BrowsePage> m_page;
    std::filesystem::path m_reader = std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
};

void TestBrowsePage::initTestCase() {
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0);
}

void TestBrowsePage::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    auto library = store::Library::open(m_folder->filePath(QStringLiteral("library.sqlite")).toStdString());
    QVERIFY(library.has_value());
    m_library = std::move(*library);
    m_page = std::make_unique<BrowsePage>(*m_library, m_reader,
                                          m_folder->filePath(QStringLiteral("thumbnails")).toStdString());
    m_page->resize(1376, 820);
}

void TestBrowsePage::cleanup() {
    m_page.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_library.reset();
}

void TestBrowsePage::addStudy(int number, const std::string& path) {
    auto row = test::makeRow(number, "DEMO^NUMBER" + std::to_string(number));
    row.film.sopInstanceUid = row.study.studyUid + ".1";
    if (!path.empty())
        row.film.path = path;
    QVERIFY(m_library->addFilm(row.study, row.film).has_value());
}

void TestBrowsePage::loadPage() {
    QSignalSpy reloaded(m_page.get(), &BrowsePage::reloaded);
    m_page->show();
    m_page->activateWindow();
    m_page->reload();
    QVERIFY(reloaded.wait());
}

void TestBrowsePage::anEmptyLibraryOffersTheImport() {
    loadPage();
    QVERIFY(!m_page->currentStudy());
    QVERIFY(!m_page->findChild<StudyView*>()->isVisible());
}

void TestBrowsePage::studiesOfTheLibraryAreListedAndTheFirstIsChosen() {
    addStudy(1);
    addStudy(2);
    loadPage();
    QCOMPARE(m_page->order().rowCount(), 2);
    QVERIFY(m_page->findChild<StudyView*>()->isVisible());
    QCOMPARE(m_page->currentStudy(), std::optional<qint64>(m_page->order().study(0).study.id));
}

void TestBrowsePage::theChoiceSurvivesAReload() {
    for (int i = 1; i <= 5; ++i)
        addStudy(i);
    loadPage();
    const qint64 third = m_page->order().study(2).study.id;
    m_page->choose(third);
    addStudy(6);
    loadPage();
    QCOMPARE(m_page->order().rowCount(), 6);
    QCOMPARE(m_page->currentStudy(), std::optional<qint64>(third));
}

void TestBrowsePage::searchingNarrowsTheListAndSlashGoesThere() {
    for (int i = 1; i <= 3; ++i)
        addStudy(i);
    loadPage();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    auto* field = m_page->findChild<QLineEdit*>();
    QTest::keyClick(m_page->findChild<StudyView*>(), Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("number2"));
    QTRY_COMPARE(m_page->order().rowCount(), 1);
    QTest::keyClicks(field, QStringLiteral(" nobody"));
    QTRY_COMPARE(m_page->order().rowCount(), 0);
    field->setText(QStringLiteral("number"));
    QTRY_COMPARE(m_page->order().rowCount(), 3);
    m_page->choose(m_page->order().study(2).study.id);
    const auto chosen = m_page->currentStudy();
    field->setText(QStringLiteral("number1"));
    QTRY_COMPARE(m_page->order().rowCount(), 1);
    QVERIFY(m_page->currentStudy() != chosen);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(m_page->order().rowCount(), 3);
}

void TestBrowsePage::enterAndNOpenStudies() {
    addStudy(1);
    addStudy(2);
    loadPage();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QSignalSpy opened(m_page.get(), &BrowsePage::openStudyRequested);
    auto* view = m_page->findChild<StudyView*>();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toLongLong(), *m_page->currentStudy());
    QTest::keyClick(view, Qt::Key_N);
    QCOMPARE(opened.count(), 2);
}

void TestBrowsePage::droppedFilesAndFoldersArePassedOn() {
    QSignalSpy dropped(m_page.get(), &BrowsePage::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_folder->path()), QUrl(QStringLiteral("https://example.org/a.dcm"))});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QDragEnterEvent enter(QPoint(10, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped[0][0].toStringList(), QStringList{m_folder->path()});
}

void TestBrowsePage::aScoreArrivesInTheRow() {
    addStudy(1);
    addStudy(2);
    QSignalSpy reloaded(m_page.get(), &BrowsePage::reloaded);
    m_page->setModel(QStringLiteral("model"), QStringLiteral("Model"));
    QVERIFY(reloaded.wait());
    const auto& row = m_page->order().study(1);
    const qint64 id = row.study.id;
    auto scored = test::withScore(row, 0.9);
    QVERIFY(m_library->addPrediction(*scored.prediction).has_value());
    m_page->applyScore({id, *scored.prediction});
    QTRY_COMPARE(m_page->order().study(0).study.id, id); // flagged studies come first
    QCOMPARE(m_page->order().count(StudyFilter::flagged), 1);
}

void TestBrowsePage::thumbnailsAreMadeAndKeptWithoutPatientData() {
    if (!std::filesystem::exists(m_reader))
        QSKIP("pleurascope-reader is not built");
    const QString film = m_folder->filePath(QStringLiteral("DEMO-NAME.png"));
    QImage(300, 400, QImage::Format_Grayscale8).save(film);
    const QString broken = m_folder->filePath(QStringLiteral("broken.png"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a film at all");
    file.close();
    addStudy(1, film.toStdString());
    addStudy(2, broken.toStdString());
    QSignalSpy ready(m_page->findChild<ThumbnailLoader*>(), &ThumbnailLoader::thumbnailReady);
    QSignalSpy failed(m_page->findChild<ThumbnailLoader*>(), &ThumbnailLoader::failed);
    loadPage();
    QTRY_COMPARE(ready.count(), 1);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(ready[0][1].value<QImage>().height(), ThumbnailLoader::longestSide);
    const QStringList kept = QDir(m_folder->filePath(QStringLiteral("thumbnails"))).entryList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QVERIFY(!kept.first().contains(QStringLiteral("DEMO")));
    const auto shown = m_page->order().indexOf(failed[0][0].toLongLong());
    QVERIFY(shown.isValid());
    QCOMPARE(stateOf(m_page->order().study(shown.row()), m_page->order().context(shown.row())),
             StudyState::damaged);
}

QTEST_MAIN(TestBrowsePage)
#include "tst_browsepage.moc"
