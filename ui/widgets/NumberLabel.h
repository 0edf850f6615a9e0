// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QWidget>

namespace pleurascope::ui::widgets {

/// A number in tabular digits and the locale's decimal sign. Keeps the width of `widest` so that it never
/// jumps.
class NumberLabel : public QWidget {
    Q_OBJECT
public:
    explicit NumberLabel(TextSize size = TextSize::body, QWidget* parent = nullptr);

    /// Shown with a fixed number of decimals.
    void setNumber(double value, int decimals);
    /// Already formatted ("0.71 to 0.93"); empty shows nothing but keeps the room.
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    /// The longest text that may come, e.g. "0.00".
    void setWidest(const QString& text);
    void setTone(Token tone);
    void setAlignment(Qt::Alignment alignment);
    void setWeight(QFont::Weight weight);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont numberFont() const;

    TextSize m_size;
    QFont::Weight m_weight;
    Token m_tone = Token::text;
    Qt::Alignment m_alignment = Qt::AlignRight;
    QString m_text;
    QString m_widest;
};

} // namespace pleurascope::ui::widgets
