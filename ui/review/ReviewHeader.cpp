// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewHeader.h"

#include "ui/review/CornerNotes.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QToolTip>

namespace pleurascope::ui::review {

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
    addWindowControls(*row);
    auto* next = new widgets::ActionButton(tr("Next"), widgets::ButtonKind::primary);
    next->setKeyText(tr("Space"));
    next->setToolTip(tr("Next study in the list (Space)"));
    next->setFocusPolicy(Qt::TabFocus);
    connect(next, &QPushButton::clicked, this, &ReviewHeader::nextRequested);
    row->addSpacing(px(8));
    row->addWidget(next);
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
    const auto add = [&](const QString& icon, const QString& tip, void (ReviewHeader::*requested)()) {
        auto* button = new QToolButton;
        button->setIcon(widgets::icon(icon));
        button->setIconSize(QSize(px(20), px(20)));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, requested);
        row.addWidget(button);
    };
    add(QStringLiteral("back"), tr("Previous study in the list (Backspace)"),
        &ReviewHeader::previousRequested);
    add(QStringLiteral("forward"), tr("Next study in the list (Space)"), &ReviewHeader::nextRequested);
    row.addSpacing(px(4));
}

void ReviewHeader::addWindowControls(QHBoxLayout& row) {
    m_presets = new QComboBox;
    m_presets->setAccessibleName(tr("Window"));
    m_presets->setToolTip(tr("Window: what the file brings, automatic, full range (1 to 9)"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->setMinimumContentsLength(14);
    m_presets->setFocusPolicy(Qt::TabFocus);
    connect(m_presets, &QComboBox::activated, this, &ReviewHeader::choosePreset);
    row.addWidget(m_presets);
    m_centre = addNumber(row, tr("C"), tr("Window centre"));
    m_width = addNumber(row, tr("W"), tr("Window width"));
}

QLineEdit* ReviewHeader::addNumber(QHBoxLayout& row, const QString& letter, const QString& name) {
    auto* field = new QLineEdit;
    field->setAlignment(Qt::AlignRight);
    field->setFixedWidth(px(64));
    field->setToolTip(name);
    field->setAccessibleName(name);
    connect(field, &QLineEdit::editingFinished, this, &ReviewHeader::takeTypedWindow);
    row.addWidget(new TextLabel(letter, TextSize::label, Token::text2));
    row.addWidget(field);
    return field;
}

void ReviewHeader::showStudy(const store::WorklistRow& row) {
    const store::StudyRecord& study = row.study;
    const QString name = QString::fromStdString(study.patientName);
    m_patient->setText(name.isEmpty() ? QFileInfo(QString::fromStdString(row.film.path)).fileName() : name);
    QStringList parts{QString::fromStdString(study.patientId), CornerNotes::sexAndAge(study.sex, study.age),
                      QString::fromStdString(study.description),
                      CornerNotes::dateAndTime(study.date, study.time)};
    parts.removeAll(QString());
    m_study->setText(parts.join(QStringLiteral(", ")));
}

void ReviewHeader::showNoStudy() {
    m_patient->setText(tr("No study is open"));
    m_study->setText(QString());
    showNoFilm();
}

void ReviewHeader::showFilm(const LoadedFilm& film) {
    showNotes(film.film->header);
    m_windowPresets = WindowPreset::of(film);
    m_presets->clear();
    for (std::size_t i = 0; i < m_windowPresets.size(); ++i)
        m_presets->addItem(i < 9 ? tr("%1 %2").arg(i + 1).arg(m_windowPresets[i].name)
                                 : m_windowPresets[i].name);
    const bool grey = !m_windowPresets.empty();
    for (QWidget* control :
         {static_cast<QWidget*>(m_presets), static_cast<QWidget*>(m_centre), static_cast<QWidget*>(m_width)})
        control->setEnabled(grey);
    if (!grey)
        m_presets->setPlaceholderText(tr("Colour film"));
    showDisplay(film.initial);
}

void ReviewHeader::showNoFilm() {
    showNotes({});
    m_windowPresets.clear();
    m_presets->clear();
    m_presets->setPlaceholderText(QString());
    for (QLineEdit* field : {m_centre, m_width}) {
        field->clear();
        field->setEnabled(false);
    }
    m_presets->setEnabled(false);
}

void ReviewHeader::showDisplay(const FilmDisplay& display) {
    m_display = display;
    if (m_windowPresets.empty())
        return;
    const int index = WindowPreset::indexOf(m_windowPresets, display);
    m_presets->setPlaceholderText(tr("By hand"));
    m_presets->setCurrentIndex(index);
    m_centre->setText(CornerNotes::number(display.window.centre));
    m_width->setText(CornerNotes::number(display.window.width));
}

void ReviewHeader::choosePreset(int index) {
    if (index < 0 || index >= int(m_windowPresets.size()))
        return;
    FilmDisplay display = m_windowPresets[std::size_t(index)].display;
    display.inverted = m_display.inverted;
    Q_EMIT displayChosen(display);
}

void ReviewHeader::takeTypedWindow() {
    if (m_windowPresets.empty())
        return;
    const QString centreShown = CornerNotes::number(m_display.window.centre);
    const QString widthShown = CornerNotes::number(m_display.window.width);
    if (m_centre->text() == centreShown && m_width->text() == widthShown)
        return; // nothing typed: the shown figures are rounded
    bool centreIsNumber = false;
    bool widthIsNumber = false;
    const double centre = QLocale().toDouble(m_centre->text().trimmed(), &centreIsNumber);
    const double width = QLocale().toDouble(m_width->text().trimmed(), &widthIsNumber);
    if (!centreIsNumber || !widthIsNumber || !(width > 0)) {
        showDisplay(m_display);
        return;
    }
    FilmDisplay display{imaging::Window{centre, width, m_display.window.function, {}}, false,
                        m_display.inverted};
    Q_EMIT displayChosen(display);
}

} // namespace pleurascope::ui::review
