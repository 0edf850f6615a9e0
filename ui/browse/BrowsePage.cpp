// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/BrowsePage.h"

#include "ui/browse/FilterBar.h"
#include "ui/browse/PreviewPanel.h"
#include "ui/browse/SearchField.h"
#include "ui/browse/StudyActions.h"
#include "ui/browse/StudyView.h"
#include "ui/browse/TriagePlace.h"
#include "ui/films/ThumbnailLoader.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/Theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

#include <utility>

namespace pleurascope::ui::browse {

using films::ThumbnailLoader;
using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;

BrowsePage::BrowsePage(store::Library& library, const std::filesystem::path& readerProgram,
                       const std::filesystem::path& thumbnails, QWidget* parent)
    : QWidget(parent)
    , m_studies(library)
    , m_thumbnails(new ThumbnailLoader(readerProgram, thumbnails, this))
    , m_header(new widgets::PageHeader(tr("Worklist")))
    , m_search(new SearchField)
    , m_filters(new FilterBar)
    , m_view(new StudyView(m_studies))
    , m_preview(new PreviewPanel(library, readerProgram))
    , m_actions(new StudyActions(library, m_studies, this))
    , m_stack(new QStackedWidget)
    , m_empty(new widgets::EmptyState)
    , m_import(new ActionButton(tr("Import")))
    , m_next(new ActionButton(tr("Next unread"), ButtonKind::primary)) {
    setAcceptDrops(true);
    setFocusProxy(m_view);
    build();
    connectParts();
    addKeys();
    updateEmptyState();
}

void BrowsePage::build() {
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(makeList(), 1);
    columns->addWidget(m_preview);
    m_preview->setFixedWidth(px(384));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeHeader());
    whole->addLayout(columns, 1);
    connect(&widgets::Theme::current(), &widgets::Theme::themeChanged, this,
            [this] { m_preview->setFixedWidth(px(384)); });
}

QWidget* BrowsePage::makeHeader() {
    auto* menu = new QMenu(m_import);
    menu->addAction(tr("Files..."), this, &BrowsePage::importFilesRequested);
    menu->addAction(tr("Folder..."), this, &BrowsePage::importFolderRequested);
    m_import->setIconName(QStringLiteral("import"));
    m_import->setToolTip(tr("Add films to the library. They stay where they are"));
    connect(m_import, &QPushButton::clicked, this,
            [this, menu] { menu->popup(m_import->mapToGlobal(QPoint(0, m_import->height() + px(4)))); });
    m_next->followKey(QStringLiteral("browse.next-unread"));
    m_next->setToolTip(tr("Open the next study that has not been read"));
    auto* row = m_header->row();
    row->addStretch(2);
    row->addWidget(m_search, 8);
    row->addStretch(5);
    row->addWidget(m_import);
    row->addWidget(m_next);
    return m_header;
}

QWidget* BrowsePage::makeList() {
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    return list;
}

void BrowsePage::reload() {
    m_studies.reload();
}

void BrowsePage::showFailure(const core::Error& error) {
    m_empty->setError(widgets::errorText(error));
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT reloadFailed(error);
}

void BrowsePage::rememberChoice() {
    if (!m_choice)
        m_choice = m_view->currentStudy();
}

void BrowsePage::showList() {
    m_loaded = true;
    const auto choice = std::exchange(m_choice, std::nullopt);
    if (choice && !m_studies.indexOf(*choice).isValid() && m_studies.rowCount() > 0) {
        m_view->setCurrentIndex(m_studies.index(0, 0)); // not whatever took the place of what is gone
        m_view->scrollToTop();
    }
    updateCounts();
    updateEmptyState();
    if (!m_view->currentStudy() && m_studies.rowCount() > 0)
        m_view->setCurrentIndex(m_studies.index(0, 0));
    updatePreview();
    wantThumbnails();
    Q_EMIT reloaded(m_studies.count(StudyFilter::all));
}

void BrowsePage::setModel(const QString& hash, const QString&) {
    m_studies.setModelHash(hash);
    m_preview->setModelHash(hash);
    reload();
}

void BrowsePage::applyScore(const reading::ScoredFilm& scored) {
    m_studies.applyScore(scored);
    updatePreview();
}

void BrowsePage::setPreparation(const QString& sentence) {
    m_preparation = sentence;
    updateEmptyState();
}

void BrowsePage::updateCounts() {
    for (int i = 0; i < studyFilterCount; ++i)
        m_filters->setCount(StudyFilter(i), m_studies.count(StudyFilter(i)));
    const QString count = tr("%Ln study(s)", nullptr, m_studies.count(StudyFilter::all));
    m_header->setSubtitle(m_studies.isDemonstration() ? tr("Demonstration library, %1").arg(count) : count);
    m_next->setEnabled(m_studies.count(StudyFilter::unread) > 0);
}

void BrowsePage::updateEmptyState() {
    const bool rowsCame = m_studies.rowCount() > 0 && m_stack->currentWidget() == m_empty;
    m_stack->setCurrentWidget(m_studies.rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
    if (rowsCame && isVisible() && !m_search->hasFocus())
        m_view->setFocus();
    m_preview->setVisible(m_previewWished && m_studies.rowCount() > 0);
    m_empty->setAction({});
    if (m_studies.count(StudyFilter::all) > 0) {
        m_empty->setSentence(
            tr("No study fits the search and the filter. Esc in the search field empties it."));
    } else if (!m_preparation.isEmpty()) {
        m_empty->setSentence(m_preparation);
    } else if (m_loaded) {
        m_empty->setSentence(tr("No studies yet. Drop files or folders here, or import them."));
        m_empty->setAction(tr("Import"));
    } else {
        m_empty->setSentence({});
    }
}

void BrowsePage::updatePreview() {
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid() || !m_studies.isLoaded(current.row())) {
        m_preview->clear();
        return;
    }
    const auto& row = m_studies.study(current.row());
    m_preview->setStudy(row, m_studies.context(current.row()), TriagePlace(m_studies, current.row()).words());
    m_preview->setThumbnail(row.film.id, m_thumbnails->thumbnail(row.film.id));
}

void BrowsePage::wantThumbnails() {
    std::vector<store::FilmRecord> films;
    if (const QModelIndex current = m_view->currentIndex(); current.isValid())
        if (m_studies.isLoaded(current.row()))
            films.push_back(m_studies.study(current.row()).film);
    for (const int row : m_view->visibleRows())
        if (m_studies.isLoaded(row))
            films.push_back(m_studies.study(row).film);
    films.insert(films.end(), m_earlierFilms.begin(), m_earlierFilms.end());
    m_thumbnails->want(films);
}

std::optional<qint64> BrowsePage::currentStudy() const {
    return m_view->currentStudy();
}

void BrowsePage::choose(qint64 studyId) {
    m_view->choose(studyId);
}

void BrowsePage::openNextUnread() {
    if (const auto study = m_studies.nextUnread(0)) {
        choose(*study);
        Q_EMIT openStudyRequested(*study);
    }
}

void BrowsePage::togglePreview() {
    m_previewWished = !m_preview->isVisible();
    updateEmptyState();
}

void BrowsePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < px(1180);
    const bool wasNarrow = event->oldSize().width() >= 0 && event->oldSize().width() < px(1180);
    if (narrow != wasNarrow || event->oldSize().width() < 0) {
        m_previewWished = !narrow;
        m_view->setNarrow(narrow);
        updateEmptyState();
    }
}

void BrowsePage::dragEnterEvent(QDragEnterEvent* event) {
    widgets::acceptFiles(*event);
}

void BrowsePage::dropEvent(QDropEvent* event) {
    if (const QStringList paths = widgets::droppedFiles(*event); !paths.isEmpty())
        Q_EMIT filesDropped(paths);
}

} // namespace pleurascope::ui::browse
