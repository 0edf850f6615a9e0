// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/FilmCommands.h"
#include "ui/review/FilmView.h"
#include "ui/review/export/ExportDialog.h"
#include "ui/review/export/PrintPreview.h"
#include "ui/review/tags/TagFilterModel.h"
#include "ui/review/tags/TagTableModel.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPrinter>
#include <QScopeGuard>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Films that leave the program, and what a file says of itself.
class TestFilmPage : public QObject {
    Q_OBJECT

    std::unique_ptr<FilmView> m_view;
    store::StudyRecord m_study;

    static dicom::TagLine line(const std::string& path, const std::string& name, const std::string& value) {
        dicom::TagLine tag;
        tag.path = path;
        tag.group = std::uint16_t(std::stoi(path.substr(0, 4), nullptr, 16));
        tag.element = std::uint16_t(std::stoi(path.substr(5, 4), nullptr, 16));
        tag.vr = "LO";
        tag.name = name;
        tag.value = value;
        return tag;
    }

    static Mark lineAcross() {
        Mark mark;
        mark.uid = QStringLiteral("line");
        mark.kind = QStringLiteral("length");
        mark.points = {{600, 550}, {900, 550}};
        return mark;
    }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    }
    void init() {
        m_view = std::make_unique<FilmView>();
        m_view->resize(500, 400);
        m_view->show();
        m_view->showFilm(test::rampFilm(1500, 1200, 0.2), 0, 1);
        m_study.patientName = "DEMO^ANNA";
        m_study.patientId = "DEMO-0001";
        m_study.description = "Chest PA";
        m_study.date = "2026-03-16";
    }
    void cleanup() { m_view.reset(); }

    void theWholeFilmComesOutPixelByPixelWithTheNoticeBelow() {
        const FilmPage page(*m_view, m_study, true);
        const QImage picture = page.picture(FilmPage::Extent::wholeFilm);
        QCOMPARE(picture.width(), 1500);
        QVERIFY(picture.height() > 1200 && picture.height() < 1260);
        // the ramp rises to the right, as its window says
        const auto level = [&](int x) { return qGray(picture.pixel(x, 600)); };
        QVERIFY(level(100) < level(700) && level(700) < level(1400));
        int lit = 0;
        for (int x = 0; x < picture.width(); ++x)
            for (int y = 1202; y < picture.height(); ++y)
                lit += qGray(picture.pixel(x, y)) > 100 ? 1 : 0;
        QVERIFY(lit > 200); // words
    }

    void aTurnedFilmComesOutTurned() {
        m_view->turn(1);
        const QImage picture = FilmPage(*m_view, m_study, true).picture(FilmPage::Extent::wholeFilm);
        QCOMPARE(picture.width(), 1200);
        QVERIFY(qGray(picture.pixel(600, 200)) < qGray(picture.pixel(600, 1300))); // it rises downwards now
    }

    void theZoomedPartFillsAPageAsItFillsTheScreen() {
        m_view->showOneToOne(); // 500 of the 1500 columns are seen
        QImage paper(1000, 1000, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        m_view->paintAsShown(painter, QRect(0, 0, 1000, 1000), 1);
        painter.end();
        // as wide as the paper, as high as the view's shape says, and in the middle of it
        QCOMPARE(paper.pixelColor(500, 50), QColor(Qt::white));
        QCOMPARE(paper.pixelColor(500, 950), QColor(Qt::white));
        const QImage screen = m_view->picture();
        for (const int x : {150, 250, 350}) // off the middle, where nothing is written
            QVERIFY(std::abs(qGray(paper.pixel(2 * x, 100 + 2 * 230)) - qGray(screen.pixel(x, 230))) < 4);
        QImage whole(1000, 1000, QImage::Format_RGB32);
        QPainter wholePainter(&whole);
        m_view->paintWhole(wholePainter, QRect(0, 0, 1000, 1000), 1);
        wholePainter.end();
        QVERIFY(std::abs(qGray(whole.pixel(300, 560)) - qGray(paper.pixel(300, 560))) > 20);
    }

    void marksStandWhereTheyStandOnTheScreen() {
        m_view->showOneToOne();
        const QImage before = m_view->picture();
        m_view->addMark(lineAcross());
        const QImage screen = m_view->picture();
        QImage paper(1000, 800, QImage::Format_RGB32);
        QPainter painter(&paper);
        m_view->paintAsShown(painter, QRect(0, 0, 1000, 800), 1);
        painter.end();
        int found = 0;
        for (int y = 100; y < 300; ++y)
            if (screen.pixel(200, y) != before.pixel(200, y) && found == 0)
                found = y;
        QVERIFY(found > 0);
        QVERIFY(qGray(paper.pixel(400, 2 * found)) != qGray(paper.pixel(400, 2 * found + 40)));
    }

    void aPageLiesAsWhatStandsOnIt() {
        const FilmPage page(*m_view, m_study, true);
        m_view->turn(1);
        QCOMPARE(page.layout(FilmPage::Extent::wholeFilm).orientation(), QPageLayout::Portrait);
        QCOMPARE(page.layout(FilmPage::Extent::asShown).orientation(), QPageLayout::Landscape);
    }

    void whatIsChosenForFilesAndClipboardIsKeptApart() {
        QCOMPARE(ExportChoice().kept, FilmPage::Extent::wholeFilm);
        QCOMPARE(ExportChoice().copied, FilmPage::Extent::asShown);
        const ExportChoice other{FilmPage::Extent::asShown, FilmPage::Extent::wholeFilm};
        QCOMPARE(ExportChoice::fromLines(other.toLines()), other);
        QCOMPARE(ExportChoice::fromLines({QStringLiteral("nonsense")}), ExportChoice());
    }

    void theDialogKeepsWhatIsChosenAndWritesIt() {
        ExportDialog dialog(*m_view, m_study, true, {});
        QSignalSpy made(&dialog, &ExportDialog::choiceMade);
        QComboBox* kept = nullptr;
        for (QComboBox* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == QStringLiteral("Picture in files and on paper"))
                kept = box;
        QVERIFY(kept != nullptr);
        kept->setFocus();
        QTest::keyClick(kept, Qt::Key_Down);
        QCOMPARE(made.count(), 1);
        QCOMPARE(made[0][0].value<ExportChoice>().kept, FilmPage::Extent::asShown);
        const test::TemporaryFolder folder;
        const QString file = QString::fromStdString((folder.path() / "film.png").string());
        QVERIFY(dialog.save(file).has_value());
        QCOMPARE(QImage(file).width(), m_view->width());
    }

    void theDialogFitsAScreenAtTwiceTheTextSize() {
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 2);
        const auto back =
            qScopeGuard([] { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); });
        const ExportDialog dialog(*m_view, m_study, true, {});
        const QSize least = dialog.minimumSizeHint();
        QVERIFY2(least.width() <= 1440 && least.height() <= 900,
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
        const QSize room = dialog.screen()->availableSize();
        QVERIFY(dialog.width() <= std::max(room.width(), least.width()));
        QVERIFY(dialog.height() <= std::max(room.height(), least.height()));
    }

    void thePrintPreviewOffersBoth() {
        QPrinter printer(QPrinter::HighResolution);
        const FilmPage page(*m_view, m_study, true);
        PrintPreview preview(printer, page, FilmPage::Extent::wholeFilm);
        QSignalSpy chosen(&preview, &PrintPreview::extentChosen);
        QComboBox* extents = nullptr;
        for (QComboBox* box : preview.findChildren<QComboBox*>())
            if (box->accessibleName() == QStringLiteral("Picture"))
                extents = box;
        QVERIFY(extents != nullptr);
        QTest::keyClick(extents, Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<FilmPage::Extent>(), FilmPage::Extent::asShown);
    }

    void oneKeyCopiesWhatTheScreenShows() {
        for (const FilmCommand& command : filmCommands())
            if (command.key.id == QStringLiteral("review.copy"))
                command.run(*m_view);
        QCOMPARE(QGuiApplication::clipboard()->image().width(), m_view->width());
    }

    void hiddenNamesStayHidden() {
        QVERIFY(FilmPage(*m_view, m_study, true).identity().contains(QStringLiteral("DEMO^ANNA")));
        QCOMPARE(FilmPage(*m_view, m_study, false).identity(), (QStringList{QStringLiteral("Names hidden")}));
    }

    void everyFormatIsWrittenAndReadBack() {
        const test::TemporaryFolder folder;
        const ExportDialog dialog(*m_view, m_study, true, {});
        for (const char* name : {"film.png", "film.jpg", "film.tif"}) {
            const QString file = QString::fromStdString((folder.path() / name).string());
            QVERIFY2(dialog.save(file).has_value(), name);
            const auto bytes = core::readFile(file.toStdString());
            QVERIFY(bytes.has_value());
            const auto read = imaging::decodeImage(*bytes);
            QVERIFY2(read.has_value(), name);
            QCOMPARE(read->pixels.width(), 1500);
        }
        const QString pdf = QString::fromStdString((folder.path() / "film.pdf").string());
        QVERIFY(dialog.save(pdf).has_value());
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
        QCOMPARE(dialog.save(QStringLiteral("film.bmp")).error().code, core::ErrorCode::invalidArgument);
        QVERIFY(
            !dialog.save(QString::fromStdString((folder.path() / "none" / "film.png").string())).has_value());
    }

    void tagsAreFoundByNumberNameAndValue() {
        TagTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({line("0010,0010", "PatientName", "DEMO^ANNA"), line("0008,0060", "Modality", "DX"),
                    line("0018,1164", "ImagerPixelSpacing", "0.2\\0.2")});
        TagFilterModel found;
        found.setSourceModel(&model);
        for (const char* text : {"0018,1164", "00181164", "imagerpixel", "0.2"}) {
            found.setText(QString::fromLatin1(text));
            QCOMPARE(found.rowCount(), 1);
            QCOMPARE(found.index(0, TagTableModel::name).data().toString(),
                     QStringLiteral("ImagerPixelSpacing"));
        }
        found.setText(QStringLiteral("nothing"));
        QCOMPARE(found.rowCount(), 0);
    }

    void twoFilesAreComparedElementByElement() {
        TagTableModel model;
        model.show({line("0008,0060", "Modality", "DX"), line("0010,0010", "PatientName", "A")});
        model.compareWith({line("0010,0010", "PatientName", "B"), line("0008,0060", "Modality", "DX"),
                           line("0018,5101", "ViewPosition", "PA")});
        TagFilterModel found;
        found.setSourceModel(&model);
        QCOMPARE(found.rowCount(), 3);
        found.setOnlyDifferences(true);
        QCOMPARE(found.rowCount(), 2);
        QCOMPARE(found.index(0, TagTableModel::otherValue).data().toString(), QStringLiteral("B"));
        QCOMPARE(found.index(1, TagTableModel::value).data().toString(), QString());
    }
};

QTEST_MAIN(TestFilmPage)
#include "tst_filmpage.moc"
