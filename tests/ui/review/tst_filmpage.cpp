// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/FilmView.h"
#include "ui/review/export/ExportDialog.h"
#include "ui/review/tags/TagFilterModel.h"
#include "ui/review/tags/TagTableModel.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLocale>
#include <QTest>

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
        const QImage picture = page.picture(FilmPage::Size::wholeFilm);
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
        const QImage picture = FilmPage(*m_view, m_study, true).picture(FilmPage::Size::wholeFilm);
        QCOMPARE(picture.width(), 1200);
        QVERIFY(qGray(picture.pixel(600, 200)) < qGray(picture.pixel(600, 1300))); // it rises downwards now
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
