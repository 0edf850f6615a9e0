// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QLabel>

namespace pleurascope::ui::widgets {

/// A line or paragraph in one of the design's text sizes and tones; the style sheet knows both as properties.
/// Plain text always: what comes from files is never markup.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(TextSize size = TextSize::body, Token tone = Token::text, QWidget* parent = nullptr);
    explicit TextLabel(const QString& text, TextSize size = TextSize::body, Token tone = Token::text,
                       QWidget* parent = nullptr);

    /// text, text2, off, amber, error or accent.
    void setTone(Token tone);
    /// A section heading in label size (12 at 600).
    void setSmallSection();
};

/// A one-line label that ends in '...' where there is no room, and then carries its text as tooltip.
class ElidedLabel : public TextLabel {
    Q_OBJECT
public:
    using TextLabel::TextLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace pleurascope::ui::widgets
