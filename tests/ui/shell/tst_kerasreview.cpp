// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Installation.h"
#include "engine/imaging/ImageFile.h"
#include "engine/imaging/InputPlanes.h"
#include "engine/intake/FilmReader.h"
#include "engine/learning/LearningModule.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"
#include "ui/shell/KerasSheet.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/widgets/Theme.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace pleurascope;
using ui::shell::KerasSheet;
using ui::shell::ModelsDialog;

/// A file that Keras saved, dropped on the models of the window, reviews Keras' own pictures as Keras does.
class TestKerasReview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDroppedFileGivesKerasPredictions_data();
    void aDroppedFileGivesKerasPredictions();

private:
    /// Image k of the goldens as a PNG, read as Review reads films.
    [[nodiscard]] static imaging::InputPlanes film(const QTemporaryDir& folder, int k);
};

void TestKerasReview::initTestCase() {
    qputenv("PLEURASCOPE_BIN", PLEURASCOPE_BIN_DIR);
    qputenv("PLEURASCOPE_LIB", PLEURASCOPE_BIN_DIR "/../lib");
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0);
    if (!std::filesystem::exists(testing::sharedFile("golden/keras/c_weights/predictions.json")))
        QSKIP("needs ../shared/golden/keras");
}

imaging::InputPlanes TestKerasReview::film(const QTemporaryDir& folder, int k) {
    constexpr int size = 224;
    const auto pixels = core::PixelBuffer::fromVector(size, size, 3, core::SampleType::u8,
                                                      testing::filledImage(k, size, size));
    const auto file =
        std::filesystem::path(folder.path().toStdString()) / ("film" + std::to_string(k) + ".png");
    [[maybe_unused]] const auto written = imaging::writePng(file, pixels);
    intake::FilmReader reader(core::readerProgram());
    return imaging::inputPlanes(reader.readFilm(file).value().image, size);
}

void TestKerasReview::aDroppedFileGivesKerasPredictions_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"narrow_flat.keras", "narrow_nested.weights.h5", "narrow_flat_model_legacy.h5",
                             "narrow_nested_weights_keras2.h5"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestKerasReview::aDroppedFileGivesKerasPredictions() {
    QFETCH(QString, file);
    const QTemporaryDir folder;
    const auto profile = core::Profile::open(std::filesystem::path(folder.path().toStdString()));
    auto library = store::Library::open(profile->libraryFile());
    QVERIFY(library.has_value());
    reading::ModelShelf shelf(profile->modelsFolder(), **library);
    ui::widgets::Settings settings(profile->settingsFile());
    ui::shell::Services services{*profile, core::readerProgram(), **library, shelf, settings};
    {
        ModelsDialog dialog(services);
        dialog.show();
        dialog.importModels({QString::fromStdString(
            testing::sharedFile("golden/keras/c_weights/" + file.toStdString()).string())});
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<KerasSheet*>() != nullptr, 30'000);
        dialog.findChild<KerasSheet*>()->accept();
        QTRY_COMPARE_WITH_TIMEOUT(shelf.models()->size(), std::size_t(1), 30'000);
        QThreadPool::globalInstance()->waitForDone();
    }
    const auto module = learning::openLearningModule(core::learningModuleFile());
    QVERIFY2(module.has_value(), "the learning module opens");
    const auto predictor = (*module)->openModel(shelf.models()->front().file, inference::DeviceChoice::cpu);
    QVERIFY(predictor.has_value());
    std::vector<imaging::InputPlanes> films;
    for (int k = 0; k < 4; ++k)
        films.push_back(film(folder, k));
    const auto predictions = (*predictor)->predict(films).value();
    const auto golden = testing::readJson(
        testing::sharedFile("golden/keras/c_weights/predictions.json"))["sizes"]["224"]["float32"]["softmax"];
    for (std::size_t k = 0; k < films.size(); ++k) {
        const double expected = golden[k][1].get<double>();
        QVERIFY2(std::abs(predictions[k].probability - expected) < 5e-6,
                 qPrintable(QString::number(predictions[k].probability - expected)));
    }
}

QTEST_MAIN(TestKerasReview)
#include "tst_kerasreview.moc"
