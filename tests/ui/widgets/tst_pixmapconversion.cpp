// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PixmapConversion.h"

#include <QTest>

using pleurascope::core::PixelBuffer;
using pleurascope::core::SampleType;
using pleurascope::ui::widgets::toImage;

class TestPixmapConversion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greyOfAnyWidthKeepsItsRows();
    void coloursKeepTheirOrder();
    void theImageOutlivesTheBuffer();
    void nothingGivesNothing();
};

void TestPixmapConversion::greyOfAnyWidthKeepsItsRows() {
    std::vector<std::uint8_t> samples(5 * 3);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint8_t(i * 10);
    const QImage image = toImage(PixelBuffer::fromVector(5, 3, 1, SampleType::u8, samples));
    QCOMPARE(image.size(), QSize(5, 3));
    QCOMPARE(qGray(image.pixel(4, 2)), 140);
    QCOMPARE(qGray(image.pixel(0, 1)), 50);
}

void TestPixmapConversion::coloursKeepTheirOrder() {
    const QImage rgb =
        toImage(PixelBuffer::fromVector(1, 1, 3, SampleType::u8, std::vector<std::uint8_t>{1, 2, 3}));
    QCOMPARE(rgb.pixelColor(0, 0), QColor(1, 2, 3));
    const QImage rgba =
        toImage(PixelBuffer::fromVector(1, 1, 4, SampleType::u8, std::vector<std::uint8_t>{10, 20, 30, 128}));
    QCOMPARE(rgba.pixelColor(0, 0), QColor(10, 20, 30, 128));
}

void TestPixmapConversion::theImageOutlivesTheBuffer() {
    QImage image;
    {
        const auto buffer =
            PixelBuffer::fromVector(64, 64, 1, SampleType::u8, std::vector<std::uint8_t>(64 * 64, 77));
        image = toImage(buffer);
        QCOMPARE(image.constBits(), reinterpret_cast<const uchar*>(buffer.bytes().data()));
    }
    QCOMPARE(qGray(image.pixel(63, 63)), 77);
}

void TestPixmapConversion::nothingGivesNothing() {
    QVERIFY(toImage({}).isNull());
}

QTEST_GUILESS_MAIN(TestPixmapConversion)
#include "tst_pixmapconversion.moc"
