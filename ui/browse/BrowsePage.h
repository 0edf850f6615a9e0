// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ScoringQueue.h"
#include "engine/store/Library.h"
#include "ui/browse/StudyListModel.h"

#include <QWidget>

#include <filesystem>
#include <optional>

class QStackedWidget;

namespace pleurascope::ui::widgets {
class ActionButton;
class EmptyState;
class PageHeader;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::films {
class ThumbnailLoader;
}

namespace pleurascope::ui::browse {

class FilterBar;
class PreviewPanel;
class SearchField;
class StudyActions;
class StudyView;
/// The worklist: search, filters, studies, preview. Finds studies and says which one to open; it imports and
/// scores nothing itself.
class BrowsePage : public QWidget {
    Q_OBJECT
public:
    /// `thumbnails`: a folder of the profile's cache. The library must outlive the global thread pool's work.
    BrowsePage(store::Library& library, const std::filesystem::path& readerProgram,
               const std::filesystem::path& thumbnails, QWidget* parent = nullptr);

    /// The studies in the order in which they are shown, for going through them: after, before, next unread.
    [[nodiscard]] const StudyListModel& order() const { return m_studies; }
    [[nodiscard]] std::optional<qint64> currentStudy() const;
    void choose(qint64 studyId);

public Q_SLOTS:
    /// Asks the library again, off the GUI thread; the choice stays.
    void reload();
    /// Whose scores are shown; empty hash: none. (Predictions bring their model's name with them.)
    void setModel(const QString& hash, const QString& name);
    void applyScore(const pleurascope::reading::ScoredFilm& scored);
    /// What stands in the empty list while something is being made for it; empty: the usual sentence.
    void setPreparation(const QString& sentence);

Q_SIGNALS:
    void openStudyRequested(qint64 studyId);
    void filesDropped(const QStringList& paths);
    void importFilesRequested();
    void importFolderRequested();
    /// After each reload, and at the first one when the list is on the screen.
    void reloaded(int studies);
    void reloadFailed(const pleurascope::core::Error& error);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeList();
    // BrowsePageActions.cpp
    void connectParts();
    void connectList();
    void connectActions();
    void connectPreview();
    void addKeys();
    void showList();
    /// The list is about to be another one: what was chosen is looked for in it.
    void rememberChoice();
    void showFailure(const core::Error& error);
    void updateCounts();
    void updateEmptyState();
    void updatePreview();
    void wantThumbnails();
    void openNextUnread();
    void togglePreview();

    StudyListModel m_studies;
    films::ThumbnailLoader* m_thumbnails;
    widgets::PageHeader* m_header;
    SearchField* m_search;
    FilterBar* m_filters;
    StudyView* m_view;
    PreviewPanel* m_preview;
    StudyActions* m_actions;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::ActionButton* m_import;
    widgets::ActionButton* m_next;
    QString m_preparation;
    std::vector<store::FilmRecord> m_earlierFilms;
    std::optional<qint64> m_choice; ///< before the list became another one
    bool m_loaded = false;
    bool m_previewWished = true;
};

} // namespace pleurascope::ui::browse
