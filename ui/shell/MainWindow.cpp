// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/browse/BrowsePage.h"
#include "ui/review/ReaderName.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/shell/NoticeBanner.h"
#include "ui/shell/StatusStrip.h"
#include "ui/train/TrainPage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStackedWidget>
#include <QTimer>

namespace pleurascope::ui::shell {

using widgets::px;

MainWindow::MainWindow(Services& services)
    : m_services(services)
    , m_import(services.library, services.readerProgram)
    , m_reading(services.library)
    , m_rail(new Rail)
    , m_pages(new QStackedWidget)
    , m_strip(new StatusStrip)
    , m_browse(new browse::BrowsePage(services.library, services.readerProgram,
                                      services.profile.thumbnailsFolder())) {
    setWindowFlags(Qt::Widget); // app's frame is the window
    setAcceptDrops(true);
    layOut();
    makeMenus();
    addKeys();
    connectBrowse();
    connectImport();
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::modelsRequested, this, &MainWindow::showModels);
    connect(m_rail, &Rail::settingsRequested, this, &MainWindow::showSettings);
    m_browse->setFocus();
    m_browse->reload();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut() {
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    if (!m_services.settings.isNoticeSeen()) {
        auto* banner = new NoticeBanner;
        connect(banner, &NoticeBanner::acknowledged, this, [this, banner] {
            m_services.settings.setNoticeSeen();
            banner->deleteLater();
        });
        right->addWidget(banner);
    }
    right->addWidget(m_pages, 1);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->addWidget(m_browse);

    auto* upper = new QHBoxLayout;
    upper->setContentsMargins(0, 0, 0, 0);
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(right, 1);
    auto* central = new QWidget;
    auto* whole = new QVBoxLayout(central);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(upper, 1);
    whole->addWidget(m_strip);
    setCentralWidget(central);
}

void MainWindow::completePages() {
    m_review = new review::ReviewPage(m_services.library, m_services.readerProgram);
    m_train = new train::TrainPage(m_services.profile, m_services.readerProgram);
    m_pages->addWidget(m_review);
    m_pages->addWidget(m_train);
    connectReview();
    connectTrain();
    m_review->setThumbnailFolder(m_services.profile.thumbnailsFolder());
    m_review->setHangingFile(m_services.profile.config / "hanging.json");
    adoptFilmSettings();
}

void MainWindow::connectBrowse() {
    connect(m_browse, &browse::BrowsePage::openStudyRequested, this, &MainWindow::openStudy);
    connect(m_browse, &browse::BrowsePage::filesDropped, this, &MainWindow::openPaths);
    connect(m_browse, &browse::BrowsePage::importFilesRequested, this, &MainWindow::askForFiles);
    connect(m_browse, &browse::BrowsePage::importFolderRequested, this, &MainWindow::askForFolder);
}

void MainWindow::connectReview() {
    const auto& order = m_browse->order();
    connect(m_review, &review::ReviewPage::nextRequested, this,
            [this, &order] { goTo(order.studyAfter(m_openStudy)); });
    connect(m_review, &review::ReviewPage::previousRequested, this,
            [this, &order] { goTo(order.studyBefore(m_openStudy)); });
    connect(m_review, &review::ReviewPage::nextUnreadRequested, this,
            [this, &order] { goTo(order.nextUnread(m_openStudy)); });
    connect(m_review, &review::ReviewPage::verdictSaved, this, &MainWindow::reload);
    connect(m_review, &review::ReviewPage::filmScored, this, &MainWindow::applyScore);
    connect(m_review, &review::ReviewPage::leaveRequested, this, [this] { showPage(Page::browse); });
    connect(m_review, &review::ReviewPage::troubleFound, this, &MainWindow::setTrouble);
    connect(m_review, &review::ReviewPage::chooseModelRequested, this, &MainWindow::showModels);
    keepReviewSettings();
}

/// What the page is told of earlier days, and tells for later ones.
void MainWindow::keepReviewSettings() {
    connect(m_review, &review::ReviewPage::ownPresetsChanged, this,
            [this](const std::vector<review::OwnPreset>& presets) {
                QStringList lines;
                for (const review::OwnPreset& preset : presets)
                    lines << preset.toLine();
                m_services.settings.setList(QStringLiteral("windows"), lines);
            });
    m_review->setExportChoice(review::ExportChoice::fromLines(
        m_services.settings.list(QStringLiteral("export")).value_or(QStringList())));
    connect(m_review, &review::ReviewPage::exportChoiceMade, this,
            [this](const review::ExportChoice& choice) {
                m_services.settings.setList(QStringLiteral("export"), choice.toLines());
            });
    setReader(m_services.settings.list(QStringLiteral("reader")).value_or(QStringList()).value(0));
    const QStringList second =
        m_services.settings.list(QStringLiteral("second-window")).value_or(QStringList());
    m_review->setSecondWindowPlace(QByteArray::fromBase64(second.value(0).toLatin1()));
    connect(m_review, &review::ReviewPage::secondWindowPlaced, this,
            [this](const QByteArray& place, bool isShown) {
                m_services.settings.setList(
                    QStringLiteral("second-window"),
                    {QString::fromLatin1(place.toBase64()), isShown ? QStringLiteral("shown") : QString()});
            });
    if (second.value(1) == QLatin1String("shown"))
        m_review->setSecondWindowShown(true);
    connect(m_review, &review::ReviewPage::readerNamed, this, [this](const QString& reader) {
        m_services.settings.setList(QStringLiteral("reader"), {reader});
        setReader(reader);
    });
}

void MainWindow::connectTrain() {
    connect(m_train, &train::TrainPage::useModelRequested, this, &MainWindow::modelFileOffered);
    connect(m_train, &train::TrainPage::statusChanged, m_strip, &StatusStrip::setTraining);
}

void MainWindow::showPage(Page page) {
    if (m_pages->count() <= int(page))
        return;
    m_pages->setCurrentIndex(int(page));
    m_rail->setCurrent(page);
    m_strip->setPage(page);
    m_pages->currentWidget()->setFocus();
    if (page == Page::review && m_openStudy != 0)
        m_reading.open(m_openStudy);
    else
        m_reading.close();
}

void MainWindow::setReader(const QString& reader) {
    m_review->setReader(reader);
    m_reading.setReader(reader.toStdString());
    window()->setWindowTitle(reader.isEmpty()
                                 ? QStringLiteral("PleuraScope")
                                 : QStringLiteral("PleuraScope, %1").arg(review::typedReaderName(reader)));
}

void MainWindow::openStudy(qint64 studyId) {
    if (m_review == nullptr)
        return;
    m_openStudy = studyId;
    m_browse->choose(studyId);
    m_review->openStudy(studyId);
    showPage(Page::review);
}

void MainWindow::goTo(std::optional<qint64> studyId) {
    if (studyId)
        openStudy(*studyId);
    else
        showPage(Page::browse);
}

void MainWindow::applyScore(const reading::ScoredFilm& scored) {
    m_browse->applyScore(scored);
}

void MainWindow::setScoringLeft(int films) {
    m_strip->setScoringLeft(films);
}

void MainWindow::setLearningModule(learning::LearningModule* module) {
    m_module = module;
    m_train->setLearningModule(module);
    const auto& runtime = module->runtime();
    m_strip->setDevice(runtime.cudaDevice.empty() ? tr("CPU, %n thread(s)", nullptr, runtime.threads)
                                                  : QString::fromStdString(runtime.cudaDevice));
    if (runtime.blasIsSlow)
        setTrouble(tr("LibTorch got the slow reference BLAS: install libopenblas0-pthread, scores and "
                      "training are about "
                      "35 times slower until then."));
}

void MainWindow::setLearningUnavailable(const QString& reason) {
    m_train->setLearningUnavailable(reason);
    setModelUnavailable(reason);
}

void MainWindow::setModel(const OpenedModel& model) {
    m_modelHash = model.hash;
    m_browse->setModel(model.hash, model.name);
    m_review->setModel(model.predictor, model.explainer, model.name);
    if (m_models)
        m_models->setChosen(model.hash);
}

void MainWindow::setModelUnavailable(const QString& reason) {
    m_modelHash.clear();
    m_browse->setModel({}, {});
    m_review->setModelUnavailable(reason);
    if (m_models)
        m_models->setChosen({});
}

void MainWindow::setPreparation(const QString& text, double fraction) {
    m_strip->setPreparation(text, fraction);
    m_browse->setPreparation(text);
}

void MainWindow::setTrouble(const QString& sentence) {
    m_strip->setTrouble(sentence);
}

void MainWindow::reload() {
    m_browse->reload();
}

bool MainWindow::event(QEvent* event) {
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
    }
    return handled;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_train != nullptr && m_train->isTraining()) {
        const auto answer = QMessageBox::question(
            this, tr("Training is running"),
            tr("A training run has not ended. Closing stops it; the best epoch so far is kept. Close now?"));
        if (answer != QMessageBox::Yes) {
            event->ignore();
            return;
        }
    }
    m_import.cancel();
    if (m_review != nullptr)
        m_review->leaveSecondWindow();
    QMainWindow::closeEvent(event);
}

} // namespace pleurascope::ui::shell
