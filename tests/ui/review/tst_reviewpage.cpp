// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Library.h"
#include "tests/ui/review/LongWords.h"
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/FoldedPanel.h"
#include "ui/review/MarksPanel.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/VerdictPanel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// The page over a library of its own, the real reader and a fake model.
class TestReviewPage : public QObject, private test::PageFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        prepare();
    }

    void init() {
        openLibrary();
        openPage();
    }

    void cleanup() { closeAll(); }

    void filmScoreAndMapArrive() {
        useModel("hash", 0.83);
        QSignalSpy scored(m_page.get(), &ReviewPage::filmScored);
        m_page->openStudy(addStudy("a", "DEMO^ANNA"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QTRY_VERIFY(says(QStringLiteral("Suggests pleural effusion")));
        QVERIFY(says(QStringLiteral("uncalibrated score")));
        QVERIFY(says(QStringLiteral("Demonstration model, trained on phantoms only")));
        QTRY_VERIFY(says(QStringLiteral("Relative to this film's strongest place")));
        QCOMPARE(scored.size(), 1);
        QCOMPARE(m_predictor->asked.load(), 1);
    }

    void aStoredScoreIsShownWithoutAsking() {
        const qint64 study = addStudy("a", "A");
        useModel("hash", 0.83);
        store::PredictionRecord record;
        record.filmId = m_library->filmsOf(study)->front().id;
        record.modelHash = "hash";
        record.probability = 0.12;
        record.threshold = 0.5;
        QVERIFY(m_library->addPrediction(record).has_value());
        m_page->openStudy(study);
        QTRY_VERIFY(says(QStringLiteral("No sign of effusion found")));
        QCOMPARE(m_predictor->asked.load(), 0);
    }

    void anotherModelScoresAnew() {
        useModel("one", 0.83);
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(says(QStringLiteral("Suggests pleural effusion")));
        useModel("two", 0.2);
        QTRY_VERIFY(says(QStringLiteral("No sign of effusion found")));
        QVERIFY(part<FilmView>()->hasFilm());
    }

    void onlyTheLastOfManyStudiesIsShown() {
        useModel("hash", 0.83);
        std::vector<qint64> studies;
        for (int i = 0; i < 6; ++i)
            studies.push_back(addStudy("s" + std::to_string(i), "P" + std::to_string(i)));
        for (const qint64 study : studies)
            m_page->openStudy(study);
        QTRY_VERIFY(says(QStringLiteral("P5")));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QVERIFY(QString::fromStdString(part<FilmView>()->film().film->header.path)
                    .endsWith(QStringLiteral("s5.png")));
    }

    void aFilmWithoutEvidenceSaysSo() {
        useModel("hash", 0.1);
        m_explainer->silent = true;
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(says(QStringLiteral("No evidence for this class on this layer")));
    }

    void withoutAModelThePanelSaysWhy() {
        m_page->setModelUnavailable(QStringLiteral("The learning module cannot be opened."));
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QVERIFY(says(QStringLiteral("The learning module cannot be opened.")));
        QSignalSpy asked(m_page.get(), &ReviewPage::chooseModelRequested);
        for (auto* button : m_page->findChildren<ui::widgets::ActionButton*>())
            if (button->text() == QStringLiteral("Choose a model"))
                button->click();
        QCOMPARE(asked.size(), 1);
    }

    void aBadFileIsExplainedInItsPlace() {
        useModel("hash", 0.83);
        m_page->openStudy(addFilm(m_folder->write("bad.dcm", "not a film"), "A"));
        QTRY_VERIFY(!part<FilmView>()->message().isEmpty());
        QVERIFY(!part<FilmView>()->hasFilm());
        QCOMPARE(m_predictor->asked.load(), 0);
    }

    void marksAreThereAgain() {
        const qint64 study = addStudy("a", "A");
        m_page->openStudy(study);
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        press(Qt::Key_L);
        QCOMPARE(view->tool(), QStringLiteral("length"));
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(300, 300));
        QTest::mouseMove(view, QPoint(360, 380));
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(360, 380));
        QCOMPARE(view->marks().marks().size(), std::size_t(1));
        const Mark drawn = view->marks().marks().front();
        m_page->openStudy(addStudy("b", "B"));
        QTRY_VERIFY(view->hasFilm() && view->marks().marks().empty());
        m_page->openStudy(study);
        QTRY_VERIFY(view->hasFilm() && !view->marks().marks().empty());
        QCOMPARE(view->marks().marks().front().points, drawn.points);
        QVERIFY(!view->marks().marks().front().madeAt.isEmpty());
        QCOMPARE(part<MarksPanel>()->model().rowCount(), 1);
    }

    void aPriorHangsBesideTheFilmAtItsScale() {
        store::StudyRecord now, then;
        now.studyUid = "2.25.1";
        then.studyUid = "2.25.2";
        now.patientId = then.patientId = "P1";
        now.date = "2026-11-22";
        then.date = "2025-09-20";
        store::FilmRecord film;
        film.modality = "DX";
        film.view = "PA";
        film.path = (m_folder->path() / "now.png").string();
        addStudy("now", "unused");
        addStudy("then", "unused");
        // the two files become films of one patient
        film.sopInstanceUid = "2.25.1.1";
        film.contentDigest = "now";
        const auto current = m_library->addFilm(now, film);
        film.path = (m_folder->path() / "then.png").string();
        film.sopInstanceUid = "2.25.2.1";
        film.contentDigest = "then";
        QVERIFY(m_library->addFilm(then, film).has_value());
        QVERIFY(current.has_value());
        m_page->openStudy(current->studyId);
        FilmWall& wall = m_page->wall();
        QTRY_COMPARE(wall.grid().shape(), (GridShape{1, 2}));
        const auto cells = wall.grid().cells();
        QTRY_VERIFY(cells[0]->view().hasFilm() && cells[1]->view().hasFilm());
        QVERIFY(wall.link().isLinked());
        QCOMPARE(cells[1]->hung()->caption, QStringLiteral("Prior, 14 month(s) earlier"));
        QCOMPARE(wall.ruleName(), QStringLiteral("Frontal film and its prior"));
        press(Qt::Key_Z);
        QCOMPARE(cells[1]->view().viewGeometry().zoom(), 1.0);
        press(Qt::Key_Y);
        QVERIFY(!wall.link().isLinked());
        wall.hangFilm(0, cells[1]->hung()->film.id); // the first cell is the study's own
        QCOMPARE(cells[0]->hung()->studyId, current->studyId);
        wall.setShape({1, 1});
        QCOMPARE(wall.grid().cells().size(), std::size_t(1));
    }

    void aCellThatWasAwayHasTheToolThatWasChosenMeanwhile() {
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        FilmWall& wall = m_page->wall();
        wall.setShape({1, 2});
        FilmView& second = wall.grid().cells()[1]->view();
        wall.setShape({1, 1});
        press(Qt::Key_L);
        wall.setShape({1, 2});
        QCOMPARE(second.tool(), QStringLiteral("length"));
    }

    void theFoldedPanelKeepsTheScore() {
        useModel("hash", 0.83);
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(says(QStringLiteral("Suggests pleural effusion")));
        auto* panel = part<ReviewPanel>();
        const int film = part<FilmView>()->width();
        press(Qt::Key_F9);
        QVERIFY(panel->isFolded());
        QCOMPARE(panel->width(), ui::widgets::px(80));
        QTRY_VERIFY(part<FilmView>()->width() > film);
        QVERIFY(!panel->verdict().isVisible());
        const auto* folded = part<FoldedPanel>();
        QVERIFY(folded->isVisible());
        QCOMPARE(folded->findChild<ui::widgets::NumberLabel*>()->text(), QStringLiteral("0.83"));
        QCOMPARE(folded->accessibleName(), QStringLiteral("Suggests pleural effusion"));
        QTest::mouseClick(folded->findChild<QToolButton*>(), Qt::LeftButton);
        QVERIFY(!panel->isFolded());
        QVERIFY(panel->verdict().isVisible());
    }

    /// For people: PLEURASCOPE_GRAB names a folder for pictures of the page, PLEURASCOPE_GRAB_FILM a film to
    /// show.
    void looks() {
        const QString folder = qEnvironmentVariable("PLEURASCOPE_GRAB");
        if (folder.isEmpty())
            QSKIP("PLEURASCOPE_GRAB is not set");
        showForPicture();
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/review.png")));
        press(Qt::Key_H);
        QTest::qWait(100);
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/review-heat.png")));
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::light, 1);
        m_page->resize(960, 620);
        QTest::qWait(400);
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/review-light-small.png")));
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
        test::LongWords words;
        QCoreApplication::installTranslator(&words);
        cleanup();
        init();
        showForPicture();
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/review-long.png")));
        cleanup();
        init();
        m_page->setModelUnavailable(QStringLiteral("The learning module cannot be opened."));
        QTest::qWait(100);
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/review-none.png")));
        QCoreApplication::removeTranslator(&words);
    }

private:
    void showForPicture() {
        const QString film = qEnvironmentVariable("PLEURASCOPE_GRAB_FILM");
        useModel("8f3a2c1d", 0.83);
        store::StudyRecord study;
        study.patientName = "DEMO^ANNA";
        study.patientId = "DEMO-0017";
        study.sex = "F";
        study.age = "067Y";
        study.description = "Chest PA and lateral";
        study.date = "2026-11-22";
        study.time = "08:14:00";
        store::FilmRecord record;
        record.path = film.toStdString();
        if (film.isEmpty())
            m_page->openStudy(addStudy("a", "DEMO^ANNA"));
        else if (const auto added = m_library->addFilm(study, record))
            m_page->openStudy(added->studyId);
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        press(Qt::Key_A);
        QTest::qWait(600);
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
