// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QImage;
class QPainter;
class QRect;

namespace pleurascope::ui::films {

/// What stands in a list in the place of a film.
enum class ThumbnailState { loading, ready, failed };

/// The middle of the thumbnail, square, on black; a block while it is on its way; a triangle where there is
/// none to be had.
void paintThumbnail(QPainter& painter, const QRect& place, const QImage& thumbnail, ThumbnailState state);

} // namespace pleurascope::ui::films
