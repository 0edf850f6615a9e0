// SPDX-License-Identifier: GPL-3.0-or-later
// A film of 3000 x 3000 pixels of 16 bits in a window of 3840 x 2160: from an event of the hand to the
// painted picture, 300 events a gesture; from opening a film to its full picture; memory after many films.
// Run it where there is a display: xvfb-run -s '-screen 0 3840x2160x24'
// build/release/benchmarks/viewing_benchmark
#include "engine/store/Library.h"
#include "tests/benchmarks/Statistics.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/review/FilmCell.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <chrono>
#include <fstream>

namespace pleurascope::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;
using ui::review::FilmView;
constexpr int side = 3000;
constexpr int events = 300;
constexpr int films = 50;

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Counts what has been painted.
class PaintCounter : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            ++count;
        return QObject::eventFilter(watched, event);
    }
};

std::string filmFile(int number) {
    std::vector<std::uint16_t> values(std::size_t(side) * side);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::uint16_t((i % side + i / side + std::size_t(number) * 37) * 5 % 4096);
    return test::SyntheticDicom()
        .pixels(side, side, values)
        .text({0x0008, 0x0018}, "UI", "2.25." + std::to_string(number + 1))
        .file();
}

void move(FilmView& view, QPointF to, Qt::MouseButton button) {
    QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, button, {});
    QCoreApplication::sendEvent(&view, &event);
}

void press(FilmView& view, QEvent::Type type, QPointF at, Qt::MouseButton button) {
    QMouseEvent event(type, at, view.mapToGlobal(at), button,
                      type == QEvent::MouseButtonPress ? button : Qt::NoButton, {});
    QCoreApplication::sendEvent(&view, &event);
}

template <class Condition>
double waitFor(Condition&& condition) {
    const auto start = Clock::now();
    while (!condition() && since(start) < 10000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    return since(start);
}

void report(const char* what, std::vector<double> times, int painted) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[std::size_t(share * double(times.size() - 1))]; };
    std::printf(
        "  %-10s median %5.1f ms, 95th percentile %5.1f ms, largest %5.1f ms, %d of %d events painted\n",
        what, at(0.5), at(0.95), times.back(), painted, events);
}

/// Each event is painted before the next one comes, as the hand would see it.
void gesture(FilmView& view, const char* what, Qt::MouseButton button) {
    PaintCounter painted;
    view.installEventFilter(&painted);
    QPointF at(view.width() / 2.0, view.height() / 2.0);
    press(view, QEvent::MouseButtonPress, at, button);
    std::vector<double> times;
    int seen = 0;
    for (int i = 0; i < events; ++i) {
        at += QPointF(i / 25 % 2 == 0 ? 3 : -3, i / 40 % 2 == 0 ? 2 : -2);
        const int before = painted.count;
        const auto start = Clock::now();
        move(view, at, button);
        while (painted.count == before && since(start) < 1000)
            QCoreApplication::processEvents();
        times.push_back(since(start));
        seen += painted.count > before ? 1 : 0;
    }
    press(view, QEvent::MouseButtonRelease, at, button);
    const auto stopped = Clock::now();
    waitFor([&] { return view.isFinal(); });
    report(what, times, seen);
    std::printf("  %-10s the fine picture stood %.0f ms after the hand\n", "", since(stopped));
    view.removeEventFilter(&painted);
}

/// Fills itself, no more: what this machine's display takes for as many pixels.
class BareWidget : public QWidget {
public:
    BareWidget() { setAttribute(Qt::WA_OpaquePaintEvent); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), QColor(m_grey++ & 0xff, 0, 0)); }

private:
    int m_grey = 0;
};

/// The floor: a widget of `size` that fills itself at each event.
void floorOf(const char* what, QSize size) {
    BareWidget widget;
    widget.resize(size);
    widget.show();
    PaintCounter painted;
    widget.installEventFilter(&painted);
    waitFor([&] { return painted.count > 0; });
    std::vector<double> times;
    for (int i = 0; i < events; ++i) {
        const int before = painted.count;
        const auto start = Clock::now();
        widget.update();
        while (painted.count == before && since(start) < 1000)
            QCoreApplication::processEvents();
        times.push_back(since(start));
    }
    report(what, times, events);
}

long residentKilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::atol(line.c_str() + 6);
    return 0;
}

void openFilms(ui::review::FilmCell& cell, store::Library& library, const test::TemporaryFolder& folder) {
    std::vector<double> times;
    long afterTen = 0;
    for (int i = 0; i < films; ++i) {
        store::StudyRecord study;
        study.studyUid = "2.25.9" + std::to_string(i);
        store::FilmRecord film;
        film.path = folder.write("film.dcm", filmFile(i)).string();
        film.sopInstanceUid = "2.25." + std::to_string(i + 1);
        const auto added = library.addFilm(study, film);
        film.id = added->filmId;
        const auto start = Clock::now();
        cell.hang({added->studyId, film, 0, 1, {}});
        waitFor([&] { return cell.view().hasFilm() && cell.view().isFinal(); });
        QCoreApplication::processEvents();
        times.push_back(since(start));
        if (i == 9)
            afterTen = residentKilobytes();
    }
    const Spread spread = spreadOf(times);
    std::printf("opening a film to its full picture: median %.0f ms, largest %.0f ms\n", spread.median,
                spread.high);
    std::printf("memory after the 10th film %.0f MB, after the %dth %.0f MB\n", double(afterTen) / 1024,
                films, double(residentKilobytes()) / 1024);
}

int run() {
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    const test::TemporaryFolder folder;
    auto library = store::Library::open(folder.path() / "library.sqlite");
    if (!library)
        return 1;
    ui::review::FilmCell cell(**library, PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    cell.resize(QGuiApplication::primaryScreen()->size());
    cell.show();
    openFilms(cell, **library, folder);
    FilmView& view = cell.view();
    std::printf("%d x %d in a view of %d x %d (%s)\n", side, side, view.width(), view.height(),
                qPrintable(QGuiApplication::platformName()));
    std::printf("a bare widget that fills itself\n");
    floorOf("whole", view.size());
    floorOf("film", {2128, 2128});
    view.setTool(QStringLiteral("window"));
    std::printf("fitted\n");
    gesture(view, "window", Qt::LeftButton);
    gesture(view, "zoom", Qt::RightButton);
    gesture(view, "pan", Qt::MiddleButton);
    view.showOneToOne();
    waitFor([&] { return view.isFinal(); });
    std::printf("one to one\n");
    gesture(view, "window", Qt::LeftButton);
    gesture(view, "pan", Qt::MiddleButton);
    gesture(view, "zoom", Qt::RightButton);
    return 0;
}

} // namespace
} // namespace pleurascope::benchmarks

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    return pleurascope::benchmarks::run();
}
