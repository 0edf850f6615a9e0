// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewToolBar.h"

#include "ui/review/tools/FilmTool.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::KeyBindings;
using widgets::px;

namespace {

QString keyId(const ToolWords& tool) {
    return QStringLiteral("tool.") + tool.id;
}

} // namespace

ReviewToolBar::ReviewToolBar(QWidget* parent)
    : QFrame(parent)
    , m_tools(new QButtonGroup(this))
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("leftPanel"));
    m_grid->setContentsMargins(px(5), px(8), px(5), px(8));
    m_grid->setSpacing(px(3));
    addTools();
    addCommands();
    addPlanes();
    arrange(1);
    m_groups.front().button->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, this, [this](int id) {
        const Group& group = m_groups[std::size_t(id)];
        Q_EMIT toolChosen(group.tools[group.current].id);
    });
}

void ReviewToolBar::addTools() {
    beginSection();
    for (const auto& tool : makeFilmTools()) {
        const ToolWords words = tool->words();
        const auto known = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& group) {
            return !words.group.isEmpty() && group.tools.front().group == words.group;
        });
        if (known == m_groups.end())
            m_groups.push_back({nullptr, {words}, 0});
        else
            known->tools.push_back(words);
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        Group& group = m_groups[i];
        group.button = add(group.tools.front().icon);
        group.button->setCheckable(true);
        m_tools->addButton(group.button, int(i));
        if (group.tools.size() > 1)
            addMenu(i);
        for (const ToolWords& tool : group.tools)
            KeyBindings::current().follow(group.button,
                                          {keyId(tool), widgets::KeyPlace::review, tool.name, tool.key, {}},
                                          [this, i](const QKeySequence&) { showCurrent(m_groups[i]); });
    }
}

/// A tool of the group, shown by holding the button or pressing its other one.
void ReviewToolBar::addMenu(std::size_t index) {
    QToolButton* button = m_groups[index].button;
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, index, menu] {
        menu->clear();
        for (const ToolWords& tool : m_groups[index].tools) {
            QAction* action = menu->addAction(widgets::icon(tool.icon),
                                              KeyBindings::current().withKey(tool.name, keyId(tool)));
            connect(action, &QAction::triggered, this, [this, id = tool.id] { Q_EMIT toolChosen(id); });
        }
    });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::DelayedPopup);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(button, &QWidget::customContextMenuRequested, button, &QToolButton::showMenu);
}

void ReviewToolBar::showCurrent(Group& group) {
    const ToolWords& tool = group.tools[group.current];
    group.button->setIcon(widgets::icon(tool.icon));
    QString words = KeyBindings::current().withKey(tool.tip, keyId(tool));
    if (group.tools.size() > 1) {
        QStringList others;
        for (const ToolWords& other : group.tools)
            if (other.id != tool.id)
                others << KeyBindings::current().withKey(other.name, keyId(other));
        words += QLatin1Char('\n') + tr("Hold for: %1").arg(others.join(QStringLiteral(", ")));
    }
    group.button->setToolTip(words);
    group.button->setAccessibleName(words);
}

void ReviewToolBar::addCommands() {
    beginSection();
    for (const FilmCommand& command : filmCommands()) {
        if (command.icon.isEmpty())
            continue;
        QToolButton* button = add(command.icon);
        m_commands.insert(command.key.id, button);
        KeyBindings::current().describe(button, command.key.words, command.key.id);
        connect(button, &QToolButton::clicked, this, [this, command] { Q_EMIT commandChosen(command); });
    }
    m_commands[QStringLiteral("review.invert")]->setCheckable(true);
}

void ReviewToolBar::addPlanes() {
    beginSection();
    m_overlays = add(QStringLiteral("overlay"));
    m_shutter = add(QStringLiteral("shutter"));
    for (QToolButton* button : {m_overlays, m_shutter}) {
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, &ReviewToolBar::choosePlanes);
    }
    showFilm({}, false);
}

void ReviewToolBar::beginSection() {
    if (!m_sections.empty())
        m_rules.push_back(widgets::makeRule(Qt::Horizontal, this));
    m_sections.emplace_back();
}

QToolButton* ReviewToolBar::add(const QString& icon) {
    auto* button = new QToolButton;
    button->setProperty("kind", QStringLiteral("tool"));
    button->setIcon(widgets::icon(icon));
    button->setIconSize(QSize(px(20), px(20)));
    button->setFocusPolicy(Qt::TabFocus);
    m_sections.back().push_back(button);
    return button;
}

void ReviewToolBar::arrange(int columns) {
    if (columns == m_columns)
        return;
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_columns = columns;
    int row = 0;
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        if (section > 0)
            m_grid->addWidget(m_rules[section - 1], row++, 0, 1, columns);
        int column = 0;
        for (QToolButton* button : m_sections[section]) {
            m_grid->addWidget(button, row, column);
            column = (column + 1) % columns;
            row += column == 0 ? 1 : 0;
        }
        row += column != 0 ? 1 : 0;
    }
    m_grid->setRowStretch(row, 1);
    setFixedWidth(px(48) + (columns - 1) * px(39));
}

/// Where the window is low, buttons are 32 or 28 high instead of 36, then they stand in two columns.
void ReviewToolBar::takeSize() {
    const auto rowsOf = [this](int columns) {
        int rows = 0;
        for (const auto& section : m_sections)
            rows += (int(section.size()) + columns - 1) / columns;
        return rows;
    };
    const int rules = px(30);
    const auto sideFor = [&](int columns) { return (height() - rules) / rowsOf(columns) - px(3); };
    int columns = 1;
    while (columns < 3 && sideFor(columns) < px(28))
        ++columns;
    arrange(columns);
    const int side = std::clamp(sideFor(columns), px(28), px(36));
    for (const auto& section : m_sections)
        for (QToolButton* button : section)
            button->setFixedSize(px(36), side);
}

void ReviewToolBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    takeSize();
}

void ReviewToolBar::setTool(const QString& id) {
    for (Group& group : m_groups)
        for (std::size_t i = 0; i < group.tools.size(); ++i)
            if (group.tools[i].id == id) {
                group.current = i;
                group.button->setChecked(true);
                showCurrent(group);
            }
}

QString ReviewToolBar::tool() const {
    const Group& group = m_groups[std::size_t(std::max(0, m_tools->checkedId()))];
    return group.tools[group.current].id;
}

void ReviewToolBar::setHistory(bool canUndo, const QString& undoWords, bool canRedo,
                               const QString& redoWords) {
    const auto show = [this](const QString& id, bool can, const QString& sentence) {
        QToolButton* button = m_commands.value(id);
        button->setEnabled(can);
        KeyBindings::current().describe(button, sentence, id);
    };
    show(QStringLiteral("review.undo"), canUndo,
         canUndo ? tr("Undo: %1").arg(undoWords) : tr("Nothing to undo"));
    show(QStringLiteral("review.redo"), canRedo,
         canRedo ? tr("Redo: %1").arg(redoWords) : tr("Nothing to redo"));
}

void ReviewToolBar::showFilm(const imaging::DisplayParameters& display, bool hasGraphics) {
    const auto offer = [](QToolButton* button, bool isThere, const QString& words, const char* id) {
        button->setEnabled(isThere);
        button->setChecked(isThere);
        KeyBindings::current().describe(button, words, QString::fromLatin1(id));
    };
    const bool hasOverlays = hasGraphics || !display.overlays.empty();
    offer(m_overlays, hasOverlays,
          hasOverlays ? tr("Overlays that the file draws over its film") : tr("Overlays: this film has none"),
          "review.overlays");
    offer(m_shutter, display.shutter.has_value(),
          display.shutter ? tr("Shutter: hides what the file wants hidden")
                          : tr("Shutter: this film has none"),
          "review.shutter");
    choosePlanes();
}

void ReviewToolBar::toggleOverlays() {
    m_overlays->click();
}

void ReviewToolBar::toggleShutter() {
    m_shutter->click();
}

void ReviewToolBar::choosePlanes() {
    Q_EMIT planesChosen(m_overlays->isChecked(), m_shutter->isChecked());
}

void ReviewToolBar::setInverted(bool inverted) {
    m_commands[QStringLiteral("review.invert")]->setChecked(inverted);
}

} // namespace pleurascope::ui::review
