// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QSize>
#include <QWidget>

namespace pleurascope::ui::widgets {

/// Size of the cap that shows `key` ("N", "Ctrl+Enter").
[[nodiscard]] QSize keyCapSize(const QString& key);
/// Draws a key cap, right- or left-aligned by the caller's rect (keyCapSize), in one colour.
void paintKeyCap(QPainter& painter, const QRectF& rect, const QString& key, const QColor& colour);

/// A key cap with a word behind it, as in the status strip: [H] heatmap.
class KeyHint : public QWidget {
    Q_OBJECT
public:
    KeyHint(QString key, QString word, QWidget* parent = nullptr);
    /// The key of an action of KeyBindings, whatever it becomes, without a word.
    static KeyHint* ofAction(const QString& id);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
    QString m_word;
};

} // namespace pleurascope::ui::widgets
