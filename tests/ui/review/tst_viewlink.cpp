// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/FilmView.h"
#include "ui/review/ViewLink.h"
#include "ui/widgets/Theme.h"

#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Two films side by side that go together.
class TestViewLink : public QObject {
    Q_OBJECT

    FilmView m_one;
    FilmView m_other;

    static double perMillimetre(const FilmView& view) {
        return view.viewGeometry().zoom() / view.measuredFilm().scale().x;
    }

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }
    void init() {
        for (FilmView* view : {&m_one, &m_other}) {
            view->resize(500, 600);
            view->show();
        }
        m_one.showFilm(test::rampFilm(400, 500, 0.4), 0, 1);
        m_other.showFilm(test::rampFilm(1000, 900, 0.2), 0, 1);
    }

    void linkedFilmsHaveOneScale() {
        ViewLink link;
        link.setViews(*this, {&m_one, &m_other});
        QVERIFY(std::abs(perMillimetre(m_one) - perMillimetre(m_other)) > 1e-3);
        link.setLinked(true);
        QCOMPARE(perMillimetre(m_one), perMillimetre(m_other));
        m_one.showOneToOne();
        QCOMPARE(perMillimetre(m_one), perMillimetre(m_other));
        QCOMPARE(m_one.viewGeometry().zoom(), 1.0);
        m_other.showOneToOne(); // either leads
        QCOMPARE(m_one.viewGeometry().zoom(), 2.0);
        link.setLinked(false);
        m_one.fit();
        QCOMPARE(m_other.viewGeometry().zoom(), 1.0);
    }

    void theyShowTheSamePlace() {
        ViewLink link;
        link.setViews(*this, {&m_one, &m_other});
        link.setLinked(true);
        ViewGeometry moved = m_one.viewGeometry();
        moved.setZoom(2);
        moved.centreOn({200 + 50, 250 - 25}); // 20 mm to the right of the middle, 10 mm above it
        m_one.setGeometryOfFilm(moved);
        QCOMPARE(m_other.viewGeometry().centre(), QPointF(500 + 100, 450 - 50));
    }

    void windowsGoTogetherAsShares() {
        ViewLink link;
        link.setViews(*this, {&m_one, &m_other});
        link.setLinked(true);
        FilmDisplay display = m_one.film().initial;
        display.window.width /= 2;
        display.window.centre += display.window.width;
        display.inverted = true;
        m_one.setDisplay(display);
        const imaging::Window& initial = m_other.film().initial.window;
        QCOMPARE(m_other.display().window.width, initial.width / 2);
        QCOMPARE(m_other.display().window.centre, initial.centre + initial.width / 2);
        QVERIFY(m_other.display().inverted);
        m_one.reset();
        QCOMPARE(m_other.display(), m_other.film().initial);
    }

    void withoutASpacingWidthsAreCompared() {
        m_other.showFilm(test::rampFilm(800, 1000), 0, 1);
        ViewLink link;
        link.setViews(*this, {&m_one, &m_other});
        link.setLinked(true);
        m_one.showOneToOne();
        QCOMPARE(m_other.viewGeometry().zoom(), 0.5);
    }
};

QTEST_MAIN(TestViewLink)
#include "tst_viewlink.moc"
