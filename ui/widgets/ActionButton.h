// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QString>

namespace pleurascope::ui::widgets {

/// How a button looks: `primary` once a view, `plain`, `ghost` without a frame, `pill` for filters.
enum class ButtonKind { plain, primary, ghost, pill };

/// A push button that prints its key on itself: icon left, words in the middle, key cap right. The key is
/// only shown; whoever owns the action sets the shortcut. Put into tooltips too, so it stays known where the
/// cap has no room.
class ActionButton : public QPushButton {
    Q_OBJECT
public:
    explicit ActionButton(const QString& text, ButtonKind kind = ButtonKind::plain,
                          QWidget* parent = nullptr);

    void setKeyText(const QString& key);
    /// The key of an action of KeyBindings, whatever it becomes.
    void followKey(const QString& id);
    void setIconName(const QString& name);
    /// 28 high instead of 32.
    void setDense(bool dense);
    /// A small number behind the words (filter chips); negative: none.
    void setCount(int count);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QColor wordColour() const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int sidePadding() const;

    ButtonKind m_kind;
    QString m_key;
    QString m_iconName;
    int m_count = -1;
};

} // namespace pleurascope::ui::widgets
