// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/inference/Predictor.h"
#include "engine/learning/LearningModule.h"
#include "engine/reading/ScoringQueue.h"
#include "ui/shell/ImportJob.h"
#include "ui/shell/Rail.h"
#include "ui/shell/ReadingMark.h"
#include "ui/shell/RefusedFilesModel.h"
#include "ui/shell/Services.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>
#include <optional>

class QStackedWidget;

namespace pleurascope::ui::browse {
class BrowsePage;
}
namespace pleurascope::ui::review {
class ReviewPage;
}
namespace pleurascope::ui::train {
class TrainPage;
}

namespace pleurascope::ui::shell {

class KeysOverlay;
class ModelsDialog;
class RefusedFilesDialog;
class StatusStrip;

/// A model that is ready for review.
struct OpenedModel {
    QString hash;
    QString name;
    std::shared_ptr<inference::Predictor> predictor;
    std::shared_ptr<explain::Explainer> explainer;
};

/// All of the window inside its frame: rail, pages, status strip. Is asked, by the frame's close event,
/// whether the window may close. Wires the pages to one another and to what app has started; knows neither
/// models nor films itself. The pages that a start does not show are made after the first paint.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services& services);
    ~MainWindow() override;

    /// Makes Review and Train. Called once, after the first paint and before a model or the learning module
    /// is set.
    void completePages();
    /// Films and folders are imported, model files put on the shelf.
    void openPaths(const QStringList& paths);
    /// The same, and the first study that comes in is opened: somebody wants to see it.
    void openAndShow(const QStringList& paths);
    [[nodiscard]] ImportJob& importJob() { return m_import; }

public Q_SLOTS:
    void showPage(pleurascope::ui::shell::Page page);
    void openStudy(qint64 studyId);
    void applyScore(const pleurascope::reading::ScoredFilm& scored);
    void setScoringLeft(int films);
    void setLearningModule(pleurascope::learning::LearningModule* module);
    void setLearningUnavailable(const QString& reason);
    void setModel(const pleurascope::ui::shell::OpenedModel& model);
    void setModelUnavailable(const QString& reason);
    /// What is being made for the first start; empty text: nothing (any more).
    void setPreparation(const QString& text, double fraction);
    /// A sentence in the status strip that stays; empty: none.
    void setTrouble(const QString& sentence);
    void reload();

Q_SIGNALS:
    void firstPainted();
    void modelChosen(const QString& hash);
    void modelRemoved(const QString& hash);
    /// A training run's model is to be used for review.
    void modelFileOffered(const QString& file);
    void studiesChanged();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void makeMenus();
    void addKeys();
    void connectBrowse();
    void connectReview();
    void keepReviewSettings();
    void connectTrain();
    void connectImport();
    void showImported(const reading::ImportReport& report);
    void showModels();
    void showRefused();
    void showAbout();
    void showSettings();
    void adoptFilmSettings();
    void askForFiles();
    void askForFolder();
    void focusNextPanel();
    void goTo(std::optional<qint64> studyId);
    /// "Family^Given": in what is saved, to other readers, and in the title bar.
    void setReader(const QString& reader);
    void reportImport(const ImportProgress& progress);
    [[nodiscard]] QString machineText() const;

    Services& m_services;
    ImportJob m_import;
    ReadingMark m_reading;
    RefusedFilesModel m_refused;
    Rail* m_rail;
    QStackedWidget* m_pages;
    StatusStrip* m_strip;
    browse::BrowsePage* m_browse;
    review::ReviewPage* m_review = nullptr;
    train::TrainPage* m_train = nullptr;
    KeysOverlay* m_keys = nullptr;
    QPointer<ModelsDialog> m_models;
    QPointer<RefusedFilesDialog> m_refusedDialog;
    learning::LearningModule* m_module = nullptr;
    QString m_modelHash;
    qint64 m_openStudy = 0;
    bool m_showsImported = false; ///< the first study of what is being imported
    bool m_painted = false;
};

} // namespace pleurascope::ui::shell
