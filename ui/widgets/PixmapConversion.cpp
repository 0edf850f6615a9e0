// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PixmapConversion.h"

namespace pleurascope::ui::widgets {

namespace {

QImage viewed(const core::PixelBuffer& pixels, QImage::Format format) {
    auto* keptAlive = new core::PixelBuffer(pixels);
    const auto* first = reinterpret_cast<const uchar*>(pixels.bytes().data());
    const qsizetype stride = qsizetype(pixels.width()) * pixels.channels();
    return QImage(
        first, pixels.width(), pixels.height(), stride, format,
        [](void* buffer) { delete static_cast<core::PixelBuffer*>(buffer); }, keptAlive);
}

} // namespace

QImage toScreenImage(const core::PixelBuffer& pixels) {
    Q_ASSERT(pixels.isEmpty() || pixels.channels() == 4);
    return pixels.isEmpty() ? QImage() : viewed(pixels, QImage::Format_RGB32);
}

QImage toImage(const core::PixelBuffer& pixels) {
    if (pixels.isEmpty())
        return {};
    Q_ASSERT(pixels.type() == core::SampleType::u8);
    QImage::Format format = QImage::Format_Grayscale8;
    if (pixels.channels() == 3)
        format = QImage::Format_RGB888;
    else if (pixels.channels() == 4)
        format = QImage::Format_RGBA8888;
    return viewed(pixels, format);
}

} // namespace pleurascope::ui::widgets
