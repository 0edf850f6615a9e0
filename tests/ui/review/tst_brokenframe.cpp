// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SyntheticDicom.h"
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/FrameBar.h"
#include "ui/review/export/SeriesExport.h"

#include <QFile>
#include <QSignalSpy>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A film of several frames, one of which is damaged.
class TestBrokenFrame : public QObject, private test::PageFixture {
    Q_OBJECT

    static constexpr int side = 64;

    /// A frame of one grey as PS3.5 G.3 has it: a table of one segment, then runs of 128 bytes as they are.
    static std::string runLengths(int grey) {
        std::string frame(64, '\0');
        frame[0] = 1;
        frame[4] = 64;
        for (int run = 0; run < side * side / 128; ++run)
            frame += '\x7f' + std::string(128, char(grey));
        return frame;
    }

    /// Four frames; the one that is damaged holds no frame at all.
    qint64 addFilm(int damaged) {
        std::vector<std::string> frames;
        for (int frame = 0; frame < 4; ++frame)
            frames.push_back(frame == damaged ? std::string("none") : runLengths(60 + 40 * frame));
        test::SyntheticDicom file;
        file.size(side, side).depth(8, 8, 7, false).text({0x0028, 0x0008}, "IS", "4");
        file.text({0x0028, 0x1050}, "DS", "128").text({0x0028, 0x1051}, "DS", "256");
        file.text({0x0018, 0x1063}, "DS", "20");
        const auto path = m_folder->path() / "frames.dcm";
        QFile written(QString::fromStdString(path.string()));
        const std::string bytes = file.transferSyntax("1.2.840.10008.1.2.5").encapsulated(frames).file();
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes.data(), qint64(bytes.size())) < 0)
            qFatal("the film could not be written");
        return PageFixture::addFilm(path, "DEMO^ANNA");
    }

    FilmView& view() { return m_page->chosenView(); }
    FrameBar& bar() { return m_page->wall().primary().pane().frames(); }
    int shownLevel() { return qGray(view().picture().pixel(view().rect().center())); }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { openLibrary(); }
    void cleanup() { closeAll(); }

    void itsErrorStandsInItsPlaceAndTheOthersCanBeHad() {
        const qint64 study = addFilm(2);
        openPage();
        m_page->openStudy(study);
        QTRY_VERIFY(view().hasFilm());
        QCOMPARE(bar().frames(), 4);
        view().showOneToOne();
        const auto geometry = view().viewGeometry();
        bar().step(1);
        QTRY_COMPARE(bar().frame(), 1);
        const int level = shownLevel();
        bar().step(1);
        QTRY_COMPARE(bar().frame(), 2);
        QVERIFY(!view().hasFilm()); // nothing to draw on
        QVERIFY2(view().message().contains(QStringLiteral("Frame 3")), qPrintable(view().message()));
        QCOMPARE(bar().frames(), 4);
        QVERIFY(bar().isVisible());
        bar().step(1);
        QTRY_COMPARE(bar().frame(), 3);
        QVERIFY(view().hasFilm() && view().message().isEmpty());
        QVERIFY(shownLevel() > level);
        QCOMPARE(view().viewGeometry(), geometry); // as it was left
    }

    void theCineGoesOn() {
        const qint64 study = addFilm(2);
        openPage();
        m_page->openStudy(study);
        QTRY_VERIFY(view().hasFilm());
        QSignalSpy asked(&bar(), &FrameBar::frameRequested);
        bar().togglePlaying();
        QTRY_VERIFY(asked.count() > 8); // twice around
        QVERIFY(bar().isPlaying());
    }

    void aFilmWhoseFirstFrameIsDamagedOpensAllTheSame() {
        const qint64 study = addFilm(0);
        openPage();
        m_page->openStudy(study);
        QTRY_VERIFY(view().message().contains(QStringLiteral("Frame 1")));
        QVERIFY(!view().hasFilm());
        QCOMPARE(bar().frames(), 4);
        bar().togglePlaying();
        QTRY_VERIFY(view().hasFilm());
        QVERIFY(bar().isPlaying());
        QTRY_VERIFY(!view().hasFilm()); // round again
        QTRY_VERIFY(view().hasFilm());
    }

    void nothingIsDrawnOnADamagedFrame() {
        const qint64 study = addFilm(1);
        openPage();
        m_page->openStudy(study);
        QTRY_VERIFY(view().hasFilm());
        bar().step(1);
        QTRY_VERIFY(!view().hasFilm());
        view().setTool(QStringLiteral("length"));
        QTest::mousePress(&view(), Qt::LeftButton, {}, {200, 200});
        QTest::mouseMove(&view(), {300, 260});
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, {300, 260});
        QVERIFY(view().marks().marks().empty());
        m_page->wall().primary().toggleKeyImage();
        QVERIFY(m_library->keyImagesOf(study)->empty());
    }

    void aSeriesIsExportedWithoutIt() {
        const qint64 study = addFilm(0);
        SeriesExport exporter(*m_library, test::readerProgram());
        SeriesOrder order;
        order.films = *m_library->filmsOf(study);
        order.folder = QString::fromStdString(m_folder->path().string());
        order.ending = QStringLiteral("png");
        QSignalSpy finished(&exporter, &SeriesExport::finished);
        exporter.start(std::move(order));
        QVERIFY(finished.wait(20000));
        QCOMPARE(finished[0][0].toInt(), 3);
        QCOMPARE(finished[0][1].toStringList().size(), 1);
    }
};

QTEST_MAIN(TestBrokenFrame)
#include "tst_brokenframe.moc"
