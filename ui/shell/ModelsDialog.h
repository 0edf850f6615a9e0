// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ModelShelf.h"
#include "ui/shell/Services.h"
#include "ui/shell/ShelfModel.h"
#include "ui/tasks/LatestTask.h"

#include <QDialog>

class QListView;
class QStackedWidget;

namespace pleurascope::ui::widgets {
class ActionButton;
class EmptyState;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::shell {

class ModelDetails;

/// The shelf of models: list, details, import by button or drop, choose for review, rename, delete. Stands
/// beside the work.
class ModelsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ModelsDialog(Services& services, QWidget* parent = nullptr);

    /// The one in use; shows it chosen.
    void setChosen(const QString& hash);
    void refresh();

    /// By its ending: a model of this program or a file of Keras.
    [[nodiscard]] static bool isModelFile(const QString& path);

public Q_SLOTS:
    /// Puts model files on the shelf, off the GUI thread; of Keras files it asks what they do not say.
    void importModels(const QStringList& files);

Q_SIGNALS:
    void modelChosen(const QString& hash);
    void modelRemoved(const QString& hash);
    void modelRenamed(const QString& hash, const QString& name);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void layOut();
    void connectParts();
    void showCurrent();
    void askForFiles();
    void importNext();
    /// Asks what a Keras file does not say, then shelves it.
    void examine(const QString& file);
    void ask(const QString& file, const weights::KerasImport& import);
    void shelve(const QString& file, const std::optional<weights::KerasImportOptions>& keras);
    void showWeights();
    void useCurrent();
    void renameCurrent();
    void removeCurrent();
    void say(const QString& sentence, bool isError);
    void select(const QString& hash);

    Services& m_services;
    ShelfModel m_models;
    QListView* m_list;
    ModelDetails* m_details;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::TextLabel* m_message;
    widgets::ActionButton* m_import;
    widgets::ActionButton* m_weights;
    widgets::ActionButton* m_use;
    widgets::ActionButton* m_rename;
    widgets::ActionButton* m_remove;
    QStringList m_toImport;
    tasks::LatestTask<core::Result<reading::ShelvedModel>> m_adding;
    tasks::LatestTask<core::Result<weights::KerasImport>> m_examining;
};

} // namespace pleurascope::ui::shell
