// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmStrip.h"

#include "ui/films/ThumbnailLoader.h"
#include "ui/review/CornerNotes.h"
#include "ui/review/FilmCell.h"
#include "ui/review/FilmStripDelegate.h"
#include "ui/widgets/Loading.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

namespace pleurascope::ui::review {

using films::ThumbnailLoader;
using widgets::px;
using widgets::Theme;

FilmStrip::FilmStrip(std::filesystem::path readerProgram, QWidget* parent)
    : QListWidget(parent)
    , m_thumbnails(new ThumbnailLoader(std::move(readerProgram), {}, this))
    , m_delegate(new FilmStripDelegate(*m_thumbnails, this)) {
    setObjectName(QStringLiteral("filmStrip"));
    setItemDelegate(m_delegate);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setSpacing(px(4));
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Films of this patient"));
    connect(this, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT filmChosen(item->data(Qt::UserRole).toLongLong()); });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilmStrip::wantThumbnails);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &FilmStrip::fitHeight);
    connect(&Theme::current(), &Theme::themeChanged, this, &FilmStrip::fitHeight);
    const auto update = [this](qint64 film) {
        for (int row = 0; row < count(); ++row)
            if (m_films[std::size_t(row)].id == film)
                describe(*item(row));
        viewport()->update();
    };
    connect(m_thumbnails, &ThumbnailLoader::thumbnailReady, this, update);
    connect(m_thumbnails, &ThumbnailLoader::failed, this, update);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_delegate->setBlocksShown(true);
        viewport()->update();
    });
    fitHeight();
    hide();
}

/// With room for the scroll bar where there is one.
void FilmStrip::fitHeight() {
    const bool scrolls = horizontalScrollBar()->maximum() > 0;
    setFixedHeight(FilmStripDelegate::height() + px(8) + 2 * frameWidth() +
                   (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
}

void FilmStrip::setThumbnailFolder(const std::filesystem::path& folder) {
    m_thumbnails->setFolder(folder);
}

void FilmStrip::showStudy(const OpenedStudy& study) {
    clear();
    m_films.clear();
    m_delegate->setBlocksShown(false);
    m_patience.start(widgets::loadingPatience);
    addFilms(study, false);
    for (const StudyFilms& prior : study.priors)
        addFilms(prior, true);
    setVisible(count() > 1);
    QMetaObject::invokeMethod(this, &FilmStrip::wantThumbnails, Qt::QueuedConnection); // once it is laid out
}

void FilmStrip::addFilms(const StudyFilms& study, bool isPrior) {
    const QString date = CornerNotes::dateAndTime(study.row.study.date, {});
    for (const store::FilmRecord& film : study.films) {
        QString name = QString::fromStdString(film.view.empty() ? film.description : film.view);
        if (name.isEmpty())
            name = QString::fromStdString(film.modality);
        const QString words = isPrior ? tr("%1\nprior, %2").arg(name, date) : tr("%1\n%2").arg(name, date);
        m_films.push_back(film);
        auto* item = new QListWidgetItem(words, this);
        item->setData(FilmStripDelegate::FilmRole, qint64(film.id));
        item->setData(FilmStripDelegate::KeyRole, study.hasKeyImage(film.id));
        describe(*item);
    }
}

/// What is seen of it, in words: for the pointer and for a screen reader.
void FilmStrip::describe(QListWidgetItem& item) const {
    const qint64 film = item.data(FilmStripDelegate::FilmRole).toLongLong();
    QStringList words;
    if (item.data(FilmStripDelegate::HungRole).toBool())
        words << tr("On the screen.");
    if (item.data(FilmStripDelegate::KeyRole).toBool())
        words << tr("Key image.");
    if (const int frames = ThumbnailLoader::framesOf(m_thumbnails->thumbnail(film)); frames > 1)
        words << tr("%n frame(s).", nullptr, frames);
    if (m_thumbnails->hasFailed(film))
        words << tr("It cannot be shown.");
    QString name = item.text();
    item.setData(
        Qt::AccessibleTextRole,
        (QStringList{name.replace(QLatin1Char('\n'), QStringLiteral(", ")) + QLatin1Char('.')} + words)
            .join(QLatin1Char(' ')));
    words << tr("Drag into a cell, or double click for the chosen one");
    item.setToolTip(words.join(QLatin1Char(' ')).toHtmlEscaped());
}

void FilmStrip::setKey(qint64 filmId, bool hasKey) {
    for (int row = 0; row < count(); ++row)
        if (m_films[std::size_t(row)].id == filmId) {
            item(row)->setData(FilmStripDelegate::KeyRole, hasKey);
            describe(*item(row));
        }
}

void FilmStrip::setHung(const std::set<qint64>& films) {
    for (int row = 0; row < count(); ++row) {
        item(row)->setData(FilmStripDelegate::HungRole, films.contains(m_films[std::size_t(row)].id));
        describe(*item(row));
    }
}

/// Of what is in sight and of no more: a patient may have thousands.
void FilmStrip::wantThumbnails() {
    std::vector<store::FilmRecord> wanted;
    for (int row = 0; isVisible() && row < count(); ++row)
        if (visualItemRect(item(row)).intersects(viewport()->rect()))
            wanted.push_back(m_films[std::size_t(row)]);
    m_thumbnails->want(wanted);
}

void FilmStrip::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    wantThumbnails();
}

void FilmStrip::showEvent(QShowEvent* event) {
    QListWidget::showEvent(event);
    wantThumbnails();
}

QStringList FilmStrip::mimeTypes() const {
    return {FilmCell::filmMimeType};
}

QMimeData* FilmStrip::mimeData(const QList<QListWidgetItem*>& items) const {
    auto* film = new QMimeData;
    if (!items.isEmpty())
        film->setData(FilmCell::filmMimeType,
                      QByteArray::number(items.front()->data(Qt::UserRole).toLongLong()));
    return film;
}

void FilmStrip::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentItem() != nullptr)
        Q_EMIT filmChosen(currentItem()->data(Qt::UserRole).toLongLong());
    else
        QListWidget::keyPressEvent(event);
}

} // namespace pleurascope::ui::review
