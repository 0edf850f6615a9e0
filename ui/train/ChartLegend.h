// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pleurascope::ui::widgets {
class ActionButton;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

/// Which curve is which, and whether the charts follow the newest epoch.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget* parent = nullptr);
    void setFollowing(bool following);

Q_SIGNALS:
    void followingChosen(bool following);

private:
    widgets::ActionButton* m_follow;
};

} // namespace pleurascope::ui::train
