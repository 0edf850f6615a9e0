// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/CurveModel.h"
#include "ui/train/CurvePlot.h"

#include <QTest>

#include <limits>

using namespace pleurascope;
using namespace pleurascope::ui::train;

class TestCurveModel : public QObject {
    Q_OBJECT

    static training::EpochRecord record(int epoch, double loss, double validationAuc,
                                        double precision = 0.5) {
        training::EpochRecord result;
        result.epoch = epoch;
        result.training = {loss, 0.8, 0.8, precision, 0.5, 0, 0, 0};
        result.validation = {loss, 0.8, validationAuc, precision, 0.5, 0, 0, 0};
        return result;
    }

private Q_SLOTS:
    void rangesAreFixedUntilTheDataLeaveThem() {
        CurveModel curves;
        curves.begin(50);
        QCOMPARE(curves.valueRange(Measure::auc), (AxisRange{0.5, 1, 0.1}));
        curves.add(record(1, 0.4, 0.62));
        QCOMPARE(curves.valueRange(Measure::auc), (AxisRange{0.5, 1, 0.1}));
        QCOMPARE(curves.valueRange(Measure::precision), (AxisRange{0, 1, 0.25}));
        curves.add(record(2, 0.4, 0.43));
        QCOMPARE(curves.valueRange(Measure::auc).low, 0.4);
        curves.add(record(3, 0.4, 0.0));
        QCOMPARE(curves.valueRange(Measure::auc), (AxisRange{0, 1, 0.2}));
    }

    void lossStartsAtZeroAndCoversTheData() {
        CurveModel curves;
        curves.begin(10);
        curves.add(record(1, 0.83, 0.6));
        const AxisRange range = curves.valueRange(Measure::loss);
        QCOMPARE(range.low, 0.0);
        QVERIFY(range.high >= 0.83 && range.high <= 1.0);
        curves.add(record(2, 17.2, 0.6));
        QVERIFY(curves.valueRange(Measure::loss).high >= 17.2);
    }

    void aLossThatIsNoNumberDoesNotBreakTheAxis() {
        CurveModel curves;
        curves.begin(10);
        curves.add(record(1, 0.5, 0.6));
        curves.add(record(2, std::numeric_limits<double>::quiet_NaN(), 0.6));
        curves.add(record(3, std::numeric_limits<double>::infinity(), 0.6));
        QCOMPARE(curves.valueRange(Measure::loss).high, 0.5);
    }

    void theBestEpochIsTheEarliestOfEquals() {
        CurveModel curves;
        curves.begin(4);
        QVERIFY(!curves.bestEpoch());
        curves.add(record(1, 0.5, 0.7));
        curves.add(record(2, 0.5, 0.9));
        curves.add(record(3, 0.5, 0.9));
        QCOMPARE(*curves.bestEpoch(), 2);
    }

    void anEpochThatComesAgainReplacesWhatFollowed() {
        CurveModel curves;
        curves.begin(4);
        for (int i = 1; i <= 3; ++i)
            curves.add(record(i, 0.5, 0.7));
        curves.add(record(2, 0.3, 0.8));
        QCOMPARE(curves.numbers(), (QVector<double>{1, 2}));
        QCOMPARE(curves.values(Measure::loss, Side::training), (QVector<double>{0.5, 0.3}));
    }

    void theEpochAxisCoversThePlanAndWhatGoesBeyond() {
        CurveModel curves;
        curves.begin(50);
        QCOMPARE(curves.epochRange(), (AxisRange{0, 50, 10}));
        curves.begin(2);
        curves.add(record(7, 0.5, 0.7));
        QCOMPARE(curves.epochRange().high, 7.0);
    }

    void ticksAreRound() {
        QCOMPARE(tickStep(50), 10.0);
        QCOMPARE(tickStep(1), 0.2);
        QCOMPARE(tickStep(0.8), 0.2);
        QCOMPARE(tickStep(12), 2.0);
        QCOMPARE(tickStep(0), 1.0);
    }

    void labelsArePushedApart() {
        const auto [first, second] = CurvePlot::apart(100, 104, 14);
        QCOMPARE(second - first, 14.0);
        QCOMPARE(first + second, 204.0);
        const auto [upper, lower] = CurvePlot::apart(104, 100, 14);
        QCOMPARE(upper - lower, 14.0);
        QCOMPARE(CurvePlot::apart(0, 50, 14), (std::pair<double, double>(0, 50)));
    }
};

QTEST_APPLESS_MAIN(TestCurveModel)
#include "tst_curvemodel.moc"
