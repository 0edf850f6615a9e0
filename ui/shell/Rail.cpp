// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Rail.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace pleurascope::ui::shell {

using widgets::px;

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , m_pages(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(px(64));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(8), 1, px(8));
    column->setSpacing(px(4));
    m_menu = addTool(*column, QStringLiteral("menu"), tr("Menu"), "window.menu");
    column->addSpacing(px(4));
    addPage(*column, Page::browse, QStringLiteral("browse"), tr("Browse"));
    addPage(*column, Page::review, QStringLiteral("review"), tr("Review"));
    addPage(*column, Page::train, QStringLiteral("train"), tr("Train"));
    column->addStretch(1);
    auto* models = addTool(*column, QStringLiteral("model"), tr("Models"), "window.models");
    auto* settings = addTool(*column, QStringLiteral("settings"), tr("Settings"), "window.settings");
    auto* keys = addTool(*column, QStringLiteral("help"), tr("Keys"), "window.keys");
    connect(models, &QToolButton::clicked, this, &Rail::modelsRequested);
    connect(settings, &QToolButton::clicked, this, &Rail::settingsRequested);
    connect(keys, &QToolButton::clicked, this, &Rail::keysRequested);
    connect(m_pages, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT pageChosen(Page(id)); });
    connect(&widgets::Theme::current(), &widgets::Theme::themeChanged, this,
            [this] { setFixedWidth(px(64)); });
    setCurrent(Page::browse);
}

QToolButton* Rail::addTool(QVBoxLayout& column, const QString& icon, const QString& words,
                           const char* action) {
    auto* button = new QToolButton;
    button->setIcon(widgets::icon(icon));
    button->setIconSize(QSize(px(20), px(20)));
    button->setProperty("kind", QStringLiteral("tool"));
    widgets::KeyBindings::current().describe(button, words, QString::fromLatin1(action));
    column.addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void Rail::addPage(QVBoxLayout& column, Page page, const QString& icon, const QString& name) {
    auto* button = new QToolButton;
    button->setProperty("kind", QStringLiteral("rail"));
    button->setIcon(widgets::icon(icon));
    button->setIconSize(QSize(px(20), px(20)));
    button->setText(name);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    widgets::KeyBindings::current().describe(button, name, QStringLiteral("window.") + icon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pages->addButton(button, int(page));
    column.addWidget(button);
}

void Rail::setMenu(QMenu* menu) {
    connect(m_menu, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_menu->mapToGlobal(QPoint(m_menu->width() + px(4), 0))); });
}

void Rail::setCurrent(Page page) {
    m_pages->button(int(page))->setChecked(true);
}

} // namespace pleurascope::ui::shell
