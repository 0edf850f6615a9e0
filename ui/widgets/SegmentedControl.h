// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QButtonGroup;

namespace pleurascope::ui::widgets {

/// A few choices side by side, one of them chosen: Off | Outline | Heat.
class SegmentedControl : public QFrame {
    Q_OBJECT
public:
    explicit SegmentedControl(const QStringList& choices, QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    /// Does not emit. -1: none.
    void setCurrent(int index);
    void setToolTips(const QStringList& tips);
    /// Lets a second press on the chosen one take the choice back (index -1).
    void setClearable(bool clearable) { m_clearable = clearable; }

Q_SIGNALS:
    /// By the user.
    void chosen(int index);

private:
    void press(int index);

    QButtonGroup* m_group;
    int m_current = -1;
    bool m_clearable = false;
};

} // namespace pleurascope::ui::widgets
