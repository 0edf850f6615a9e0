// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyBindings.h"

#include <QAction>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace pleurascope::ui::widgets {

KeyBindings& KeyBindings::current() {
    static KeyBindings bindings;
    return bindings;
}

namespace {

/// Enter of the number pad does what Enter does.
QList<QKeySequence> withKeypad(const QKeySequence& key) {
    QList<QKeySequence> keys{key};
    if (key.count() == 1 && key[0].key() == Qt::Key_Return)
        keys << QKeySequence(QKeyCombination(key[0].keyboardModifiers(), Qt::Key_Enter));
    return keys;
}

} // namespace

KeyAction* KeyBindings::find(const QString& id) {
    const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                    [&](const KeyAction& action) { return action.id == id; });
    return found == m_actions.end() ? nullptr : &*found;
}

void KeyBindings::declare(const KeyAction& action) {
    if (KeyAction* known = find(action.id)) {
        known->words = action.words; // the language may be another
        return;
    }
    m_actions.push_back(action);
    const auto change = m_changes.constFind(action.id);
    m_actions.back().key = change == m_changes.cend()
                               ? action.standard
                               : QKeySequence::fromString(*change, QKeySequence::PortableText);
    Q_EMIT keyChanged(action.id);
}

void KeyBindings::follow(QObject* owner, const KeyAction& action,
                         std::function<void(const QKeySequence&)> adopt) {
    declare(action);
    adopt(key(action.id));
    connect(this, &KeyBindings::keyChanged, owner, [this, id = action.id, adopt](const QString& changed) {
        if (changed == id)
            adopt(key(id));
    });
}

void KeyBindings::bind(QWidget* owner, const KeyAction& action, std::function<void()> function,
                       Qt::ShortcutContext context) {
    auto* shortcut = new QShortcut(owner);
    shortcut->setContext(context);
    connect(shortcut, &QShortcut::activated, owner, std::move(function));
    follow(shortcut, action, [shortcut](const QKeySequence& key) { shortcut->setKeys(withKeypad(key)); });
}

void KeyBindings::bind(QAction* menuAction, const KeyAction& action) {
    follow(menuAction, action, [menuAction](const QKeySequence& key) { menuAction->setShortcut(key); });
}

QKeySequence KeyBindings::key(const QString& id) const {
    const KeyAction* action = const_cast<KeyBindings*>(this)->find(id);
    return action == nullptr ? QKeySequence() : action->key;
}

/// Qt names keys in the system's language only where its own translations are installed.
QString KeyBindings::text(const QKeySequence& key) {
    const std::pair<const char*, QString> names[] = {{"Ctrl", tr("Ctrl")},
                                                     {"Shift", tr("Shift")},
                                                     {"Alt", tr("Alt")},
                                                     {"Return", tr("Enter")},
                                                     {"Enter", tr("Enter")},
                                                     {"Space", tr("Space")},
                                                     {"Backspace", tr("Backspace")},
                                                     {"Del", tr("Del")},
                                                     {"Esc", tr("Esc")},
                                                     {"PgUp", tr("Page up")},
                                                     {"PgDown", tr("Page down")},
                                                     {"Left", tr("Left")},
                                                     {"Right", tr("Right")},
                                                     {"Up", tr("Up")},
                                                     {"Down", tr("Down")},
                                                     {"Tab", tr("Tab")},
                                                     {"Home", tr("Home")},
                                                     {"End", tr("End")}};
    const QString portable = key.toString(QKeySequence::PortableText);
    if (portable == QLatin1String("+"))
        return portable;
    QStringList parts = portable.split(QLatin1Char('+'));
    for (QString& part : parts)
        for (const auto& [name, words] : names)
            if (part == QLatin1String(name)) {
                part = words;
                break;
            }
    return parts.join(QLatin1Char('+'));
}

void KeyBindings::followText(QObject* owner, const QString& id, std::function<void(const QString&)> adopt) {
    adopt(text(key(id)));
    connect(this, &KeyBindings::keyChanged, owner, [this, id, adopt](const QString& changed) {
        if (changed == id)
            adopt(text(key(id)));
    });
}

void KeyBindings::describe(QWidget* widget, const QString& words, const QString& id) {
    constexpr auto property = "describedBy";
    const bool isFollowed = widget->property(property).isValid();
    widget->setProperty(property, words);
    const auto show = [this, widget, id] {
        const QString text = withKey(widget->property(property).toString(), id);
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    if (isFollowed)
        show();
    else
        followText(widget, id, [show](const QString&) { show(); });
}

QString KeyBindings::withKey(const QString& words, const QString& id) const {
    const QString key = text(this->key(id));
    return key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key);
}

std::optional<KeyAction> KeyBindings::clash(const QString& id, const QKeySequence& key) const {
    const KeyAction* wanted = const_cast<KeyBindings*>(this)->find(id);
    if (wanted == nullptr || key.isEmpty())
        return std::nullopt;
    for (const KeyAction& other : m_actions) {
        const bool together = other.place == wanted->place || other.place == KeyPlace::everywhere ||
                              wanted->place == KeyPlace::everywhere;
        if (other.id != id && together && other.key == key)
            return other;
    }
    return std::nullopt;
}

bool KeyBindings::setKey(const QString& id, const QKeySequence& key) {
    KeyAction* action = find(id);
    if (action == nullptr || clash(id, key))
        return false;
    action->key = key;
    if (key == action->standard)
        m_changes.remove(id);
    else
        m_changes[id] = key.toString(QKeySequence::PortableText);
    Q_EMIT keyChanged(id);
    return true;
}

void KeyBindings::resetAll() {
    setChanges({});
}

void KeyBindings::setChanges(const QHash<QString, QString>& changes) {
    m_changes = changes;
    for (KeyAction& action : m_actions) {
        const auto change = m_changes.constFind(action.id);
        action.key = change == m_changes.cend()
                         ? action.standard
                         : QKeySequence::fromString(*change, QKeySequence::PortableText);
        Q_EMIT keyChanged(action.id);
    }
}

} // namespace pleurascope::ui::widgets
