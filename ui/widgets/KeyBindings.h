// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QAction;
class QWidget;

namespace pleurascope::ui::widgets {

/// Where a key works; `everywhere` is on all pages.
enum class KeyPlace { everywhere, browse, review, train };

/// Something that a key does.
struct KeyAction {
    QString id; ///< "review.invert"; kept in settings
    KeyPlace place = KeyPlace::everywhere;
    QString words;
    QKeySequence standard; ///< as the program comes
    QKeySequence key;      ///< now; may be empty
};

/// Every key of the program: who binds an action declares it here, so that there is one list to read, to
/// search and to change. Two actions that can be meant at once never share a key. One a process, on the GUI
/// thread.
class KeyBindings : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static KeyBindings& current();

    /// Declares the action where it is not known yet, and runs `function` on its key while `owner` and its
    /// window can be reached by keys. The binding goes with `owner`.
    void bind(QWidget* owner, const KeyAction& action, std::function<void()> function,
              Qt::ShortcutContext context = Qt::WindowShortcut);
    /// The same for an action of a menu.
    void bind(QAction* menuAction, const KeyAction& action);
    /// Declares it and tells `adopt` its key, now and after each change, as long as `owner` lives.
    void follow(QObject* owner, const KeyAction& action, std::function<void(const QKeySequence&)> adopt);

    [[nodiscard]] const std::vector<KeyAction>& actions() const { return m_actions; }
    /// Empty for an action that nobody has declared.
    [[nodiscard]] QKeySequence key(const QString& id) const;
    /// A key as people read it, in their language: "Ctrl+Enter".
    [[nodiscard]] static QString text(const QKeySequence& key);
    /// Tells `adopt` the text of an action's key now and whenever it is another one, as long as `owner`
    /// lives. The action need not be declared yet.
    void followText(QObject* owner, const QString& id, std::function<void(const QString&)> adopt);
    /// Tooltip and name of a widget: words with the action's key behind them, whatever it becomes. May be
    /// called again with other words.
    void describe(QWidget* widget, const QString& words, const QString& id);
    /// `words` with the key of the action behind them, for tooltips: "Invert (I)".
    [[nodiscard]] QString withKey(const QString& words, const QString& id) const;

    /// The action that has this key already where `id` works, if any.
    [[nodiscard]] std::optional<KeyAction> clash(const QString& id, const QKeySequence& key) const;
    /// False, and nothing changed, where there is a clash. An empty key takes the key away.
    bool setKey(const QString& id, const QKeySequence& key);
    void resetAll();

    /// What differs from the standard, by id, as portable text; of actions not yet declared, too.
    [[nodiscard]] QHash<QString, QString> changes() const { return m_changes; }
    void setChanges(const QHash<QString, QString>& changes);

Q_SIGNALS:
    void keyChanged(const QString& id);

private:
    KeyBindings() = default;
    void declare(const KeyAction& action);
    [[nodiscard]] KeyAction* find(const QString& id);

    std::vector<KeyAction> m_actions;
    QHash<QString, QString> m_changes;
};

} // namespace pleurascope::ui::widgets
