// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/HeldKey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QWidget>

namespace pleurascope::ui::review {

namespace {
constexpr int patience = 300; ///< ms
}

HeldKey::HeldKey(QWidget* page, const widgets::KeyAction& action)
    : QObject(page) {
    setObjectName(action.id);
    auto* shortcut = new QShortcut(page);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &HeldKey::press);
    widgets::KeyBindings::current().follow(this, action, [this, shortcut](const QKeySequence& key) {
        shortcut->setKey(key);
        m_key = key.isEmpty() ? 0 : key[0].key();
    });
}

void HeldKey::press() {
    m_patience.start(patience, this);
    qApp->installEventFilter(this); // the release may come to any widget, or to none if the window is left
}

bool HeldKey::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyRelease) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == m_key && !key->isAutoRepeat())
            release();
    } else if (event->type() == QEvent::ApplicationDeactivate) {
        release();
    }
    return QObject::eventFilter(watched, event);
}

void HeldKey::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_patience.timerId())
        return;
    m_patience.stop();
    m_isHeld = true;
    Q_EMIT held(true);
}

void HeldKey::release() {
    qApp->removeEventFilter(this);
    const bool wasTapped = m_patience.isActive();
    m_patience.stop();
    if (wasTapped)
        Q_EMIT tapped();
    else if (std::exchange(m_isHeld, false))
        Q_EMIT held(false);
}

} // namespace pleurascope::ui::review
