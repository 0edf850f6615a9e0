// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/KeyBindings.h"

#include <QBasicTimer>
#include <QObject>

class QWidget;

namespace pleurascope::ui::review {

/// A key with two meanings: pressed and let go it is a tap; kept down longer than 300 ms it holds until it is
/// let go. As silent in text fields as any shortcut.
class HeldKey : public QObject {
    Q_OBJECT
public:
    HeldKey(QWidget* page, const widgets::KeyAction& action);

Q_SIGNALS:
    void tapped();
    void held(bool down);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void press();
    void release();

    int m_key = 0;
    QBasicTimer m_patience;
    bool m_isHeld = false;
};

} // namespace pleurascope::ui::review
