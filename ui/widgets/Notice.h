// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pleurascope::ui::widgets {

/// 'Research software, not for diagnosis': stands in every window that shows a film.
class Notice : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);
};

} // namespace pleurascope::ui::widgets
