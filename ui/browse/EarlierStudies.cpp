// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/EarlierStudies.h"

#include "ui/browse/FilmPicture.h"
#include "ui/browse/StudyWords.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace pleurascope::ui::browse {

using widgets::NumberLabel;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

EarlierStudies::EarlierStudies(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(8));
    auto* title = new TextLabel(tr("Earlier studies"), TextSize::section);
    title->setSmallSection();
    m_column->addWidget(title);
}

void EarlierStudies::setStudies(const std::vector<store::WorklistRow>& studies) {
    delete m_items;
    m_pictures.clear();
    m_items = new QWidget(this);
    auto* column = new QVBoxLayout(m_items);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    for (std::size_t i = 0; i < studies.size() && i < shown; ++i)
        column->addWidget(makeItem(studies[i]));
    if (studies.size() > shown)
        column->addWidget(new TextLabel(tr("and %n more", nullptr, int(studies.size()) - shown),
                                        TextSize::caption, Token::text2));
    m_column->addWidget(m_items);
    setVisible(!studies.empty());
}

QWidget* EarlierStudies::makeItem(const store::WorklistRow& row) {
    const StudyWords words(row);
    auto* item = new QWidget;
    auto* grid = new QGridLayout(item);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(0);
    auto* picture = new FilmPicture(40);
    picture->setCropped(true);
    m_pictures.insert(row.film.id, picture);
    auto* open = new QToolButton;
    open->setText(tr("Open"));
    open->setToolTip(tr("Open this study in Review"));
    auto* score = new NumberLabel;
    score->setTone(Token::text2);
    score->setText(words.score());
    grid->addWidget(picture, 0, 0, 2, 1);
    grid->addWidget(new widgets::ElidedLabel(words.date(), TextSize::body), 0, 1, Qt::AlignBottom);
    grid->addWidget(new widgets::ElidedLabel(words.description(), TextSize::caption, Token::text2), 1, 1,
                    Qt::AlignTop);
    grid->addWidget(score, 0, 2, 2, 1);
    grid->addWidget(open, 0, 3, 2, 1);
    grid->setColumnStretch(1, 1);
    connect(open, &QToolButton::clicked, this,
            [this, id = qint64(row.study.id)] { Q_EMIT openRequested(id); });
    return item;
}

void EarlierStudies::setThumbnail(qint64 filmId, const QImage& thumbnail) {
    if (auto* picture = m_pictures.value(filmId))
        picture->setPicture(thumbnail);
}

} // namespace pleurascope::ui::browse
