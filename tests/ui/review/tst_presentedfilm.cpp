// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmView.h"
#include "ui/review/presentation/PresentationMaker.h"

#include <QTest>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Presentation states of films that no page shows.
class TestPresentedFilm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A presentation state's chain takes the place of the file's, a mask included (PS3.4 N.2).
    void aFilmLessItsMaskIsPresentedAsTheNaturalFrame() {
        intake::Film film;
        film.header.study.uid = film.header.series.uid = "1.2";
        film.header.instance.uid = film.header.instance.sopClassUid = "1.3";
        film.image.pixels =
            core::PixelBuffer::fromVector(8, 8, 1, core::SampleType::f32, std::vector<float>(64, -3));
        film.natural = imaging::Image{
            core::PixelBuffer::fromVector(8, 8, 1, core::SampleType::u8, std::vector<std::uint8_t>(64, 9)),
            {}};
        const LoadedFilm shown = LoadedFilm::of(film);
        QCOMPARE(shown.range.low, -3.0);
        FilmView alone;
        alone.showFilm(shown, 0, 1);
        const auto kept = presentationOf(alone, QStringLiteral("x"), {});
        QVERIFY2(!kept.has_value(), "it would show the natural frame by the difference's window");
        dicom::PresentationState state;
        state.warnings = {"a mask"};
        const auto presented = shown.presentedBy(std::make_shared<const dicom::PresentationState>(state));
        QCOMPARE(presented.range.low, 9.0);
        QVERIFY(!presented.film->natural);
        QCOMPARE(presented.film->header.warnings, state.warnings);
        QCOMPARE(presented.presentedBy(nullptr).range.low, -3.0);
    }

    void aPictureWithoutIdentifiersIsRefusedInWords() {
        LoadedFilm plain = LoadedFilm::of(
            {{},
             {core::PixelBuffer::fromVector(8, 8, 1, core::SampleType::u8, std::vector<std::uint8_t>(64)),
              {}}});
        FilmView alone;
        alone.showFilm(plain, 0, 1);
        const auto state = presentationOf(alone, QStringLiteral("x"), {});
        QVERIFY(!state.has_value());
        QCOMPARE(state.error().code, core::ErrorCode::invalidArgument);
    }
};

QTEST_MAIN(TestPresentedFilm)
#include "tst_presentedfilm.moc"
