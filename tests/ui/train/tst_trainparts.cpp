// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunRecords.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/train/FormRow.h"
#include "ui/train/MethodForm.h"
#include "ui/train/PaceMeter.h"
#include "ui/train/Recipe.h"
#include "ui/train/RunHistory.h"
#include "ui/train/RunListModel.h"
#include "ui/train/TimeText.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

using namespace pleurascope;
using namespace pleurascope::ui::train;

/// Recipes, histories and paces, without widgets.
class TestTrainParts : public QObject {
    Q_OBJECT

    test::TemporaryFolder m_folder;

    Recipe goodRecipe() const {
        Recipe recipe;
        recipe.data = QString::fromStdString(m_folder.path().string());
        recipe.cut = QStringLiteral("post_relu");
        recipe.head = QStringLiteral("512, 128");
        recipe.dropout = QStringLiteral("0.5, 0.3");
        recipe.learningRate = QStringLiteral("0.001");
        return recipe;
    }

    std::filesystem::path writeRun(const std::string& name, const std::string& history) const {
        return m_folder.write(std::filesystem::path("runs") / name / "history.csv", history).parent_path();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void historyColumnsAreToldByName() {
        const auto history = parseHistory("val_auc,epoch,unknown,auc\n0.8,1,words,0.9\n0.85,2,,0.95\n");
        QVERIFY(history.has_value());
        QCOMPARE(history->size(), std::size_t(2));
        QCOMPARE(history->at(1).epoch, 2);
        QCOMPARE(history->at(1).validation.auc, 0.85);
        QCOMPARE(history->at(1).training.auc, 0.95);
    }

    void aHistoryThatWasCutOffKeepsItsWholeLines() {
        const auto history = parseHistory("epoch,loss,val_loss\n1,0.5,0.6\n2,0.4");
        QVERIFY(history.has_value());
        QCOMPARE(history->size(), std::size_t(1));
        const auto broken = parseHistory("epoch,loss\n1,x\n2,0.4\n");
        QVERIFY(!broken.has_value());
        QVERIFY(broken.error().code == core::ErrorCode::invalidCsv);
        QCOMPARE(broken.error().detail, std::string("line 2"));
    }

    void runsAreListedWithTheirBestEpoch() {
        const auto folder = writeRun("run-3", "epoch,auc,val_auc\n1,0.7,0.8\n2,0.8,0.9\n3,0.9,0.85\n");
        m_folder.write("runs/run-3/run.json", R"({"config": {"epochs": 50}, "model_name": "Run 3"})");
        m_folder.write("runs/run-3/model.psmodel");
        m_folder.write("runs/empty/notes.txt");
        const auto runs = readRuns(m_folder.path() / "runs");
        QCOMPARE(runs.size(), std::size_t(1));
        QCOMPARE(runs[0].bestEpoch, 2);
        QCOMPARE(runs[0].bestValidationAuc, 0.9);
        QCOMPARE(runs[0].plannedEpochs, 50);
        QVERIFY(runs[0].model == folder / "model.psmodel");
        QCOMPARE(nextRunFolder(m_folder.path() / "runs").filename().string(), std::string("run-4"));
        QCOMPARE(nextRunFolder(m_folder.path() / "none").filename().string(), std::string("run-1"));
    }

    void theListModelIsAModel() {
        RunListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FinishedRun run;
        run.folder = "runs/run-7";
        run.name = "run-7";
        run.bestValidationAuc = 0.9012;
        run.epochs.resize(3);
        run.bestEpoch = 2;
        model.setRuns({run});
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data().toString(), QStringLiteral("Run 7"));
        QCOMPARE(index.data(RunListModel::aucRole).toString(), QStringLiteral("0.901"));
        QCOMPARE(index.data(RunListModel::detailRole).toString(), QStringLiteral("no model, 3 epochs"));
        QCOMPARE(model.rowOf("runs/run-7"), 0);
        QCOMPARE(model.rowOf("runs/run-8"), -1);
    }

    void aGoodRecipeHasNoProblems() {
        const Recipe recipe = goodRecipe();
        QVERIFY(recipe.problems().empty());
        const training::TrainingConfig config = recipe.config("out");
        QCOMPARE(config.head.hidden, (std::vector<int>{512, 128}));
        QCOMPARE(config.head.dropout, (std::vector<double>{0.5, 0.3}));
        QCOMPARE(config.split.validation, 0.2);
        QCOMPARE(config.backbone.cut, std::string("post_relu"));
        QVERIFY(!config.trainBackbone);
    }

    void everyWrongFieldIsNamed() {
        Recipe recipe = goodRecipe();
        recipe.data = QStringLiteral("/nowhere");
        recipe.labels = QStringLiteral("/nowhere/labels.csv");
        recipe.weights = QStringLiteral("/nowhere/w.h5");
        recipe.cut.clear();
        recipe.head = QStringLiteral("512, x");
        recipe.dropout = QStringLiteral("0.5, 1");
        recipe.learningRate = QStringLiteral("0");
        const auto problems = recipe.problems();
        for (const RecipeField field :
             {RecipeField::data, RecipeField::labels, RecipeField::weights, RecipeField::cut,
              RecipeField::head, RecipeField::dropout, RecipeField::learningRate})
            QVERIFY(problems.count(field) == 1);
    }

    void aPresetFillsTheRecipeAndWhatIsTypedWins() {
        Recipe recipe = goodRecipe();
        recipe.usePreset(QStringLiteral("default"));
        QCOMPARE(recipe.cut, Recipe::deepestCut());
        recipe.data = QString::fromStdString(m_folder.path().string());
        recipe.epochs = 3;
        recipe.method.mirror = training::Mirror::none;
        QVERIFY(recipe.problems().empty());
        const training::TrainingConfig config = recipe.config("out");
        QVERIFY(config.deepestCut);
        QCOMPARE(config.backbone.cut, std::string("post_relu"));
        QCOMPARE(config.fineTuning.stage, std::string("conv4"));
        QCOMPARE(config.preset, std::string("default"));
        QCOMPARE(config.epochs, 3);
        QVERIFY(config.mirror == training::Mirror::none);
        recipe.usePreset({});
        QVERIFY(recipe.config("out").preset.empty());
    }

    void theNotebooksFaultNeedsItsSplit() {
        Recipe recipe = goodRecipe();
        recipe.usePreset(QStringLiteral("notebook"));
        QVERIFY(recipe.config("out").splitLast);
        QVERIFY(recipe.config("out").kerasSplit);
        recipe.split = SplitChoice::patient;
        QVERIFY(!recipe.config("out").splitLast);
        QVERIFY(!recipe.config("out").kerasSplit);
    }

    void theWheelPassesOverAField() {
        QWidget form;
        auto* number = new QSpinBox;
        number->setRange(0, 1000);
        number->setValue(224);
        form.setLayout(makeFormRow(QStringLiteral("Input"), number, {}));
        form.show();
        form.setFocus();
        QWheelEvent wheel(QPointF(5, 5), number->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(number, &wheel);
        QCOMPARE(number->value(), 224);
        QVERIFY(!wheel.isAccepted());
    }

    void theMethodComesBackFromItsForm() {
        training::TrainingConfig config;
        config.fineTuning = {"conv3_block2", 0.0002};
        config.optimization.optimizer = training::OptimizerKind::adamw;
        config.optimization.schedule = training::ScheduleKind::step;
        config.optimization.labelSmoothing = 0.1;
        config.optimization.oversample = true;
        config.optimization.earlyStopping = 4;
        config.augmentation.recipe = *data::augmentationPreset("notebook");
        config.augmentation.mode = data::AugmentationMode::freshEachEpoch;
        config.mirror = training::Mirror::drawn;
        config.flipAverage = true;
        MethodForm form;
        form.setMethod(Method::of(config));
        training::TrainingConfig back;
        form.method().apply(back);
        back.optimization.weightDecay = config.optimization.weightDecay;
        QCOMPARE(training::runJson(back, {}), training::runJson(config, {}));
        QVERIFY(!form.isOpen());
        form.showProblem(QStringLiteral("no"));
        QVERIFY(form.isOpen());
    }

    void dropoutNeedsOneShareAWidth() {
        Recipe recipe = goodRecipe();
        recipe.dropout = QStringLiteral("0.5");
        QVERIFY(recipe.problems().count(RecipeField::dropout) == 1);
        recipe.head.clear();
        recipe.dropout.clear();
        QVERIFY(recipe.problems().empty()); // straight to the classes
        recipe.head = QStringLiteral("12.5");
        QVERIFY(recipe.problems().count(RecipeField::head) == 1);
    }

    void theNarrowNetworkIsTrainedWhole() {
        Recipe recipe = goodRecipe();
        recipe.network = NetworkChoice::narrow;
        QVERIFY(recipe.config("out").trainBackbone);
        QCOMPARE(recipe.config("out").backbone.blocks, (std::vector<int>{1, 1, 1, 1}));
    }

    void thePaceIsOfTheStageAtHand() {
        PaceMeter pace;
        pace.add({0, 600, "films"}, 10);
        QVERIFY(!pace.rate());
        pace.add({200, 600, "films"}, 12);
        QCOMPARE(*pace.rate(), 100.0);
        QCOMPARE(*pace.remaining(), 4.0);
        QCOMPARE(pace.fraction(), 1.0 / 3);
        pace.add({1, 50, "epochs"}, 16);
        QVERIFY(!pace.rate());
        pace.add({11, 50, "epochs"}, 17);
        QCOMPARE(*pace.remaining(), 3.9);
    }

    void durationsAreShort() {
        QCOMPARE(durationText(21.2), QStringLiteral("22 s"));
        QCOMPARE(durationText(79), QStringLiteral("1 min 19 s"));
        QCOMPARE(durationText(7500), QStringLiteral("2 h 5 min"));
    }
};

QTEST_MAIN(TestTrainParts)
#include "tst_trainparts.moc"
