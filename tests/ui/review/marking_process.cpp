// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a study on the Review page and draws one length after another until it is killed; says of each, on
// standard output, when it was drawn: milliseconds since the epoch.
#include "tests/ui/review/DrawnFilms.h"
#include "ui/review/FilmView.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDateTime>
#include <QTimer>

#include <cstdio>

int main(int argc, char** argv) {
    using namespace pleurascope;
    using namespace pleurascope::ui::review;
    const QApplication application(argc, argv);
    if (argc != 3)
        return 2;
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    auto library = store::Library::open(argv[1]);
    if (!library)
        return 1;
    ReviewPage page(**library, test::readerProgram());
    page.resize(1200, 800);
    page.show();
    page.openStudy(QByteArray(argv[2]).toLongLong());
    QTimer hand;
    int drawn = 0;
    QObject::connect(&hand, &QTimer::timeout, &page, [&] {
        FilmView& view = page.chosenView();
        if (!view.hasFilm())
            return;
        Mark mark;
        mark.uid = QStringLiteral("mark %1").arg(++drawn);
        mark.kind = QStringLiteral("length");
        mark.points = {{double(drawn % 200), 20}, {100, 200}};
        view.addMark(mark);
        std::printf("%lld\n", static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
    });
    hand.start(40);
    return QApplication::exec();
}
