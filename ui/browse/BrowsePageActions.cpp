// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the worklist's page tell one another, and its keys.
#include "ui/browse/BrowsePage.h"

#include "ui/browse/FilterBar.h"
#include "ui/browse/PreviewPanel.h"
#include "ui/browse/SearchField.h"
#include "ui/browse/StudyActions.h"
#include "ui/browse/StudyView.h"
#include "ui/films/ThumbnailLoader.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/KeyBindings.h"

#include <QMessageBox>

namespace pleurascope::ui::browse {

using films::ThumbnailLoader;

void BrowsePage::connectParts() {
    connectList();
    connectActions();
    connectPreview();
    connect(m_empty, &widgets::EmptyState::actionChosen, this, &BrowsePage::importFilesRequested);
    connect(m_next, &QPushButton::clicked, this, &BrowsePage::openNextUnread);
}

void BrowsePage::connectList() {
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) {
        rememberChoice();
        m_studies.setSearch(words);
    });
    connect(m_search, &SearchField::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_filters, &FilterBar::filterChosen, this, [this](StudyFilter filter) {
        rememberChoice();
        m_studies.setFilter(filter);
    });
    connect(&m_studies, &StudyListModel::listed, this, &BrowsePage::showList);
    connect(&m_studies, &StudyListModel::failed, this, &BrowsePage::showFailure);
    connect(&m_studies, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                const int current = m_view->currentIndex().row();
                if (current >= from.row() && current <= to.row())
                    updatePreview();
            });
    connect(m_filters, &FilterBar::triageOrderChosen, m_view, &StudyView::clearSorting);
    connect(m_view, &StudyView::sortingChanged, this,
            [this] { m_filters->setTriageOrder(m_studies.isTriageOrder()); });
    connect(m_view, &StudyView::openRequested, this, &BrowsePage::openStudyRequested);
    connect(m_view, &StudyView::currentStudyChanged, this, &BrowsePage::updatePreview);
    connect(m_view, &StudyView::visibleRowsChanged, this, &BrowsePage::wantThumbnails, Qt::QueuedConnection);
}

void BrowsePage::connectActions() {
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        if (const QModelIndex index = m_view->indexAt(place); index.isValid())
            m_actions->showMenu(index.row(), m_view->viewport()->mapToGlobal(place));
    });
    connect(m_actions, &StudyActions::openRequested, this, &BrowsePage::openStudyRequested);
    connect(m_actions, &StudyActions::changed, this, &BrowsePage::reload);
    connect(m_actions, &StudyActions::failed, this, [this](const core::Error& error) {
        QMessageBox::warning(this, tr("Library"), widgets::errorText(error));
    });
}

void BrowsePage::connectPreview() {
    connect(m_preview, &PreviewPanel::openRequested, this, &BrowsePage::openStudyRequested);
    connect(m_preview, &PreviewPanel::earlierStudiesFound, this, [this](const auto& films) {
        m_earlierFilms = films;
        for (const auto& film : films)
            m_preview->setThumbnail(film.id, m_thumbnails->thumbnail(film.id));
        wantThumbnails();
    });
    connect(m_thumbnails, &ThumbnailLoader::thumbnailReady, this,
            [this](qint64 film, const QImage& thumbnail) {
                m_studies.setThumbnail(film, thumbnail);
                m_preview->setThumbnail(film, thumbnail);
            });
    connect(m_thumbnails, &ThumbnailLoader::failed, this,
            [this](qint64 film) { m_studies.setCannotBeShown(film); });
}

void BrowsePage::addKeys() {
    const auto key = [this](const char* id, const QString& words, const QKeySequence& keys, auto&& action) {
        widgets::KeyBindings::current().bind(
            this, {QStringLiteral("browse.") + QLatin1String(id), widgets::KeyPlace::browse, words, keys, {}},
            action, Qt::WidgetWithChildrenShortcut);
    };
    const auto filter = [this](StudyFilter wished) {
        const bool again = m_filters->current() == wished;
        m_filters->setCurrent(again ? StudyFilter::all : wished);
        Q_EMIT m_filters->filterChosen(m_filters->current());
    };
    key("search", tr("Search"), Qt::Key_Slash, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key("next-unread", tr("Open next unread"), Qt::Key_N, [this] { openNextUnread(); });
    key("flagged", tr("Flagged only"), Qt::Key_F, [filter] { filter(StudyFilter::flagged); });
    key("unread", tr("Unread only"), Qt::Key_U, [filter] { filter(StudyFilter::unread); });
    key("bin", tr("Into the bin, or out of it"), Qt::Key_Delete, [this] {
        if (const QModelIndex current = m_view->currentIndex(); current.isValid())
            m_actions->toggleBin(current.row());
    });
    key("preview", tr("Show or hide the preview"), Qt::Key_Space, [this] { togglePreview(); });
    key("fold", tr("Fold the preview"), Qt::Key_F9, [this] { togglePreview(); });
}

} // namespace pleurascope::ui::browse
