// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace pleurascope::ui::widgets {

/// An icon of resources/icons by its file's name without ".svg". Its engine recolours the stroke when it
/// paints: text2 at rest, text when active or chosen, off when disabled; so an icon follows the theme by
/// itself.
[[nodiscard]] QIcon icon(const QString& name);
/// The same in one colour (disabled: off).
[[nodiscard]] QIcon icon(const QString& name, Token token);

/// For delegates: draws into `rect` (square).
void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour);

} // namespace pleurascope::ui::widgets
