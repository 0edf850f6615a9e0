// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/EdgeLetters.h"
#include "ui/review/FilmFurniture.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Letters at the edges that say which side of the patient lies there, and what else stands beside a film.
class TestEdgeLetters : public QObject {
    Q_OBJECT

    static QString lettersOf(imaging::Orientation lying,
                             const dicom::PatientDirections& directions = {"L", "F"}) {
        const EdgeLetters letters = EdgeLetters::of(directions, lying);
        return QStringList{letters.left, letters.top, letters.right, letters.bottom}.join(QLatin1Char(' '));
    }

    static LoadedFilm film(const dicom::PatientDirections& directions) {
        intake::Film film = *test::rampFilm(400, 400).film;
        film.header.instance.directions = directions;
        return LoadedFilm::of(std::move(film));
    }

    /// What the letters add to a picture, in pixels of one of its edges: left, top, right, bottom.
    static std::array<int, 4> addedAtEdges(const QImage& with, const QImage& without) {
        std::array<int, 4> added{};
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x) {
                if (with.pixel(x, y) == without.pixel(x, y))
                    continue;
                const std::array<int, 4> away{x, y, with.width() - x, with.height() - y};
                ++added[std::size_t(std::min_element(away.begin(), away.end()) - away.begin())];
            }
        return added;
    }

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }

    void theyTurnWithTheFilm() {
        QCOMPARE(lettersOf({}), QStringLiteral("R H L F"));
        QCOMPARE(lettersOf({1, false}), QStringLiteral("F R H L")); // clockwise: its head to the right
        QCOMPARE(lettersOf({2, false}), QStringLiteral("L F R H"));
        QCOMPARE(lettersOf({3, false}), QStringLiteral("H L F R"));
    }

    void theyAreMirroredWithIt() {
        QCOMPARE(lettersOf({0, true}), QStringLiteral("L H R F"));
        QCOMPARE(lettersOf(imaging::Orientation{}.turned(1).flippedLeftRight()),
                 QStringLiteral("H R F L")); // as it lies now
    }

    void obliqueSidesKeepTheirLetters() { QCOMPARE(lettersOf({}, {"LP", "F"}), QStringLiteral("RA H LP F")); }

    void whereTheFileSaysNothingThereAreNone() {
        QVERIFY(EdgeLetters::of({}, {}).isEmpty());
        QCOMPARE(lettersOf({}, {"", "F"}), QStringLiteral(" H  F"));
    }

    void theViewShowsThemUnlessTheyAreNotWanted() {
        FilmView view;
        view.resize(700, 600);
        view.show();
        view.showFilm(film({"L", "F"}), 0, 1);
        const QImage with = view.picture();
        CornerChoice choice;
        choice.sides = false;
        view.setCornerChoice(choice);
        const auto added = addedAtEdges(with, view.picture());
        for (const int pixels : added)
            QVERIFY(pixels > 10 && pixels < 400);
        view.showFilm(film({}), 0, 1);
        view.setCornerChoice({});
        QCOMPARE(view.picture(), [&] {
            view.setCornerChoice(choice);
            return view.picture();
        }());
    }

    void badgesGiveWayToLongNames() {
        CornerNotes notes;
        notes.topLeft = {QStringLiteral("DEMO^ANNA"), QStringLiteral("DEMO-0017")};
        const QStringList badges{QStringLiteral("Lossy 12:1"), QStringLiteral("Flipped")};
        const FilmFurniture wide(QRectF(0, 0, 1000, 700));
        const FilmFurniture narrow(QRectF(0, 0, 300, 700));
        const double edge = wide.badgesTop(badges, notes);
        QVERIFY(narrow.lettersTop(badges, notes) > narrow.badgesTop(badges, notes));
        QVERIFY(FilmFurniture(QRectF(0, 0, 180, 700)).lettersTop({}, notes) > narrow.lettersTop({}, notes));
        QVERIFY(narrow.badgesTop(badges, notes) > edge + 2 * 17 - 8); // below both lines
        notes.topLeft.front() = QString(100, QLatin1Char('M'));
        QVERIFY(wide.badgesTop(badges, notes) > edge);
    }

    void theWholeFilmAndThePageHaveThemToo() {
        FilmView view;
        view.resize(700, 600);
        view.showFilm(film({"L", "F"}), 0, 1);
        CornerChoice none;
        none.sides = false;
        for (const bool whole : {true, false}) {
            const auto drawn = [&](const CornerChoice& choice) {
                view.setCornerChoice(choice);
                QImage paper(700, 600, QImage::Format_RGB32);
                QPainter painter(&paper);
                if (whole)
                    view.paintWhole(painter, paper.rect(), 1);
                else
                    view.paintAsShown(painter, paper.rect(), 1);
                return paper;
            };
            const auto added = addedAtEdges(drawn({}), drawn(none));
            for (const int pixels : added)
                QVERIFY(pixels > 10);
        }
    }
};

QTEST_MAIN(TestEdgeLetters)
#include "tst_edgeletters.moc"
