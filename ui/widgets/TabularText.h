// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace pleurascope::ui::widgets {

/// Numbers whose digits all take the widest digit's cell, so that columns stand and nothing jumps. Before
/// Qt 6.7 a font's tabular figures cannot be asked for, hence this drawing.
[[nodiscard]] double tabularWidth(const QFont& font, const QString& text);
/// Draws with the painter's font and pen, one line, by the horizontal alignment given, vertically centred.
void paintTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

} // namespace pleurascope::ui::widgets
