// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/EvidenceLayer.h"

#include <QTest>

#include <cmath>

using namespace pleurascope;
using ui::review::EvidenceLayer;

class TestEvidenceLayer : public QObject {
    Q_OBJECT

    /// A hill of `height` about the middle of a 7 x 7 map, on a ground of -1.
    static explain::Heatmap hill(float height) {
        std::vector<float> values(49);
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x)
                values[std::size_t(y * 7 + x)] =
                    (height + 1) * std::exp(-float((x - 3) * (x - 3) + (y - 3) * (y - 3)) / 4) - 1;
        explain::Heatmap heatmap;
        heatmap.map = core::PixelBuffer::fromVector(7, 7, 1, core::SampleType::f32, std::move(values));
        heatmap.layer = "post_relu";
        return heatmap;
    }

private Q_SLOTS:
    void noEvidenceIsAnEmptyLayer() {
        QVERIFY(EvidenceLayer::of(hill(0), QSize(300, 400)).isEmpty());
        QVERIFY(EvidenceLayer::of(hill(-0.5F), QSize(300, 400)).isEmpty());
        QCOMPARE(EvidenceLayer::of(hill(0), QSize(300, 400)).layerName(), QStringLiteral("post_relu"));
    }

    void aMapIsRelativeToItsOwnMaximum() {
        // Only the ratio of the part above zero counts, so these two must draw the same.
        const auto small = EvidenceLayer::of(hill(1), QSize(300, 400));
        explain::Heatmap doubled = hill(1);
        std::vector<float> values(doubled.map.samples<float>().begin(), doubled.map.samples<float>().end());
        for (float& value : values)
            value *= 250;
        doubled.map = core::PixelBuffer::fromVector(7, 7, 1, core::SampleType::f32, std::move(values));
        const auto large = EvidenceLayer::of(doubled, QSize(300, 400));
        QCOMPARE(small.lines().size(), large.lines().size());
        QCOMPARE(small.heat(), large.heat());
    }

    void outlinesCloseAroundTheHillInFilmCoordinates() {
        const auto layer = EvidenceLayer::of(hill(3), QSize(700, 1400));
        QCOMPARE(layer.lines().size(), std::size_t(3));
        double area = HUGE_VAL;
        for (const auto& line : layer.lines()) {
            QVERIFY(line.points.isClosed());
            const QRectF box = line.points.boundingRect();
            QVERIFY(QRectF(0, 0, 700, 1400).contains(box));
            QVERIFY(std::abs(box.center().x() - 350) < 10 && std::abs(box.center().y() - 700) < 20);
            QVERIFY(box.width() * box.height() < area); // 3/4 lies within 1/2 lies within 1/4
            area = box.width() * box.height();
        }
    }

    void heatIsTransparentWhereThereIsNoEvidence() {
        const auto layer = EvidenceLayer::of(hill(1), QSize(448, 448));
        QCOMPARE(qAlpha(layer.heat().pixel(2, 2)), 0);
        const int strongest = qAlpha(layer.heat().pixel(224, 224));
        QVERIFY(strongest > 180 && strongest <= 192); // 75 % at most
    }
};

QTEST_GUILESS_MAIN(TestEvidenceLayer)
#include "tst_evidencelayer.moc"
