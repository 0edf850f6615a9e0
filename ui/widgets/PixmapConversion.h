// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <QImage>

namespace pleurascope::ui::widgets {

/// The one place where pixels become a QImage. u8 with 1 (grey), 3 (RGB) or 4 channels (RGBA, straight
/// alpha). No copy: the image shares the buffer's memory and keeps it alive. An empty buffer gives a null
/// image.
[[nodiscard]] QImage toImage(const core::PixelBuffer& pixels);

/// Pixels of imaging::screenPixels as an image that is painted without being converted. Shares the pixels.
[[nodiscard]] QImage toScreenImage(const core::PixelBuffer& pixels);

} // namespace pleurascope::ui::widgets
