// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace pleurascope::ui::browse {

/// The search field with its lens and, while empty, its key. Escape empties it, then gives the focus back.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Escape in an empty field, arrow down or Enter: the list should have the focus.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace pleurascope::ui::browse
