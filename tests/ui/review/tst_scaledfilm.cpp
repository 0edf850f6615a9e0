// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ScaledFilm.h"

#include <QTest>

#include <memory>
#include <numeric>

using namespace pleurascope;
using ui::review::scaledFilm;

class TestScaledFilm : public QObject {
    Q_OBJECT

    static imaging::Image film(int width, int height, std::vector<std::uint16_t> values) {
        return {core::PixelBuffer::fromVector(width, height, 1, core::SampleType::u16, std::move(values)),
                {}};
    }
    static std::vector<std::uint16_t> valuesOf(const imaging::Image& image) {
        const auto samples = image.pixels.samples<std::uint16_t>();
        return {samples.begin(), samples.end()};
    }
    using Values = std::vector<std::uint16_t>;

private Q_SLOTS:
    void halvingAveragesFours() {
        const auto half =
            scaledFilm(film(4, 2, {0, 100, 10, 10, 200, 300, 30, 50}), QRectF(0, 0, 4, 2), QSize(2, 1));
        QCOMPARE(valuesOf(half), (Values{150, 25}));
    }

    void pixelsCountByTheAreaThatIsCovered() {
        // Three pixels in two: each takes one and a half.
        const auto scaled = scaledFilm(film(3, 1, {0, 300, 600}), QRectF(0, 0, 3, 1), QSize(2, 1));
        QCOMPARE(valuesOf(scaled), (Values{100, 500}));
    }

    void aPartMayBeginBetweenPixels() {
        const auto scaled = scaledFilm(film(4, 1, {0, 100, 200, 300}), QRectF(0.5, 0, 2, 1), QSize(1, 1));
        QCOMPARE(valuesOf(scaled), (Values{100})); // half of 0, 100, half of 200
    }

    void enlargingRepeatsPixels() {
        const auto scaled = scaledFilm(film(2, 1, {7, 9}), QRectF(0, 0, 2, 1), QSize(4, 2));
        QCOMPARE(valuesOf(scaled), (Values{7, 7, 9, 9, 7, 7, 9, 9}));
    }

    void paddingDoesNotBleedIntoTissue() {
        imaging::Image image = film(4, 1, {65535, 100, 65535, 65535});
        image.display.padding = imaging::PaddingRange{65535, 65535};
        const auto scaled = scaledFilm(image, QRectF(0, 0, 4, 1), QSize(2, 1));
        QCOMPARE(valuesOf(scaled), (Values{100, 65535}));
    }

    void meanOfALargeFilmIsKept() {
        Values values(301 * 203);
        std::iota(values.begin(), values.end(), std::uint16_t(0));
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
        const auto scaled =
            valuesOf(scaledFilm(film(301, 203, values), QRectF(0, 0, 301, 203), QSize(37, 29)));
        const double scaledMean = std::accumulate(scaled.begin(), scaled.end(), 0.0) / double(scaled.size());
        QVERIFY(std::abs(mean - scaledMean) < 1);
    }

    void coloursStayApart() {
        const imaging::Image image{
            core::PixelBuffer::fromVector(2, 1, 3, core::SampleType::u8,
                                          std::vector<std::uint8_t>{10, 20, 30, 30, 40, 50}),
            {}};
        const auto scaled = scaledFilm(image, QRectF(0, 0, 2, 1), QSize(1, 1));
        const auto samples = scaled.pixels.samples<std::uint8_t>();
        QCOMPARE(std::vector<int>(samples.begin(), samples.end()), (std::vector<int>{20, 30, 40}));
    }

    void stoppedGivesNothing() {
        const auto source = std::make_unique<std::stop_source>();
        source->request_stop();
        const auto scaled =
            scaledFilm(film(2, 2, {1, 2, 3, 4}), QRectF(0, 0, 2, 2), QSize(1, 1), source->get_token());
        QVERIFY(scaled.pixels.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestScaledFilm)
#include "tst_scaledfilm.moc"
