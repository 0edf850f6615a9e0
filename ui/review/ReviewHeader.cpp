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
    addShapes(*row);
    addWindowControls(*row);
    addFilmButtons(*row);
    auto* next = new widgets::ActionButton(tr("Next"), widgets::ButtonKind::primary);
    next->setKeyText(tr("Space"));
    next->setToolTip(tr("Next study in the list (Space)"));
    next->setFocusPolicy(Qt::TabFocus);
    connect(next, &QPushButton::clicked, this, &ReviewHeader::nextRequested);
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

void ReviewHeader::addShapes(QHBoxLayout& row) {
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("segments"));
    auto* segments = new QHBoxLayout(frame);
    segments->setContentsMargins(0, 0, 0, 0);
    segments->setSpacing(0);
    const QString names[] = {tr("One film"), tr("Two films side by side"),
                             tr("Two films one above the other"), tr("Four films")};
    const char* icons[] = {"layout-1", "layout-1x2", "layout-2x1", "layout-2x2"};
    for (std::size_t i = 0; i < GridShape::all().size(); ++i) {
        auto* button = new QToolButton;
        button->setIcon(widgets::icon(QString::fromLatin1(icons[i])));
        button->setIconSize(QSize(px(18), px(18)));
        button->setCheckable(true);
        button->setAccessibleName(names[i]);
        button->setToolTip(names[i]);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT shapeChosen(GridShape::all()[i]); });
        connect(button, &QWidget::customContextMenuRequested, this, [this, button](const QPoint& place) {
            Q_EMIT hangingMenuRequested(button->mapToGlobal(place));
        });
        segments->addWidget(button);
        m_shapes.push_back(button);
    }
    row.addWidget(frame);
    m_link = new QToolButton;
    m_link->setIcon(widgets::icon(QStringLiteral("link")));
    m_link->setIconSize(QSize(px(18), px(18)));
    m_link->setCheckable(true);
    m_link->setFocusPolicy(Qt::TabFocus);
    connect(m_link, &QToolButton::clicked, this, &ReviewHeader::linkToggled);
    row.addWidget(m_link);
    showHanging({}, {}, false);
}

void ReviewHeader::showHanging(GridShape shape, const QString& rule, bool linked) {
    for (std::size_t i = 0; i < m_shapes.size(); ++i)
        m_shapes[i]->setChecked(GridShape::all()[i] == shape);
    const bool several = shape.cells() > 1;
    m_link->setVisible(several);
    m_link->setChecked(linked);
    const QString words = linked ? tr("Linked: zoom, place and window go together (Y)")
                                 : tr("Not linked: each film by itself (Y)");
    m_link->setToolTip(words);
    m_link->setAccessibleName(words);
    const QString hung = rule.isEmpty() ? tr("No hanging rule applies, or you hung the films yourself")
                                        : tr("Hung by the rule '%1'").arg(rule);
    for (std::size_t i = 0; i < m_shapes.size(); ++i)
        m_shapes[i]->setToolTip(m_shapes[i]->accessibleName() + QLatin1Char('\n') + hung + QLatin1Char('\n') +
                                tr("Right click: hanging rules"));
}

void ReviewHeader::addFilmButtons(QHBoxLayout& row) {
    const auto add = [&](const QString& words, const QString& icon, const QString& tip,
                         void (ReviewHeader::*requested)()) {
        auto* button = new widgets::ActionButton(words, widgets::ButtonKind::plain);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
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
    m_tags = add(tr("Tags"), QStringLiteral("tag"), tr("All that the file says of itself"),
                 &ReviewHeader::tagsRequested);
    m_export = add(tr("Export"), QStringLiteral("export"), tr("Picture or page of this film"),
                   &ReviewHeader::exportRequested);
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
    const bool hasRoom = width() >= px(1120); // the window's numbers stand on the film, too
    for (QWidget* control :
         {static_cast<QWidget*>(m_ends), static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second)})
        control->setVisible(hasRoom);
}

void ReviewHeader::addWindowControls(QHBoxLayout& row) {
    m_presets = new QComboBox;
    m_presets->setAccessibleName(tr("Window"));
    m_presets->setToolTip(tr("Window: what the file brings, automatic, full range, and your own (1 to 9)"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->setMinimumContentsLength(12);
    m_presets->setFocusPolicy(Qt::TabFocus);
    connect(m_presets, &QComboBox::activated, this, [this](int index) {
        if (index < int(m_windowPresets.size())) {
            choosePreset(index);
            return;
        }
        showDisplay(m_display); // the entry is no window
        Q_EMIT presetsRequested();
    });
    row.addWidget(m_presets);
    m_ends = new QToolButton;
    m_ends->setFocusPolicy(Qt::TabFocus);
    connect(m_ends, &QToolButton::clicked, this, &ReviewHeader::toggleEnds);
    row.addWidget(m_ends);
    m_first = addNumber(row);
    m_second = addNumber(row);
    m_showsEnds = true;
    toggleEnds();
}

QLineEdit* ReviewHeader::addNumber(QHBoxLayout& row) {
    auto* field = new QLineEdit;
    field->setAlignment(Qt::AlignRight);
    field->setFixedWidth(px(60));
    connect(field, &QLineEdit::editingFinished, this, &ReviewHeader::takeTypedWindow);
    row.addWidget(field);
    return field;
}

/// Centre and width, or the values at the ends of the ramp (PS3.3 C.11.2.1.2).
void ReviewHeader::toggleEnds() {
    m_showsEnds = !m_showsEnds;
    m_ends->setText(m_showsEnds ? tr("Min Max") : tr("C W"));
    const QString words = m_showsEnds
                              ? tr("Lowest and highest value of the window; press for centre and width")
                              : tr("Centre and width of the window; press for lowest and highest value");
    m_ends->setToolTip(words);
    m_ends->setAccessibleName(words);
    m_first->setAccessibleName(m_showsEnds ? tr("Lowest value of the window") : tr("Window centre"));
    m_second->setAccessibleName(m_showsEnds ? tr("Highest value of the window") : tr("Window width"));
    for (QLineEdit* field : {m_first, m_second})
        field->setToolTip(field->accessibleName());
    showDisplay(m_display);
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
    m_windowPresets = WindowPreset::of(film, m_ownPresets);
    m_presets->clear();
    for (std::size_t i = 0; i < m_windowPresets.size(); ++i)
        m_presets->addItem(i < 9 ? tr("%1 %2").arg(i + 1).arg(m_windowPresets[i].name)
                                 : m_windowPresets[i].name);
    const bool grey = !m_windowPresets.empty();
    if (grey)
        m_presets->addItem(tr("Windows of your own ..."));
    for (QWidget* control :
         {static_cast<QWidget*>(m_presets), static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_second)})
        control->setEnabled(grey);
    if (!grey)
        m_presets->setPlaceholderText(tr("Colour film"));
    m_presentation->setEnabled(true);
    showPresentations(int(film.presentations.size()), film.presentation != nullptr);
    showDisplay(film.initial);
}

void ReviewHeader::showNoFilm() {
    showNotes({});
    m_presentation->setEnabled(false);
    showPresentations(0, false);
    m_windowPresets.clear();
    m_presets->clear();
    m_presets->setPlaceholderText(QString());
    for (QLineEdit* field : {m_first, m_second}) {
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
    const auto [first, second] = typedNumbers(display.window);
    m_first->setText(CornerNotes::number(first));
    m_second->setText(CornerNotes::number(second));
}

std::pair<double, double> ReviewHeader::typedNumbers(const imaging::Window& window) const {
    if (!m_showsEnds)
        return {window.centre, window.width};
    const auto ends = imaging::rampEnds(window);
    return {ends.low, ends.high};
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
    const auto [firstNow, secondNow] = typedNumbers(m_display.window);
    if (m_first->text() == CornerNotes::number(firstNow) &&
        m_second->text() == CornerNotes::number(secondNow))
        return; // nothing typed: the shown figures are rounded
    bool firstIsNumber = false;
    bool secondIsNumber = false;
    const double first = QLocale().toDouble(m_first->text().trimmed(), &firstIsNumber);
    const double second = QLocale().toDouble(m_second->text().trimmed(), &secondIsNumber);
    const bool isWindow = firstIsNumber && secondIsNumber && (m_showsEnds ? second > first : second > 0);
    if (!isWindow) {
        showDisplay(m_display);
        return;
    }
    FilmDisplay display = m_display;
    display.voiTable = -1;
    display.window = m_showsEnds ? imaging::windowOfRamp({first, second}, m_display.window.function)
                                 : imaging::Window{first, second, m_display.window.function, {}};
    Q_EMIT displayChosen(display);
}

} // namespace pleurascope::ui::review
