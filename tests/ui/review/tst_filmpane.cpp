// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmPane.h"
#include "ui/review/FilmView.h"
#include "ui/review/FrameBar.h"
#include "ui/review/ShutterPath.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A film at the screen: what its file draws over it and hides of it, and its frames.
class TestFilmPane : public QObject {
    Q_OBJECT

    /// A film of 100 x 100 at one grey, with a bar of overlay over rows 40 to 59 and a shutter that shows
    /// columns 20 to 79.
    static LoadedFilm film(int frame = 0, int frames = 1, double pixelAspect = 1) {
        intake::Film film;
        film.header.instance.frames = frames;
        film.header.instance.columns = film.header.instance.rows = 100;
        auto& image = film.image;
        image.pixels = core::PixelBuffer::fromVector(
            100, 100, 1, core::SampleType::u8, std::vector<std::uint8_t>(10000, std::uint8_t(100 + frame)));
        image.display.windows = {{128, 256, {}, {}}};
        image.display.pixelAspect = pixelAspect;
        imaging::Overlay overlay;
        overlay.top = 40;
        overlay.rows = 20;
        overlay.columns = 100;
        overlay.bits.assign(250, 0xff);
        image.display.overlays = {overlay};
        image.display.shutter.emplace();
        image.display.shutter->rectangle = {20, 79, 0, 99};
        return LoadedFilm::of(std::move(film), frame);
    }

    static int level(FilmView& view, double column, double row) {
        const QPoint place = (view.viewGeometry().toView({column, row}) / view.devicePixelRatioF()).toPoint();
        return qGray(view.grab().toImage().pixel(place * view.devicePixelRatioF()));
    }

    static void turnWheel(QWidget& view, int steps) {
        QWheelEvent event(QPointF(10, 10), view.mapToGlobal(QPointF(10, 10)), {}, {0, -120 * steps},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    FilmPane* m_pane = nullptr;

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }
    void init() {
        m_pane = new FilmPane;
        m_pane->resize(700, 600);
        m_pane->show();
    }
    void cleanup() { delete m_pane; }

    void overlaysAndShutterCanBeSwitchedOff() {
        m_pane->showFilm(film(), 0, 1);
        FilmView& view = m_pane->view();
        QCOMPARE(level(view, 50, 20), 100);
        QVERIFY(level(view, 50, 50) > 180); // overlay
        QCOMPARE(level(view, 10, 50), 0);   // shutter, over all
        view.setPlanesShown(false, true);
        QCOMPARE(level(view, 50, 50), 100);
        QCOMPARE(level(view, 10, 20), 0);
        view.setPlanesShown(false, false);
        QCOMPARE(level(view, 10, 20), 100);
    }

    void whileAFilmLoadsBlocksStandWhereItWill() {
        FilmView& view = m_pane->view();
        const QColor ground(Qt::black);
        m_pane->showLoading({100, 100});
        const auto middle = [&] { return view.grab().toImage().pixelColor(view.rect().center()); };
        QVERIFY(!view.isSkeletonShown()); // what comes at once does not flicker
        QCOMPARE(middle(), ground);
        QTRY_VERIFY(view.isSkeletonShown());
        const QColor block = middle();
        QVERIFY(block != ground && block.lightnessF() < 0.2);
        const QImage loading = view.grab().toImage();
        m_pane->showFilm(film(), 0, 1);
        QVERIFY(!view.isSkeletonShown());
        const QRect place = view.viewGeometry().filmRectInView().toRect();
        QCOMPARE(loading.pixelColor(QPoint(place.left() + 3, place.center().y())), block);
        QCOMPARE(loading.pixelColor(QPoint(place.right() - 3, place.center().y())), block);
        QCOMPARE(loading.pixelColor(QPoint(place.left() - 4, place.center().y())), ground);
    }

    void nothingIsLeftOfABlockWhereTheFilmCannotBeHad() {
        FilmView& view = m_pane->view();
        m_pane->showLoading({});
        QTRY_VERIFY(view.isSkeletonShown());
        m_pane->showError(QStringLiteral("Damaged."));
        QVERIFY(!view.isSkeletonShown());
        QCOMPARE(view.message(), QStringLiteral("Damaged."));
    }

    void theSharpPartHasThemToo() {
        m_pane->showFilm(film(), 0, 1);
        FilmView& view = m_pane->view();
        view.showOneToOne();
        QTest::qWait(50);
        QTRY_VERIFY(level(view, 50, 50) > 180);
        QCOMPARE(level(view, 50, 20), 100);
        QCOMPARE(level(view, 10, 20), 0);
    }

    void whatLeavesTheViewHasThemToo() {
        m_pane->showFilm(film(), 0, 1);
        FilmView& view = m_pane->view();
        const auto paint = [&](auto painted) {
            QImage picture(400, 400, QImage::Format_RGB32);
            QPainter painter(&picture);
            painted(painter);
            return picture;
        };
        const auto whole = [&] {
            return paint([&](QPainter& painter) { view.paintWhole(painter, {0, 0, 400, 400}, 1); });
        };
        const auto levelAt = [](const QImage& picture, int x, int y) { return qGray(picture.pixel(x, y)); };
        QCOMPARE(levelAt(whole(), 200, 80), 100);
        QVERIFY(levelAt(whole(), 200, 200) > 180);
        QCOMPARE(levelAt(whole(), 40, 200), 0);
        const QImage loupe = paint([&](QPainter& painter) {
            view.paintEnlarged(painter, {0, 0, 400, 400}, QPointF(50, 50), 4);
        });
        QVERIFY(levelAt(loupe, 200, 200) > 180);
        QCOMPARE(levelAt(loupe, 40, 80), 0);
        view.setPlanesShown(false, false);
        QCOMPARE(levelAt(whole(), 200, 200), 100);
        QCOMPARE(levelAt(whole(), 40, 80), 100);
    }

    void anEnlargedFilmStandsWhereItsPixelsAre() {
        m_pane->showFilm(film(), 0, 1);
        FilmView& view = m_pane->view();
        view.setPlanesShown(false, true);
        QTest::mouseMove(&view, {350, 300});
        for (int i = 0; i < 8; ++i) { // to the middle of the film, well above 1:1
            QWheelEvent event(QPointF(350, 300), view.mapToGlobal(QPointF(350, 300)), {}, {0, 120},
                              Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &event);
        }
        QVERIFY(view.viewGeometry().zoom() > 8);
        QTest::qWait(50);
        const QRectF seen = view.viewGeometry().visibleFilmRect();
        QCOMPARE(level(view, seen.center().x(), seen.center().y()), 100);
        QCOMPARE(level(view, seen.left() + 0.2, seen.top() + 0.2), 100);
        QCOMPARE(level(view, seen.right() - 0.2, seen.bottom() - 0.2), 100);
    }

    void pixelsThatAreNotSquareKeepTheirShape() {
        m_pane->showFilm(film(0, 1, 2), 0, 1);
        const QRectF placed = m_pane->view().viewGeometry().filmRectInView();
        QCOMPARE(placed.height(), 2 * placed.width());
        QCOMPARE(level(m_pane->view(), 50, 95), 100);
    }

    void theWheelGoesThroughFramesWhereThereAreSome() {
        QSignalSpy films(m_pane, &FilmPane::filmStepRequested);
        QSignalSpy frames(m_pane, &FilmPane::frameRequested);
        m_pane->showFilm(film(0, 3), 0, 2);
        turnWheel(m_pane->view(), 1);
        QCOMPARE(frames.count(), 1);
        QCOMPARE(frames.last().first().toInt(), 1);
        QCOMPARE(films.count(), 0);
        m_pane->showFilm(film(), 1, 2);
        turnWheel(m_pane->view(), 1);
        QCOMPARE(films.count(), 1);
        QCOMPARE(frames.count(), 1);
    }

    void anotherFrameKeepsWindowAndPlace() {
        m_pane->showFilm(film(0, 3), 0, 1);
        FilmView& view = m_pane->view();
        view.showOneToOne();
        FilmDisplay display = view.display();
        display.inverted = true;
        view.setDisplay(display);
        m_pane->showFrame(film(2, 3));
        QCOMPARE(view.viewGeometry().zoom(), 1.0);
        QVERIFY(view.display().inverted);
        QCOMPARE(level(view, 50, 20), 255 - 102);
        QCOMPARE(m_pane->frames().frame(), 2);
        m_pane->showNothing();
        QVERIFY(!m_pane->frames().isVisible());
    }

    void framesFollowTheirOwnWindowsButNotTheirOwnAutomaticOne() {
        const auto withWindow = [](double centre, int frame) {
            LoadedFilm loaded = film(frame, 3);
            intake::Film copy = *loaded.film;
            copy.image.display.windows = {{centre, 256, {}, {}}};
            return LoadedFilm::of(std::move(copy), frame);
        };
        const auto without = [](int frame) {
            intake::Film copy = *film(frame, 3).film;
            copy.image.display.windows.clear();
            copy.image.display.bitsStored = 7; // not for display as it is
            return LoadedFilm::of(std::move(copy), frame);
        };
        FilmView& view = m_pane->view();
        m_pane->showFilm(withWindow(128, 0), 0, 1);
        m_pane->showFrame(withWindow(100, 1));
        QCOMPARE(view.display().window.centre, 100.0);
        m_pane->showFilm(without(0), 0, 1);
        const imaging::Window first = view.display().window;
        m_pane->showFrame(without(1));
        m_pane->showFrame(without(2));
        QVERIFY(view.display().window == first);
        view.reset();
        QVERIFY(view.display().window == first);
    }

    void aShutterOfManyShapesShowsWhatAllShow() {
        imaging::DisplayParameters display = film().film->image.display;
        display.shutter->circle = {50, 50, 10};
        const QPainterPath hidden = hiddenByShutter(display, {100, 100});
        QVERIFY(!hidden.contains(QPointF(50.5, 50.5)));
        QVERIFY(hidden.contains(QPointF(65, 50)));
        display.shutter->polygon = {{40, 40}, {40, 60}, {50, 40}};
        QVERIFY(hiddenByShutter(display, {100, 100}).contains(QPointF(55, 55)));
        display.shutter = imaging::Shutter();
        display.shutter->overlayGroup = 0x6000;
        QVERIFY(hiddenByShutter(display, {100, 100}).contains(QPointF(50, 50)));
        QVERIFY(!hiddenByShutter(display, {100, 100}).contains(QPointF(50, 70)));
        display.shutter.reset();
        QVERIFY(hiddenByShutter(display, {100, 100}).isEmpty());
    }
};

QTEST_MAIN(TestFilmPane)
#include "tst_filmpane.moc"
