// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/FilmFile.h"

#include "engine/core/Files.h"
#include "engine/imaging/TiffWriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPdfWriter>

namespace pleurascope::ui::review {

namespace {

constexpr int jpegQuality = 95;
constexpr int pdfResolution = 300; ///< dots an inch

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::FilmFile)
};

core::PixelBuffer rgbOf(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    std::vector<std::uint8_t> samples;
    samples.reserve(std::size_t(rgb.width()) * std::size_t(rgb.height()) * 3);
    for (int y = 0; y < rgb.height(); ++y)
        samples.insert(samples.end(), rgb.constScanLine(y), rgb.constScanLine(y) + 3 * rgb.width());
    return core::PixelBuffer::fromVector(rgb.width(), rgb.height(), 3, core::SampleType::u8,
                                         std::move(samples));
}

core::Result<void> write(const QString& file, const QByteArray& bytes) {
    return core::writeFileAtomically(file.toStdString(),
                                     std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

core::Result<void> savePage(const FilmPage& page, FilmPage::Extent extent, const QString& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfResolution);
    writer.setPageLayout(page.layout(extent));
    writer.setTitle(Words::tr("Film"));
    writer.setCreator(QStringLiteral("PleuraScope"));
    if (!page.draw(writer, extent))
        return core::failure(core::ErrorCode::internal, "the PDF page does not begin", file.toStdString());
    return write(file, bytes);
}

} // namespace

core::Result<void> saveFilm(const FilmPage& page, FilmPage::Extent extent, const QString& file) {
    const QString end = QFileInfo(file).suffix().toLower();
    if (end == QLatin1String("pdf"))
        return savePage(page, extent, file);
    const QImage picture = page.picture(extent);
    if (end == QLatin1String("tif") || end == QLatin1String("tiff"))
        return imaging::writeTiff(file.toStdString(), rgbOf(picture), FilmPage::notice().toStdString());
    const bool isJpeg = end == QLatin1String("jpg") || end == QLatin1String("jpeg");
    if (!isJpeg && end != QLatin1String("png"))
        return core::failure(core::ErrorCode::invalidArgument, end.toStdString(), file.toStdString());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, isJpeg ? "JPEG" : "PNG", isJpeg ? jpegQuality : -1))
        return core::failure(core::ErrorCode::internal, "the picture cannot be encoded", file.toStdString());
    return write(file, bytes);
}

} // namespace pleurascope::ui::review
