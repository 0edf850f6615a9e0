// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/LinkButton.h"

#include "ui/review/ViewLink.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/Theme.h"

namespace pleurascope::ui::review {

using widgets::px;

LinkButton::LinkButton(QWidget* parent)
    : QToolButton(parent) {
    setIcon(widgets::icon(QStringLiteral("link")));
    setIconSize(QSize(px(18), px(18)));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &LinkButton::toggleRequested);
    showLink(false, false);
}

void LinkButton::follow(const ViewLink& link) {
    const auto update = [this, &link] { showLink(link.isPossible(), link.isLinked()); };
    connect(&link, &ViewLink::linkedChanged, this, update);
    connect(&link, &ViewLink::viewsChanged, this, update);
    update();
}

void LinkButton::showLink(bool isPossible, bool isLinked) {
    setVisible(isPossible);
    setChecked(isLinked);
    widgets::KeyBindings::current().describe(this,
                                             isLinked ? tr("Linked: zoom, place and window go together")
                                                      : tr("Not linked: each film by itself"),
                                             QStringLiteral("review.link"));
}

} // namespace pleurascope::ui::review
