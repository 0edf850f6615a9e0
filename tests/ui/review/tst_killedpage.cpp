// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/DrawnFilms.h"
#include "ui/review/FilmView.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Theme.h"

#include <QDateTime>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A page that draws marks in a process of its own, killed in the middle.
class TestKilledPage : public QObject {
    Q_OBJECT

    static constexpr qint64 promised = 2000; ///< milliseconds after which a mark is safe

    test::TemporaryFolder m_folder;
    qint64 m_study = 0;

    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "library.sqlite"; }

    /// How many marks had been drawn `promised` before the process was killed, and how many in all.
    std::pair<int, int> drawAndKill(int milliseconds) {
        QProcess process;
        process.start(QStringLiteral(MARKING_PROCESS),
                      {QString::fromStdString(file().string()), QString::number(m_study)});
        if (!process.waitForStarted() || !process.waitForReadyRead(20000))
            return {-1, -1};
        QByteArray output;
        const qint64 begin = QDateTime::currentMSecsSinceEpoch();
        while (QDateTime::currentMSecsSinceEpoch() - begin < milliseconds)
            if (process.waitForReadyRead(20))
                output += process.readAll();
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        output += process.readAll();
        int safe = 0, all = 0;
        for (const QByteArray& line : output.split('\n')) {
            bool isTime = false;
            const qint64 drawn = line.toLongLong(&isTime);
            all += isTime ? 1 : 0;
            safe += isTime && drawn <= killed - promised ? 1 : 0;
        }
        return {safe, all};
    }

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(test::readerProgram()))
            QSKIP("pleurascope-reader is not built");
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    }

    void whatWasDrawnIsThereAgain() {
        for (int round = 0; round < 2; ++round) {
            std::filesystem::remove(file());
            {
                const auto library = store::Library::open(file());
                QVERIFY(library.has_value());
                m_study = test::addStudy(**library, m_folder.path(), "ANNA", "2026-01-01", 1);
            }
            const auto [safe, all] =
                drawAndKill(int(promised) + QRandomGenerator::global()->bounded(1000, 1800));
            QVERIFY2(safe > 5, qPrintable(QString::number(safe)));
            const auto library = store::Library::open(file());
            QVERIFY(library.has_value());
            ReviewPage page(**library, test::readerProgram());
            page.openStudy(m_study);
            QTRY_VERIFY(page.chosenView().hasFilm());
            const auto& marks = page.chosenView().marks().marks();
            QVERIFY2(int(marks.size()) >= safe && int(marks.size()) <= all + 1,
                     qPrintable(QStringLiteral("%1 kept of %2, %3 of them older than two seconds")
                                    .arg(marks.size())
                                    .arg(all)
                                    .arg(safe)));
            for (std::size_t i = 0; i < marks.size(); ++i) { // whole, in order, without a gap
                QCOMPARE(marks[i].uid, QStringLiteral("mark %1").arg(i + 1));
                QCOMPARE(marks[i].points.size(), 2);
            }
        }
    }
};

QTEST_MAIN(TestKilledPage)
#include "tst_killedpage.moc"
