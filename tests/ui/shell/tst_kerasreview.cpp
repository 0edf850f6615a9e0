// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Installation.h"
#include "engine/imaging/ImageFile.h"
#include "engine/learning/LearningModule.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"
#include "ui/review/OpinionPanel.h"
#include "ui/shell/KerasSheet.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace pleurascope;
using ui::shell::KerasSheet;
using ui::shell::MainWindow;
using ui::shell::ModelsDialog;

/// A file that Keras saved, opened in the window and chosen for review, gives Keras' own predictions on the
/// Review page. The window is the whole one, with the real reader and the real learning module.
class TestKerasReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anOpenedFileGivesKerasPredictionsInReview_data();
    void anOpenedFileGivesKerasPredictionsInReview();

private:
    void openModel(const QString& hash);
    void useFile(const QString& file);
    /// Image k of the goldens, imported; its study.
    [[nodiscard]] qint64 importFilm(int k);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::unique_ptr<reading::ModelShelf> m_shelf;
    std::unique_ptr<ui::widgets::Settings> m_settings;
    std::unique_ptr<ui::shell::Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    learning::LearningModule* m_module = nullptr;
};

void TestKerasReview::initTestCase() {
    qputenv("PLEURASCOPE_BIN", PLEURASCOPE_BIN_DIR);
    qputenv("PLEURASCOPE_LIB", PLEURASCOPE_BIN_DIR "/../lib");
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0);
    if (!std::filesystem::exists(testing::sharedFile("golden/keras/c_weights/predictions.json")))
        QSKIP("needs ../shared/golden/keras");
    auto module = learning::openLearningModule(core::learningModuleFile());
    QVERIFY2(module.has_value(), "the learning module opens");
    m_module = *module;
}

void TestKerasReview::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const auto profile = core::Profile::open(std::filesystem::path(m_folder->path().toStdString()));
    auto library = store::Library::open(profile->libraryFile());
    QVERIFY(library.has_value());
    m_library = std::move(*library);
    m_shelf = std::make_unique<reading::ModelShelf>(profile->modelsFolder(), *m_library);
    m_settings = std::make_unique<ui::widgets::Settings>(profile->settingsFile());
    m_services.reset(
        new ui::shell::Services{*profile, core::readerProgram(), *m_library, *m_shelf, *m_settings});
    m_window = std::make_unique<MainWindow>(*m_services);
    connect(m_window.get(), &MainWindow::modelChosen, this, &TestKerasReview::openModel);
    m_window->show();
    m_window->completePages();
    m_window->setLearningModule(m_module);
}

void TestKerasReview::cleanup() {
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_services.reset();
    m_shelf.reset();
    m_library.reset();
}

/// What the program's own model desk does.
void TestKerasReview::openModel(const QString& hash) {
    const auto models = m_shelf->models().value();
    const auto model = std::ranges::find(models, hash.toStdString(), &reading::ShelvedModel::hash);
    QVERIFY(model != models.end());
    const auto predictor = m_module->openModel(model->file, inference::DeviceChoice::cpu);
    QVERIFY(predictor.has_value());
    m_window->setModel(
        {hash, QString::fromStdString(model->name), *predictor, m_module->makeExplainer(*predictor)});
}

void TestKerasReview::useFile(const QString& file) {
    m_window->openPaths({file});
    auto* dialog = m_window->findChild<ModelsDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<KerasSheet*>() != nullptr, 30'000);
    dialog->findChild<KerasSheet*>()->accept();
    QTRY_COMPARE_WITH_TIMEOUT(m_shelf->models()->size(), std::size_t(1), 30'000);
    QSignalSpy chosen(m_window.get(), &MainWindow::modelChosen);
    const auto buttons = dialog->findChildren<QAbstractButton*>();
    const auto use = std::ranges::find(buttons, QStringLiteral("Use for review"), &QAbstractButton::text);
    QVERIFY(use != buttons.end());
    QTRY_VERIFY((*use)->isEnabled());
    (*use)->click();
    QCOMPARE(chosen.size(), 1);
}

qint64 TestKerasReview::importFilm(int k) {
    constexpr int size = 224;
    const auto pixels = core::PixelBuffer::fromVector(size, size, 3, core::SampleType::u8,
                                                      testing::filledImage(k, size, size));
    const QString file = m_folder->filePath(QStringLiteral("film%1.png").arg(k));
    if (!imaging::writePng(file.toStdString(), pixels))
        return 0;
    QSignalSpy imported(&m_window->importJob(), &ui::shell::ImportJob::imported);
    m_window->openPaths({file});
    if (!imported.wait(20'000))
        return 0;
    return imported.first().first().value<reading::ImportReport>().studyIds.at(0);
}

void TestKerasReview::anOpenedFileGivesKerasPredictionsInReview_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"narrow_flat.keras", "narrow_nested.weights.h5", "narrow_flat_model_legacy.h5",
                             "narrow_nested_weights_keras2.h5"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestKerasReview::anOpenedFileGivesKerasPredictionsInReview() {
    QFETCH(QString, file);
    useFile(
        QString::fromStdString(testing::sharedFile("golden/keras/c_weights/" + file.toStdString()).string()));
    const std::string hash = m_shelf->models()->front().hash;
    const auto golden = testing::readJson(
        testing::sharedFile("golden/keras/c_weights/predictions.json"))["sizes"]["224"]["float32"]["softmax"];
    auto* panel = m_window->findChild<ui::review::OpinionPanel*>();
    for (int k = 0; k < 4; ++k) {
        const qint64 study = importFilm(k);
        QVERIFY(study != 0);
        QSignalSpy told(panel, &ui::review::OpinionPanel::told);
        m_window->openStudy(study);
        const auto scoreOf = [&] { return told.isEmpty() ? QString() : told.last().at(1).toString(); };
        QTRY_VERIFY_WITH_TIMEOUT(!scoreOf().isEmpty(), 20'000);
        const double expected = golden[k][1].get<double>();
        QCOMPARE(scoreOf(), QLocale().toString(expected, 'f', 2));
        QTRY_VERIFY(m_library->worklistRow(study, hash)->prediction.has_value());
        const double kept = m_library->worklistRow(study, hash)->prediction->probability;
        QVERIFY2(std::abs(kept - expected) < 5e-6, qPrintable(QString::number(kept - expected)));
    }
}

QTEST_MAIN(TestKerasReview)
#include "tst_kerasreview.moc"
