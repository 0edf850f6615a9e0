// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/marks/MarkCsv.h"
#include "ui/review/marks/MarkTableModel.h"
#include "ui/review/tools/FilmTool.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// What marks measure, and how it is written down.
class TestMarkKinds : public QObject {
    Q_OBJECT

    static MeasuredFilm film(double millimetres = 0, const std::vector<Mark>& marks = {}) {
        return {test::rampFilm(200, 100, millimetres).film, marks};
    }
    static Mark mark(const char* kind, const QPolygonF& points, const QString& words = {}) {
        return {Mark::newUid(),
                QString::fromLatin1(kind),
                0,
                points,
                words,
                QStringLiteral("Reader 1"),
                QStringLiteral("2026-11-22T08:14:00Z")};
    }
    static std::vector<MeasuredValue> valuesOf(const Mark& mark, const MeasuredFilm& film) {
        return markKind(mark.kind)->values(mark, film);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyToolHasItsOwnNameIconAndKey() {
        QSet<QString> ids, keys;
        for (const auto& tool : makeFilmTools()) {
            const ToolWords words = tool->words();
            QVERIFY2(!ids.contains(words.id), qPrintable(words.id));
            QVERIFY2(!keys.contains(words.key.toString()), qPrintable(words.id));
            ids << words.id;
            keys << words.key.toString();
            QVERIFY(!words.name.isEmpty() && !words.tip.isEmpty());
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(words.icon)), qPrintable(words.icon));
        }
        QVERIFY(ids.contains(toolId::window) && ids.contains(toolId::pan) && ids.contains(toolId::zoom));
    }

    void lengthsSayWhereTheirUnitComesFrom() {
        const Mark line = mark("length", {{10, 10}, {40, 50}});
        QCOMPARE(valuesOf(line, film())[0].text(), QStringLiteral("50.0 px"));
        QCOMPARE(valuesOf(line, film(0.2))[0].text(), QStringLiteral("10.0 mm at detector"));
    }

    void theScaleSaysWhereItComesFrom() {
        QCOMPARE(film().source(), QStringLiteral("No spacing"));
        QCOMPARE(film(0.143).source(), QStringLiteral("0.143 mm, at detector"));
    }

    void aKnownLengthCalibratesTheFilm() {
        const Mark known = mark("calibration", {{0, 0}, {100, 0}}, QStringLiteral("25"));
        const MeasuredFilm calibrated = film(0.2, {known});
        QCOMPARE(valuesOf(mark("length", {{0, 0}, {0, 40}}), calibrated)[0].text(),
                 QStringLiteral("10.0 mm"));
        QVERIFY(calibrated.source().contains(QStringLiteral("Reader 1")));
        QVERIFY(calibrated.isCalibratedByHand());
        // the newest of several counts, and one without sense does not
        const MeasuredFilm again =
            film(0.2, {known, mark("calibration", {{0, 0}, {100, 0}}, QStringLiteral("50")),
                       mark("calibration", {{0, 0}, {0, 0}}, QStringLiteral("9"))});
        QCOMPARE(again.scale().x, 0.5);
    }

    void typedLengthsAreTakenInTheReadersWay() {
        const MarkKind& kind = *markKind(QStringLiteral("calibration"));
        QCOMPARE(kind.acceptedWords(QStringLiteral(" 25.5 mm ")), QStringLiteral("25.5"));
        for (const char* wrong : {"", "mm", "-3", "0", "nan", "1e9"})
            QCOMPARE(kind.acceptedWords(QString::fromLatin1(wrong)), QString());
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(kind.acceptedWords(QStringLiteral("25,5")), QStringLiteral("25.5"));
        QLocale::setDefault(QLocale::c());
    }

    void regionsTellTheirGreyValues() {
        const Mark box = mark("rectangle", {{10, 20}, {30, 40}});
        const auto values = valuesOf(box, film(0.5));
        QCOMPARE(values.size(), std::size_t(5));
        QCOMPARE(values[0].number, 1000 + 10 * 19.5 + 29.5);
        QCOMPARE(values[2].number, 1000.0 + 100 + 20);
        QCOMPARE(values[3].number, 1000.0 + 290 + 39);
        QCOMPARE(values[4].number, 100.0);
        QCOMPARE(values[4].unit, QStringLiteral("mm² at detector"));
        const auto ellipse = valuesOf(mark("ellipse", {{10, 20}, {50, 60}}), film());
        QVERIFY(std::abs(ellipse[4].number - 400 * M_PI) < 1e-9);
    }

    void theRatioOfHeartAndThoraxStartsWithAMidline() {
        const MarkKind& kind = *markKind(QStringLiteral("ctr"));
        const QPolygonF points = kind.completed({{60, 50}, {120, 50}, {20, 60}, {180, 60}});
        QCOMPARE(points.size(), 6);
        QCOMPARE(points[4].x(), 100.0); // the middle of the thorax
        QVERIFY(points[4].y() < points[5].y());
        const auto values = valuesOf(mark("ctr", points), film(0.2));
        QCOMPARE(values[0].text(), QStringLiteral("0.38"));
        QCOMPARE(values[1].text(), QStringLiteral("12.0 mm at detector"));
    }

    void anApFilmWarnsOfALargeHeart() {
        auto loaded = test::rampFilm(200, 100);
        auto ap = std::make_shared<intake::Film>(*loaded.film);
        ap->header.instance.viewPosition = "AP";
        const MarkKind& kind = *markKind(QStringLiteral("ctr"));
        const Mark ratio = mark("ctr", kind.completed({{60, 50}, {120, 50}, {20, 60}, {180, 60}}));
        QCOMPARE(kind.label(ratio, {loaded.film, {}}).size(), 3);
        QCOMPARE(kind.label(ratio, {ap, {}}).size(), 4);
    }

    void anglesAreInDegrees() {
        QCOMPARE(valuesOf(mark("angle", {{50, 10}, {10, 10}, {10, 50}}), film())[0].text(),
                 QStringLiteral("90.0 °"));
        QCOMPARE(valuesOf(mark("cobb", {{0, 0}, {10, 0}, {0, 50}, {10, 60}}), film())[0].text(),
                 QStringLiteral("45.0 °"));
    }

    void marksAreKeptWhole() {
        Mark drawn = mark("text", {{1.25, 2.5}}, QStringLiteral("Erguß"));
        const Mark kept = Mark::of(drawn.record(7, false));
        drawn.madeAt.clear();
        QCOMPARE(kept, drawn);
        QCOMPARE(drawn.record(7, true).filmId, std::int64_t(7));
        QVERIFY(drawn.record(7, true).removed);
    }

    void theTableIsAWellBehavedModel() {
        MarkTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<Mark> marks{mark("length", {{0, 0}, {30, 40}}),
                                mark("text", {{1, 1}}, QStringLiteral("<b>note"))};
        model.setMarks(marks, film());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, MarkTableModel::value).data().toString(), QStringLiteral("50.0 px"));
        QVERIFY(!model.index(1, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
        marks.push_back(mark("rectangle", {{10, 20}, {30, 40}}));
        model.setMarks(marks, film());
        QCOMPARE(model.index(2, MarkTableModel::value).data().toString(), QStringLiteral("Mean 1224.5"));
        marks.pop_back();
        model.setMarks(marks, film());
        marks[0].points[1] = {60, 80};
        QPersistentModelIndex first(model.index(0, 1));
        model.setMarks(marks, film());
        QCOMPARE(first.data().toString(), QStringLiteral("100.0 px")); // the line stays, its value changes
        marks.erase(marks.begin());
        model.setMarks(marks, film());
        QCOMPARE(model.rowOf(marks[0].uid), 0);
    }

    void theCsvFileHasALineAValueAndNoFormulas() {
        const std::vector<Mark> marks{mark("length", {{0, 0}, {30, 40}}),
                                      mark("text", {{1, 1}}, QStringLiteral("=1+1, \"so\"")),
                                      mark("rectangle", {{0, 0}, {10, 10}})};
        const QStringList lines = marksAsCsv(marks, film(0.2), QStringLiteral("a.png"))
                                      .split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 1 + 1 + 5);
        QCOMPARE(lines[1],
                 QStringLiteral("a.png,1,1,length,Length,10,mm at detector,\"0.200 mm, at detector\",,"
                                "0.00 0.00 30.00 40.00,Reader 1,2026-11-22T08:14:00Z"));
        QVERIFY(lines[2].contains(QStringLiteral("\"'=1+1, \"\"so\"\"\"")));
    }
};

QTEST_MAIN(TestMarkKinds)
#include "tst_markkinds.moc"
