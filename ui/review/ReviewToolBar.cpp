// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewToolBar.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

using widgets::px;

ReviewToolBar::ReviewToolBar(QWidget* parent)
    : QFrame(parent)
    , m_tools(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("leftPanel"));
    setFixedWidth(px(48));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(5), px(8), px(5), px(8));
    column->setSpacing(px(4));
    const auto tool = [&](FilmTool value, const QString& icon, const QString& tip) {
        QToolButton* button = add(*column, icon, tip);
        button->setCheckable(true);
        m_tools->addButton(button, int(value));
    };
    tool(FilmTool::window, QStringLiteral("window"),
         tr("Window (W): drag right to widen, up to brighten; Ctrl fine, Shift coarse"));
    tool(FilmTool::pan, QStringLiteral("pan"), tr("Pan: with any tool by the middle button"));
    tool(FilmTool::zoom, QStringLiteral("zoom"),
         tr("Zoom: with any tool by the right button, or Ctrl and wheel"));
    column->addWidget(widgets::makeRule());
    connect(add(*column, QStringLiteral("fit"), tr("Fit to the window (F)")), &QToolButton::clicked, this,
            &ReviewToolBar::fitRequested);
    connect(add(*column, QStringLiteral("actual"), tr("One film pixel a screen pixel (Z)")),
            &QToolButton::clicked, this, &ReviewToolBar::oneToOneRequested);
    m_invert = add(*column, QStringLiteral("invert"), tr("Invert (I)"));
    m_invert->setCheckable(true);
    connect(m_invert, &QToolButton::clicked, this, &ReviewToolBar::invertRequested);
    connect(add(*column, QStringLiteral("reset"), tr("Reset window, zoom and place (0)")),
            &QToolButton::clicked, this, &ReviewToolBar::resetRequested);
    column->addWidget(widgets::makeRule());
    m_overlays = add(*column, QStringLiteral("overlay"), {});
    m_shutter = add(*column, QStringLiteral("shutter"), {});
    for (QToolButton* button : {m_overlays, m_shutter}) {
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, &ReviewToolBar::choosePlanes);
    }
    showFilm({});
    column->addStretch(1);
    m_tools->button(int(FilmTool::window))->setChecked(true);
    connect(m_tools, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT toolChosen(FilmTool(id)); });
}

QToolButton* ReviewToolBar::add(QVBoxLayout& column, const QString& icon, const QString& tip) {
    auto* button = new QToolButton;
    button->setProperty("kind", QStringLiteral("tool"));
    button->setIcon(widgets::icon(icon));
    button->setIconSize(QSize(px(20), px(20)));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    column.addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

void ReviewToolBar::setTool(FilmTool tool) {
    m_tools->button(int(tool))->setChecked(true);
}

void ReviewToolBar::showFilm(const imaging::DisplayParameters& display) {
    const auto offer = [](QToolButton* button, bool isThere, const QString& tip) {
        button->setEnabled(isThere);
        button->setChecked(isThere);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
    };
    offer(m_overlays, !display.overlays.empty(),
          display.overlays.empty() ? tr("Overlays (V): this film has none")
                                   : tr("Overlays that the file draws over its film (V)"));
    offer(m_shutter, display.shutter.has_value(),
          display.shutter ? tr("Shutter: hides what the file wants hidden (Shift+V)")
                          : tr("Shutter (Shift+V): this film has none"));
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
    m_invert->setChecked(inverted);
}

} // namespace pleurascope::ui::review
