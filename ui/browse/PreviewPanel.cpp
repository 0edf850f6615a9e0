// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/PreviewPanel.h"

#include "engine/imaging/GreyScale.h"
#include "engine/imaging/Resize.h"
#include "ui/browse/EarlierStudies.h"
#include "ui/browse/FilmPicture.h"
#include "ui/browse/OpinionSummary.h"
#include "ui/browse/StudyWords.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/PixmapConversion.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pleurascope::ui::browse {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr int pictureSide = 352;
constexpr int pictureLongest = 1024; ///< enough for a dense screen

core::Result<QImage> readPicture(intake::FilmReader& reader, const std::string& path) {
    const auto film = reader.readFilm(path);
    if (!film)
        return core::failure(film);
    return widgets::toImage(imaging::shrinkToFit(imaging::renderDefault(film->image), pictureLongest));
}

} // namespace

PreviewPanel::PreviewPanel(store::Library& library, std::filesystem::path readerProgram, QWidget* parent)
    : QFrame(parent)
    , m_library(library)
    , m_reader(std::make_shared<intake::FilmReader>(std::move(readerProgram)))
    , m_content(new QWidget)
    , m_picture(new FilmPicture(pictureSide))
    , m_trouble(new TextLabel(TextSize::label, Token::error))
    , m_patient(new TextLabel(TextSize::title))
    , m_identity(new TextLabel(TextSize::label, Token::text2))
    , m_studyLine(new TextLabel(TextSize::label, Token::text2))
    , m_opinion(new OpinionSummary)
    , m_earlier(new EarlierStudies)
    , m_earlierRule(widgets::makeRule())
    , m_place(new QWidget)
    , m_placeWords(new TextLabel(TextSize::label, Token::text2))
    , m_open(new ActionButton(tr("Open in Review"), ButtonKind::primary)) {
    setObjectName(QStringLiteral("sidePanel"));
    build();
    clear();
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_study)
            Q_EMIT openRequested(*m_study);
    });
    connect(m_earlier, &EarlierStudies::openRequested, this, &PreviewPanel::openRequested);
}

void PreviewPanel::build() {
    m_open->setKeyText(tr("Enter"));
    m_open->setMinimumHeight(px(36));
    for (auto* label : {m_trouble, m_patient, m_identity, m_studyLine, m_placeWords})
        label->setWordWrap(true);
    auto* placeRow = new QHBoxLayout(m_place);
    placeRow->setContentsMargins(0, px(8), 0, 0);
    placeRow->setSpacing(px(8));
    placeRow->addWidget(new widgets::IconLabel(QStringLiteral("order")), 0, Qt::AlignTop);
    placeRow->addWidget(m_placeWords, 1);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(4));
    column->addWidget(m_picture);
    column->addSpacing(px(8));
    column->addWidget(m_trouble);
    column->addWidget(m_patient);
    column->addWidget(m_identity);
    column->addWidget(m_studyLine);
    const auto rule = [&](QFrame* line) {
        column->addSpacing(px(8));
        column->addWidget(line);
        column->addSpacing(px(8));
    };
    rule(widgets::makeRule());
    column->addWidget(m_opinion);
    rule(m_earlierRule);
    column->addWidget(m_earlier);
    column->addStretch(1);
    column->addWidget(m_place);
    column->addSpacing(px(12));
    column->addWidget(m_open);

    addScrolled();
}

// The content scrolls where the window is too low for it.
void PreviewPanel::addScrolled() {
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(NoFrame);
    scroll->setAccessibleName(tr("Preview"));
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 0, 0, 0);
    whole->addWidget(scroll);
}

void PreviewPanel::clear() {
    m_study.reset();
    m_film = 0;
    m_pictureTask.cancel();
    m_earlierTask.cancel();
    m_content->hide();
}

void PreviewPanel::setStudy(const store::WorklistRow& row, const StateContext& context,
                            const QString& place) {
    const bool isOther = m_study != row.study.id || m_film != row.film.id;
    m_study = row.study.id;
    showWords(row, context, place);
    m_content->show();
    if (!isOther)
        return;
    m_film = row.film.id;
    m_sharp = false;
    m_picture->setPicture({});
    m_trouble->hide();
    loadPicture(row.film);
    loadEarlier(row);
}

void PreviewPanel::showWords(const store::WorklistRow& row, const StateContext& context,
                             const QString& place) {
    const StudyWords words(row);
    m_patient->setText(words.patient());
    m_identity->setText(words.fullIdentity());
    m_studyLine->setText(QStringLiteral("%1, %2 %3").arg(words.description(), words.date(), words.time()));
    m_picture->setCorners(row.film.view.empty() ? QString() : words.view(),
                          row.filmCount > 1 ? tr("1 of %1").arg(row.filmCount) : QString());
    m_opinion->setStudy(row, context);
    m_placeWords->setText(place);
    m_place->setVisible(!place.isEmpty());
}

void PreviewPanel::setThumbnail(qint64 filmId, const QImage& thumbnail) {
    m_earlier->setThumbnail(filmId, thumbnail);
    if (filmId == m_film && !m_sharp && !thumbnail.isNull())
        m_picture->setPicture(thumbnail);
}

void PreviewPanel::loadPicture(const store::FilmRecord& film) {
    m_pictureTask.start(
        [reader = m_reader, path = film.path](std::stop_token) { return readPicture(*reader, path); },
        [this](core::Result<QImage> picture) {
            m_trouble->setVisible(!picture);
            if (!picture) {
                m_trouble->setText(widgets::errorText(picture.error()));
                return;
            }
            m_sharp = true;
            m_picture->setPicture(*picture);
        });
}

void PreviewPanel::loadEarlier(const store::WorklistRow& row) {
    m_earlier->setStudies({});
    m_earlierRule->hide();
    m_earlierTask.start([&library = m_library, id = row.study.id, model = m_modelHash.toStdString()](
                            std::stop_token) { return library.earlierStudies(id, model); },
                        [this](core::Result<std::vector<store::WorklistRow>> studies) {
                            if (!studies)
                                return;
                            m_earlier->setStudies(*studies);
                            m_earlierRule->setVisible(!studies->empty());
                            std::vector<store::FilmRecord> films;
                            for (std::size_t i = 0; i < studies->size() && i < EarlierStudies::shown; ++i)
                                films.push_back((*studies)[i].film);
                            Q_EMIT earlierStudiesFound(films);
                        });
}

} // namespace pleurascope::ui::browse
