// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/reading/Importer.h"
#include "engine/store/Library.h"
#include "tests/support/Dciodvfy.h"
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/presentation/PresentationDialog.h"
#include "ui/review/presentation/PresentationMaker.h"
#include "ui/widgets/Theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Presentation states and key images, over a library with one DICOM film and the real reader.
class TestPresentation : public QObject, private test::PageFixture {
    Q_OBJECT

    qint64 m_study = 0;

    void import(const std::filesystem::path& path) {
        intake::FilmReader own(test::readerProgram());
        const auto report = reading::importFilms({path}, own, *m_library, {}, {}, {});
        QVERIFY(report.has_value());
        if (!report->studyIds.empty())
            m_study = report->studyIds.front();
    }

    void addFilm(const std::string& name, bool inverted = false) {
        const auto path = m_folder->path() / (name + ".dcm");
        QVERIFY(dicom::writeFilm(path, test::squareFilm(name, inverted)).has_value());
        import(path);
    }

    void open() {
        m_page->openStudy(m_study);
        QTRY_VERIFY(view().hasFilm());
        QTRY_VERIFY(view().isFinal());
    }

    FilmView& view() { return m_page->chosenView(); }

    /// Window, polarity, orientation and place as no file has them, and a length.
    void arrange() {
        FilmDisplay display = view().display();
        display.voiTable = -1;
        display.window = {1500, 1800, imaging::VoiFunction::linear, {}};
        view().change(QStringLiteral("window"), [&] { view().setDisplay(display); });
        view().invert();
        view().turn(1);
        view().flip();
        ViewGeometry geometry = view().viewGeometry();
        geometry.showRect(QRectF(120, 90, 160, 120)); // what is beside it is the film's, too
        view().change(QStringLiteral("place"), [&] { view().setGeometryOfFilm(geometry); });
        Mark mark;
        mark.uid = Mark::newUid();
        mark.kind = QStringLiteral("length");
        mark.points = {{150, 120}, {210, 160}};
        view().addMark(mark);
        view().marks().choose({});
    }

    /// Through the dialog, as by hand.
    std::filesystem::path save(const QString& words) {
        const auto file = m_folder->path() / "view.dcm";
        m_page->savePresentation(m_page->wall());
        auto* dialog = m_page->findChild<PresentationDialog*>();
        if (dialog == nullptr)
            return {};
        for (auto* field : dialog->findChildren<QLineEdit*>()) {
            const QString name = field->accessibleName();
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, name == QLatin1String("Called") ? words
                                    : name == QLatin1String("By")   ? QStringLiteral("Rehm, Anna")
                                                                    : QString::fromStdString(file.string()));
        }
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Save"))
                QTest::mouseClick(button, Qt::LeftButton);
        for (int i = 0; i < 100 && view().film().presentations.empty(); ++i)
            QTest::qWait(20);
        return file;
    }

    void present(const std::string& file) {
        QSignalSpy shown(&m_page->wall().grid().chosen(), &FilmCell::filmShown);
        m_page->wall().grid().chosen().present(file);
        QVERIFY(shown.wait());
        QTRY_VERIFY(view().isFinal());
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }

    void init() {
        openLibrary();
        openPage();
    }

    void cleanup() { closeAll(); }

    void aSavedViewReopensAsItWas() {
        addFilm("image");
        open();
        arrange();
        const ViewState before = view().state();
        const QRectF seen = before.geometry.visibleFilmRect();
        const QImage picture = view().picture();
        const auto file = save(QStringLiteral("effusion left"));
        QVERIFY(std::filesystem::exists(file));
        if (test::isDciodvfyThere())
            QCOMPARE(QString::fromStdString(test::dciodvfyErrors(file)), QString());
        view().reset();
        QVERIFY(view().viewGeometry().orientation().isAsStored());
        present(file.string());
        QCOMPARE(view().viewGeometry().orientation(), before.geometry.orientation());
        QCOMPARE(view().display().window.centre, before.display.window.centre);
        QCOMPARE(view().display().window.width, before.display.window.width);
        const QRectF again = view().viewGeometry().visibleFilmRect();
        QVERIFY(std::abs(again.left() - seen.left()) < 1.01 && std::abs(again.right() - seen.right()) < 1.01);
        QVERIFY(std::abs(again.top() - seen.top()) < 1.01 && std::abs(again.bottom() - seen.bottom()) < 1.01);
        // film, line and label: badges and notes apart, which say that it is a presentation
        const QImage now = view().picture();
        QCOMPARE(now.size(), picture.size());
        int different = 0, all = 0;
        for (int y = 60; y < now.height() - 100; ++y)
            for (int x = 200; x < now.width() - 200; ++x, ++all)
                different += std::abs(qGray(now.pixel(x, y)) - qGray(picture.pixel(x, y))) > 24 ? 1 : 0;
        QVERIFY2(different * 50 < all, qPrintable(QStringLiteral("%1 of %2").arg(different).arg(all)));
    }

    void theFilesGreyLevelsAreThoseOnTheScreen() {
        for (const bool monochrome1 : {false, true})
            for (const bool inverted : {false, true}) {
                cleanup();
                init();
                addFilm("image", monochrome1);
                open();
                FilmDisplay display = view().display();
                display.window = {1500, 1800, imaging::VoiFunction::linear, {}};
                display.inverted = inverted;
                view().setDisplay(display);
                const auto state = presentationOf(view(), QStringLiteral("x"), {});
                QVERIFY(state.has_value());
                imaging::Image image = view().film().film->image;
                const auto screen = imaging::render(image, display.window, inverted);
                image.display =
                    dicom::displayBy(*state, image.display, view().film().film->header.instance.uid, 0);
                const auto file = imaging::renderDefault(image);
                QVERIFY(std::ranges::equal(screen.bytes(), file.bytes()));
            }
    }

    void marksGiveWayUntilOneIsDrawn() {
        addFilm("image");
        open();
        arrange();
        const auto file = save(QStringLiteral("with a length"));
        QCOMPARE(view().shownMarks().size(), std::size_t(1));
        present(file.string());
        QVERIFY(view().shownMarks().empty());
        QVERIFY2(view().areOverlaysShown(), "what the presentation draws");
        QCOMPARE(view().film().presentation->annotations.size(), std::size_t(1));
        Mark mark;
        mark.uid = Mark::newUid();
        mark.kind = QStringLiteral("length");
        mark.points = {{10, 10}, {20, 20}};
        view().addMark(mark);
        QCOMPARE(view().shownMarks().size(), std::size_t(2));
        present({});
        QVERIFY(view().film().presentation == nullptr);
        QCOMPARE(view().shownMarks().size(), std::size_t(2));
        QVERIFY(view().viewGeometry().orientation().isAsStored());
        QCOMPARE(view().display().window.centre, 2000.0);
    }

    void planesThatAPresentationBringsAreSavedAgain() {
        addFilm("image");
        open();
        auto state = presentationOf(view(), QStringLiteral("hides the left"), {});
        QVERIFY(state.has_value());
        imaging::Overlay half; // of bits, over the left half
        half.group = 0x6004;
        half.rows = 300;
        half.columns = 200;
        half.bits.assign(300 * 200 / 8, 0xff);
        state->overlays = {half};
        state->shutter.emplace();
        state->shutter->overlayGroup = half.group;
        const auto file = m_folder->path() / "hiding.dcm";
        QVERIFY(dicom::writePresentation(file, *state).has_value());
        present(file.string());
        const auto again = presentationOf(view(), QStringLiteral("as before"), {});
        QVERIFY(again.has_value());
        QVERIFY(again->shutter && again->shutter->overlayGroup == half.group);
        QCOMPARE(again->overlays.size(), std::size_t(1));
        QVERIFY(again->overlays[0].bits == half.bits);
        QVERIFY(dicom::writePresentation(m_folder->path() / "again.dcm", *again).has_value());
    }

    void aSavedPresentationIsOfferedAtTheNextStart() {
        addFilm("image");
        open();
        const auto file = save(QStringLiteral("kept"));
        m_page = std::make_unique<ReviewPage>(*m_library, test::readerProgram());
        m_page->resize(1376, 820);
        m_page->show();
        open();
        QCOMPARE(view().film().presentations.size(), std::size_t(1));
        QCOMPARE(view().film().presentations[0].path, file.string());
        QCOMPARE(view().film().presentations[0].creator, std::string("Rehm^Anna"));
    }

    void importedPresentationsAreOfferedAndOthersRefused() {
        addFilm("other");
        open();
        const auto file = save(QStringLiteral("of another film"));
        const auto bytes = core::readFile(file);
        QVERIFY(bytes.has_value());
        cleanup();
        init(); // a library without the other film
        const auto again = m_folder->path() / "state.dcm";
        QVERIFY(core::writeFileAtomically(again, std::span<const std::byte>(*bytes)).has_value());
        addFilm("image");
        import(again);
        open();
        QVERIFY(view().film().presentations.empty());
        QSignalSpy trouble(m_page.get(), &ReviewPage::troubleFound);
        m_page->wall().grid().chosen().present(again.string());
        QVERIFY(trouble.wait());
        QVERIFY(view().film().presentation == nullptr);
    }

    void aKeyMarksAKeyImageAndAKeyFindsItAgain() {
        addFilm("image");
        addFilm("second");
        open();
        const qint64 first = m_page->wall().grid().chosen().hung()->film.id;
        QVERIFY(!view().isKeyImage());
        QTest::keyClick(&view(), Qt::Key_K);
        QVERIFY(view().isKeyImage());
        QTRY_COMPARE(m_library->keyImagesOf(m_study)->size(), std::size_t(1));
        m_page->wall().stepFilm(1);
        QTRY_VERIFY(m_page->wall().grid().chosen().hung()->film.id != first);
        QTRY_VERIFY(view().film().film->header.instance.uid == dicom::uidFromSeed("second"));
        QVERIFY(!view().isKeyImage());
        QTest::keyClick(&view(), Qt::Key_K, Qt::ShiftModifier);
        QTRY_VERIFY(view().film().film->header.instance.uid == dicom::uidFromSeed("image"));
        QVERIFY(view().isKeyImage());
        QTest::keyClick(&view(), Qt::Key_K);
        QTRY_VERIFY(m_library->keyImagesOf(m_study)->empty());
    }
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
