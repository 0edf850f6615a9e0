// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/WindowControls.h"

#include "ui/review/CornerNotes.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace pleurascope::ui::review {

using widgets::px;

WindowControls::WindowControls(QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
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
    row->addWidget(m_presets);
    m_numbers = new QWidget;
    auto* numbers = new QHBoxLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(px(8));
    m_ends = new QToolButton;
    m_ends->setFocusPolicy(Qt::TabFocus);
    connect(m_ends, &QToolButton::clicked, this, &WindowControls::toggleEnds);
    numbers->addWidget(m_ends);
    m_first = addNumber(*numbers);
    m_second = addNumber(*numbers);
    row->addWidget(m_numbers);
    m_open = new QToolButton;
    m_open->setText(tr("C W"));
    m_open->setToolTip(tr("Type the window"));
    m_open->setAccessibleName(m_open->toolTip());
    m_open->setFocusPolicy(Qt::TabFocus);
    m_open->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_open->hide();
    connect(m_open, &QToolButton::clicked, this, &WindowControls::openNumbers);
    row->addWidget(m_open);
    m_popup = new QFrame(this, Qt::Popup);
    m_popup->setProperty("surface", QStringLiteral("raised"));
    auto* inPopup = new QHBoxLayout(m_popup);
    inPopup->setContentsMargins(px(8), px(8), px(8), px(8));
    m_showsEnds = true;
    toggleEnds();
}

void WindowControls::openNumbers() {
    m_popup->adjustSize();
    const QPoint corner = m_open->mapToGlobal(m_open->rect().bottomRight());
    m_popup->move(corner - QPoint(m_popup->width() - 1, -px(4)));
    m_popup->show();
    m_first->setFocus();
    m_first->selectAll();
}

QLineEdit* WindowControls::addNumber(QHBoxLayout& row) {
    auto* field = new QLineEdit;
    field->setAlignment(Qt::AlignRight);
    field->setFixedWidth(px(60));
    connect(field, &QLineEdit::editingFinished, this, &WindowControls::takeTypedWindow);
    row.addWidget(field);
    return field;
}

/// Centre and width, or the values at the ends of the ramp (PS3.3 C.11.2.1.2).
void WindowControls::toggleEnds() {
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

void WindowControls::showFilm(const LoadedFilm& film) {
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
    showDisplay(film.initial);
}

void WindowControls::showNoFilm() {
    m_windowPresets.clear();
    m_presets->clear();
    m_presets->setPlaceholderText(QString());
    for (QLineEdit* field : {m_first, m_second}) {
        field->clear();
        field->setEnabled(false);
    }
    m_presets->setEnabled(false);
}

void WindowControls::setNumbersShown(bool shown) {
    if (shown == (m_numbers->parentWidget() == this))
        return;
    m_popup->hide();
    auto* row = static_cast<QHBoxLayout*>(layout());
    if (shown)
        row->insertWidget(1, m_numbers);
    else
        m_popup->layout()->addWidget(m_numbers);
    m_numbers->show();
    m_open->setVisible(!shown);
    m_presets->setMinimumContentsLength(shown ? 12 : 4);
}

void WindowControls::showDisplay(const FilmDisplay& display) {
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

std::pair<double, double> WindowControls::typedNumbers(const imaging::Window& window) const {
    if (!m_showsEnds)
        return {window.centre, window.width};
    const auto ends = imaging::rampEnds(window);
    return {ends.low, ends.high};
}

void WindowControls::choosePreset(int index) {
    if (index < 0 || index >= int(m_windowPresets.size()))
        return;
    FilmDisplay display = m_windowPresets[std::size_t(index)].display;
    display.inverted = m_display.inverted;
    Q_EMIT displayChosen(display);
}

void WindowControls::takeTypedWindow() {
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
    Q_EMIT displayChosen(m_display.by(m_showsEnds
                                          ? imaging::windowOfRamp({first, second}, m_display.window.function)
                                          : imaging::Window{first, second, m_display.window.function, {}}));
}

} // namespace pleurascope::ui::review
