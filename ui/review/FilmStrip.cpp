// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmStrip.h"

#include "ui/review/CornerNotes.h"
#include "ui/review/FilmCell.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QMimeData>

namespace pleurascope::ui::review {

using widgets::px;

FilmStrip::FilmStrip(QWidget* parent)
    : QListWidget(parent) {
    setObjectName(QStringLiteral("filmStrip"));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setFixedHeight(px(56));
    setSpacing(px(4));
    setIconSize({px(20), px(20)});
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Films of this patient"));
    connect(this, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT filmChosen(item->data(Qt::UserRole).toLongLong()); });
    hide();
}

void FilmStrip::showStudy(const OpenedStudy& study) {
    clear();
    addFilms(study, false);
    for (const StudyFilms& prior : study.priors)
        addFilms(prior, true);
    setVisible(count() > 1);
}

void FilmStrip::addFilms(const StudyFilms& study, bool isPrior) {
    const QString date = CornerNotes::dateAndTime(study.row.study.date, {});
    for (const store::FilmRecord& film : study.films) {
        QString name = QString::fromStdString(film.view.empty() ? film.description : film.view);
        if (name.isEmpty())
            name = QString::fromStdString(film.modality);
        const QString words = isPrior ? tr("%1\nprior, %2").arg(name, date) : tr("%1\n%2").arg(name, date);
        auto* item = new QListWidgetItem(words, this);
        item->setData(Qt::UserRole, qint64(film.id));
        item->setSizeHint({px(180), px(42)});
        markKey(*item, study.hasKeyImage(film.id));
    }
}

void FilmStrip::markKey(QListWidgetItem& item, bool hasKey) {
    item.setIcon(widgets::icon(hasKey ? QStringLiteral("key-image") : QStringLiteral("file")));
    const QString words = tr("Drag into a cell, or double click for the chosen one");
    item.setToolTip((hasKey ? tr("Key image. %1").arg(words) : words).toHtmlEscaped());
}

void FilmStrip::setKey(qint64 filmId, bool hasKey) {
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole).toLongLong() == filmId)
            markKey(*item(row), hasKey);
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
