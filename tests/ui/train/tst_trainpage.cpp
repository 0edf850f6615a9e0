// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunRecords.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/LongWords.h"
#include "tests/ui/train/FakeLearning.h"
#include "ui/train/CurvePlot.h"
#include "ui/train/RecipeForm.h"
#include "ui/train/RecipePanel.h"
#include "ui/train/RunsPanel.h"
#include "ui/train/TrainPage.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::train;

/// The page over a learning module that only pretends.
class TestTrainPage : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<test::FakeLearning> m_learning;
    std::unique_ptr<TrainPage> m_page;

    bool says(const QString& text) const {
        for (const auto* label : m_page->findChildren<ui::widgets::TextLabel*>())
            if (label->text().contains(text) && label->isVisibleTo(m_page.get()))
                return true;
        return false;
    }

    ui::widgets::ActionButton* button(const QString& text) const {
        for (auto* candidate : m_page->findChildren<ui::widgets::ActionButton*>())
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }

    void fillRecipe(int epochs) {
        auto* form = m_page->findChild<RecipeForm*>();
        Recipe recipe = form->recipe();
        recipe.data = QString::fromStdString(m_folder->path().string());
        recipe.epochs = epochs;
        form->setRecipe(recipe);
    }

    void start() { QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier); }

    double pointsOf(int plot) const {
        return m_page->findChildren<CurvePlot*>()[plot]->graph(0)->dataCount();
    }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    }

    void init() {
        m_folder = std::make_unique<test::TemporaryFolder>();
        const auto& root = m_folder->path();
        m_learning = std::make_unique<test::FakeLearning>();
        m_page = std::make_unique<TrainPage>(core::Profile{root / "data", root / "config", root / "cache"},
                                             "/no/reader");
        m_page->resize(1376, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup() { m_page.reset(); }

    void nothingStartsBeforeTheModuleIsThere() {
        fillRecipe(3);
        QVERIFY(!button(QStringLiteral("Start training"))->isEnabled());
        start();
        QVERIFY(!m_page->isTraining());
        m_page->setLearningUnavailable(QStringLiteral("LibTorch is missing."));
        QVERIFY(says(QStringLiteral("LibTorch is missing.")));
        m_page->setLearningModule(m_learning.get());
        QVERIFY(button(QStringLiteral("Start training"))->isEnabled());
    }

    void aWrongRecipeIsExplainedAtItsField() {
        m_page->setLearningModule(m_learning.get());
        start();
        QVERIFY(!m_page->isTraining());
        QVERIFY(says(QStringLiteral("Choose a folder of films.")));
    }

    void aRunDrawsItsCurvesAndOffersItsModel() {
        m_page->setLearningModule(m_learning.get());
        fillRecipe(5);
        QSignalSpy status(m_page.get(), &TrainPage::statusChanged);
        QSignalSpy use(m_page.get(), &TrainPage::useModelRequested);
        start();
        QVERIFY(m_page->isTraining());
        QTRY_VERIFY(!m_page->isTraining());
        QTRY_COMPARE(pointsOf(0), 5);
        QTRY_VERIFY(says(QStringLiteral("Finished. Epoch")));
        QVERIFY(says(QStringLiteral("481, 240 positive")));
        QCOMPARE(status.last().at(1).toDouble(), -1.0);
        QCOMPARE(m_learning->lastConfig.output.filename().string(), std::string("run-1"));
        auto* useButton = button(QStringLiteral("Use this model for review"));
        QTRY_VERIFY(useButton->isEnabled());
        useButton->click();
        QCOMPARE(use.size(), 1);
        QVERIFY(use.first().first().toString().endsWith(QStringLiteral("run-1/model.psmodel")));
    }

    void aRunCanBeStopped() {
        m_page->setLearningModule(m_learning.get());
        m_learning->endless = true;
        fillRecipe(5);
        start();
        QTRY_VERIFY(pointsOf(0) > 2);
        QTest::keyClick(m_page.get(), Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(!m_page->isTraining());
        QTRY_VERIFY(says(QStringLiteral("Stopped. Epoch")));
    }

    void aRunCanBePausedAndGoneOnWith() {
        m_page->setLearningModule(m_learning.get());
        m_learning->endless = true;
        fillRecipe(50);
        start();
        QTRY_VERIFY(pointsOf(0) > 2);
        QTest::keyClick(m_page.get(), Qt::Key_P);
        QTRY_VERIFY(!m_page->isTraining());
        QTRY_VERIFY(says(QStringLiteral("Paused after epoch")));
        auto* button = this->button(QStringLiteral("Continue"));
        QVERIFY(button != nullptr && button->isEnabled());
        m_learning->endless = false;
        m_learning->firstEpoch = 40;
        button->click();
        QVERIFY(m_page->isTraining());
        QTRY_VERIFY(!m_page->isTraining());
        QVERIFY(m_learning->lastConfig.resume);
        QCOMPARE(m_learning->lastConfig.output.filename().string(), std::string("run-1"));
        QCOMPARE(m_learning->lastConfig.epochs, 50);
        QTRY_VERIFY(says(QStringLiteral("Finished. Epoch")));
        QVERIFY(pointsOf(0) > 13);
    }

    void aRunThatWasKilledCanBeContinuedFromTheList() {
        m_page->setLearningModule(m_learning.get());
        m_folder->write("data/runs/run-2/history.csv",
                        "epoch,loss,val_loss,auc,val_auc\n1,0.6,0.6,0.7,0.7\n");
        m_folder->write("data/runs/run-2/state/state.json", "{}");
        training::TrainingConfig config;
        config.data = "films";
        config.epochs = 4;
        m_folder->write("data/runs/run-2/run.json", training::runJson(config, {}));
        fillRecipe(1);
        start(); // its end reads the list anew
        QTRY_VERIFY(!m_page->isTraining());
        auto* list = m_page->findChild<RunsPanel*>()->findChild<QListView*>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        for (int row = 0; row < 2; ++row)
            if (list->model()->index(row, 0).data().toString() == QStringLiteral("Run 2"))
                list->setCurrentIndex(list->model()->index(row, 0));
        QVERIFY(says(QStringLiteral("Not finished")));
        button(QStringLiteral("Continue this run"))->click();
        QTRY_VERIFY(!m_page->isTraining());
        QVERIFY(m_learning->lastConfig.resume);
        QCOMPARE(m_learning->lastConfig.output.filename().string(), std::string("run-2"));
    }

    void aLeakingValidationIsSaidOnEveryCard() {
        m_page->setLearningModule(m_learning.get());
        m_learning->leaking = true;
        fillRecipe(3);
        start();
        QTRY_VERIFY(!m_page->isTraining());
        const auto cards = [this] {
            int count = 0;
            for (const auto* label : m_page->findChildren<ui::widgets::TextLabel*>())
                count += label->text().startsWith(QStringLiteral("validation leaks")) ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(cards(), 5);
    }

    void anErrorStandsWhereTheRunWould() {
        m_page->setLearningModule(m_learning.get());
        m_learning->failure = core::Error{core::ErrorCode::emptyClass, "effusion, validation", {}};
        fillRecipe(5);
        start();
        QTRY_VERIFY(says(QStringLiteral("Run 1 failed")));
        QVERIFY(!m_page->isTraining());
        QVERIFY(button(QStringLiteral("Start training"))->isEnabled());
    }

    void theRecipeIsLockedWhileARunGoesOn() {
        m_page->setLearningModule(m_learning.get());
        m_learning->endless = true;
        fillRecipe(5);
        start();
        QVERIFY(says(QStringLiteral("Locked while a run goes on.")));
        QVERIFY(!button(QStringLiteral("Start training"))->isEnabled());
        for (const auto* line : m_page->findChild<RecipeForm*>()->findChildren<QLineEdit*>())
            QVERIFY(line->isReadOnly() || !line->isEnabled());
        m_page.reset(); // closing stops the run and waits
    }

    void aFinishedRunShowsItsCurves() {
        m_folder->write("data/runs/run-4/history.csv",
                        "epoch,loss,val_loss,auc,val_auc\n1,0.6,0.6,0.7,0.7\n2,0.5,0.6,0.8,0.75\n");
        m_page = std::make_unique<TrainPage>(core::Profile{m_folder->path() / "data", {}, {}}, "/no/reader");
        m_page->resize(1376, 820);
        m_page->show();
        auto* list = m_page->findChild<RunsPanel*>()->findChild<QListView*>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_COMPARE(pointsOf(1), 2);
        QVERIFY(says(QStringLiteral("This run left no model.")));
    }

    void touchingAChartStopsFollowing() {
        auto* follow = button(QStringLiteral("Follow newest"));
        auto* plot = m_page->findChildren<CurvePlot*>().first();
        QVERIFY(follow->isChecked());
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->rect().center());
        QVERIFY(!follow->isChecked());
        QTest::mouseDClick(plot, Qt::LeftButton, {}, plot->rect().center());
        QVERIFY(follow->isChecked());
        QVERIFY(plot->isFollowing());
    }

    void aNarrowPageKeepsEverythingInReach() {
        m_page->resize(960, 620);
        QTRY_COMPARE(m_page->size(), QSize(960, 620)); // what 1024 x 700 leaves of the window
        auto* runs = m_page->findChild<RunsPanel*>();
        auto* recipe = m_page->findChild<RecipePanel*>();
        QVERIFY(recipe->isVisible() && !runs->isVisible());
        button(QStringLiteral("Runs"))->click();
        QVERIFY(!recipe->isVisible() && runs->isVisible());
        m_page->resize(1376, 820);
        QTRY_VERIFY(recipe->isVisible() && runs->isVisible());
    }

    /// For people: PLEURASCOPE_GRAB names a folder for pictures of the page.
    void looks() {
        const QString folder = qEnvironmentVariable("PLEURASCOPE_GRAB");
        if (folder.isEmpty())
            QSKIP("PLEURASCOPE_GRAB is not set");
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/train-new.png")));
        runForPicture();
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/train.png")));
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::light, 1);
        m_page->resize(960, 620);
        QTest::qWait(300);
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/train-light-small.png")));
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
        m_page.reset();
        test::LongWords words;
        QCoreApplication::installTranslator(&words);
        init();
        runForPicture();
        QVERIFY(m_page->grab().save(folder + QStringLiteral("/train-long.png")));
        QCoreApplication::removeTranslator(&words);
        m_page.reset();
    }

private:
    void runForPicture() {
        m_page->setLearningModule(m_learning.get());
        fillRecipe(20);
        m_page->startTraining();
        QTRY_VERIFY(!m_page->isTraining());
        m_learning->endless = true;
        m_learning->pause = std::chrono::milliseconds(60);
        fillRecipe(50);
        m_page->startTraining();
        QTest::qWait(1900);
    }
};

QTEST_MAIN(TestTrainPage)
#include "tst_trainpage.moc"
