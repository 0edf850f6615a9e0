// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewHeader.h"

#include "ui/review/CornerNotes.h"
#include "ui/review/LinkButton.h"
#include "ui/review/ShapeButtons.h"
#include "ui/review/WindowControls.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/TextLabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>
#include <QToolTip>

namespace pleurascope::ui::review {

using widgets::KeyBindings;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

ReviewHeader::ReviewHeader(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("pageHeader"));
    setMinimumHeight(px(48));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), px(7), px(16), px(8));
    row->setSpacing(px(8));
    addStepButtons(*row);
    m_patient = new widgets::ElidedLabel(TextSize::title);
    m_patient->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_study = new widgets::ElidedLabel(TextSize::label, Token::text2);
    row->addWidget(m_patient, 3);
    row->addWidget(m_study, 2);
    addNotesButton(*row);
    addShapes(*row);
    m_window = new WindowControls;
    row->addWidget(m_window);
    addFilmButtons(*row);
    m_next = new widgets::ActionButton(tr("Next"), widgets::ButtonKind::primary);
    m_next->followKey(QStringLiteral("review.next"));
    KeyBindings::current().describe(m_next, tr("Next study in the list"), QStringLiteral("review.next"));
    m_next->setFocusPolicy(Qt::TabFocus);
    connect(m_next, &QPushButton::clicked, this, &ReviewHeader::nextRequested);
    row->addWidget(m_next);
    row->setSizeConstraint(QLayout::SetNoConstraint); // it makes do with what there is
    showNoStudy();
}

void ReviewHeader::addNotesButton(QHBoxLayout& row) {
    m_notes = new QToolButton;
    m_notes->setIcon(widgets::icon(QStringLiteral("info")));
    m_notes->setIconSize(QSize(px(20), px(20)));
    m_notes->setAccessibleName(tr("Notes on this file"));
    m_notes->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keepsItsRoom = m_notes->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_notes->setSizePolicy(keepsItsRoom);
    connect(m_notes, &QToolButton::clicked, this, [this] {
        QToolTip::showText(m_notes->mapToGlobal(m_notes->rect().bottomLeft()), m_notes->toolTip(), m_notes);
    });
    row.addWidget(m_notes);
}

void ReviewHeader::showNotes(const intake::FilmHeader& header) {
    QStringList lines;
    for (const auto* list : {&header.warnings, &header.assumptions})
        for (const std::string& line : *list)
            lines << QString::fromStdString(line).toHtmlEscaped();
    m_notes->setVisible(!lines.isEmpty());
    // rich text wraps, plain text does not; the lines are escaped
    m_notes->setToolTip(lines.isEmpty() ? QString()
                                        : QStringLiteral("<p>%1</p><p>%2</p>")
                                              .arg(tr("Read with these notes:").toHtmlEscaped(),
                                                   lines.join(QStringLiteral("<br>"))));
}

void ReviewHeader::addStepButtons(QHBoxLayout& row) {
    const auto add = [&](const QString& icon, const QString& words, const char* action,
                         void (ReviewHeader::*requested)()) {
        auto* button = new QToolButton;
        button->setIcon(widgets::icon(icon));
        button->setIconSize(QSize(px(20), px(20)));
        KeyBindings::current().describe(button, words, QString::fromLatin1(action));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, requested);
        row.addWidget(button);
    };
    add(QStringLiteral("back"), tr("Previous study in the list"), "review.previous",
        &ReviewHeader::previousRequested);
    add(QStringLiteral("forward"), tr("Next study in the list"), "review.next", &ReviewHeader::nextRequested);
    row.addSpacing(px(4));
}

void ReviewHeader::addShapes(QHBoxLayout& row) {
    m_shapes = new ShapeButtons;
    connect(m_shapes, &ShapeButtons::shapeChosen, this, &ReviewHeader::shapeChosen);
    connect(m_shapes, &ShapeButtons::menuRequested, this, &ReviewHeader::hangingMenuRequested);
    row.addWidget(m_shapes);
    m_link = new LinkButton;
    row.addWidget(m_link);
    showHanging({}, {});
}

void ReviewHeader::showHanging(GridShape shape, const QString& rule) {
    const QString hung = rule.isEmpty() ? tr("No hanging rule applies, or you hung the films yourself")
                                        : tr("Hung by the rule '%1'").arg(rule);
    m_shapes->showShape(shape, hung + QLatin1Char('\n') + tr("Right click: hanging rules"));
}

void ReviewHeader::requestHangingMenu() {
    Q_EMIT hangingMenuRequested(m_shapes->mapToGlobal(m_shapes->rect().bottomLeft()));
}

void ReviewHeader::addFilmButtons(QHBoxLayout& row) {
    const auto add = [&](const QString& words, const QString& icon, const QString& tip, const char* action,
                         void (ReviewHeader::*requested)()) {
        auto* button = new widgets::ActionButton(words, widgets::ButtonKind::plain);
        KeyBindings::current().describe(button, tip, QString::fromLatin1(action));
        button->setIconName(icon);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, requested);
        row.addWidget(button);
        return button;
    };
    m_presentation = new QToolButton;
    m_presentation->setIcon(widgets::icon(QStringLiteral("layers")));
    m_presentation->setIconSize(QSize(px(18), px(18)));
    m_presentation->setFocusPolicy(Qt::TabFocus);
    m_presentation->setCheckable(true);
    connect(m_presentation, &QToolButton::clicked, this, [this] {
        m_presentation->setChecked(m_isPresented);
        Q_EMIT presentationMenuRequested(m_presentation->mapToGlobal(m_presentation->rect().bottomLeft()));
    });
    row.addWidget(m_presentation);
    showPresentations(0, false);
    m_tags = add(tr("Tags"), QStringLiteral("tag"), tr("All that the file says of itself"), "review.tags",
                 &ReviewHeader::tagsRequested);
    m_export = add(tr("Export"), QStringLiteral("export"), tr("Picture or page of this film"),
                   "review.export", &ReviewHeader::exportRequested);
}

void ReviewHeader::showPresentations(int count, bool isPresented) {
    const QString words = count == 0 ? tr("Presentations: no other one is known of this film")
                                     : tr("Presentations: %n known of this film", nullptr, count);
    m_presentation->setToolTip(words);
    m_presentation->setAccessibleName(words);
    m_isPresented = isPresented;
    m_presentation->setChecked(isPresented);
}

void ReviewHeader::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const bool narrow = width() < px(1240);
    m_tags->setText(narrow ? QString() : tr("Tags"));
    m_export->setText(narrow ? QString() : tr("Export"));
    m_window->setNumbersShown(width() >= px(1120));
    m_next->setVisible(width() >= px(800)); // the arrow at the left does the same
    m_study->setVisible(width() >= px(800));
    QSizePolicy ofNotes = m_notes->sizePolicy();
    ofNotes.setRetainSizeWhenHidden(width() >= px(800));
    m_notes->setSizePolicy(ofNotes);
    layout()->setSpacing(width() >= px(800) ? px(8) : px(4));
}

void ReviewHeader::showStudy(const store::WorklistRow& row) {
    const store::StudyRecord& study = row.study;
    const QString name = QString::fromStdString(study.patientName);
    m_who = name.isEmpty() ? QFileInfo(QString::fromStdString(row.film.path)).fileName() : name;
    QStringList parts{QString::fromStdString(study.patientId), CornerNotes::sexAndAge(study.sex, study.age),
                      QString::fromStdString(study.description),
                      CornerNotes::dateAndTime(study.date, study.time)};
    parts.removeAll(QString());
    m_what = parts.join(QStringLiteral(", "));
    showWho();
}

void ReviewHeader::showWho() {
    m_patient->setText(m_namesShown ? m_who : tr("Names hidden"));
    m_study->setText(m_namesShown ? m_what : QString());
}

void ReviewHeader::setNamesShown(bool shown) {
    m_namesShown = shown;
    showWho();
}

void ReviewHeader::showNoStudy() {
    m_who = tr("No study is open");
    m_what.clear();
    showWho();
    showNoFilm();
}

void ReviewHeader::showFilm(const LoadedFilm& film) {
    showNotes(film.film->header);
    m_window->showFilm(film);
    m_presentation->setEnabled(true);
    showPresentations(int(film.presentations.size()), film.presentation != nullptr);
}

void ReviewHeader::showNoFilm() {
    showNotes({});
    m_presentation->setEnabled(false);
    showPresentations(0, false);
    m_window->showNoFilm();
}

} // namespace pleurascope::ui::review
