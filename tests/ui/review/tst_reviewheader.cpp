// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewHeader.h"
#include "ui/review/WindowPreset.h"
#include "ui/widgets/Theme.h"

#include <QTest>
#include <QToolButton>

using namespace pleurascope;
using namespace pleurascope::ui::review;

class TestReviewHeader : public QObject {
    Q_OBJECT

    static LoadedFilm film(std::vector<std::string> assumptions, std::vector<std::string> warnings) {
        intake::Film film;
        film.header.assumptions = std::move(assumptions);
        film.header.warnings = std::move(warnings);
        film.image.pixels =
            core::PixelBuffer::fromVector(2, 1, 1, core::SampleType::u8, std::vector<std::uint8_t>{0, 255});
        return LoadedFilm::of(std::move(film));
    }

    static QToolButton* notes(const ReviewHeader& header) {
        for (auto* button : header.findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Notes on this file"))
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }

    void notesOnAFileAreThereWhereThereAreSome() {
        ReviewHeader header;
        QVERIFY(notes(header));
        QVERIFY(notes(header)->isHidden());
        header.showFilm(
            film({"Bits Stored is not usable: 16 is taken"}, {"the preamble is that of a TIFF file"}));
        QVERIFY(!notes(header)->isHidden());
        const QString tip = notes(header)->toolTip();
        QVERIFY(tip.contains(QStringLiteral("Bits Stored")));
        QVERIFY(tip.indexOf(QStringLiteral("preamble")) < tip.indexOf(QStringLiteral("Bits Stored")));
        header.showFilm(film({}, {}));
        QVERIFY(notes(header)->isHidden());
    }

    void whatAFileSaysIsNeverMarkup() {
        ReviewHeader header;
        header.showFilm(film({"<img src=x>"}, {}));
        QVERIFY(!notes(header)->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(notes(header)->toolTip().contains(QStringLiteral("&lt;img")));
        header.showNoFilm();
        QVERIFY(notes(header)->isHidden());
    }

    void aFilmThatIsShownAsStoredSaysSo() {
        intake::Film source;
        source.image.pixels =
            core::PixelBuffer::fromVector(2, 1, 1, core::SampleType::u8, std::vector<std::uint8_t>{10, 230});
        const LoadedFilm shown = LoadedFilm::of(std::move(source));
        const auto presets = WindowPreset::of(shown);
        QCOMPARE(WindowPreset::indexOf(presets, shown.initial), 0); // nobody has moved it by hand
        QCOMPARE(presets[0].name, QStringLiteral("As stored"));
        QCOMPARE(presets[1].name, QStringLiteral("Automatic"));
    }

    void ownWindowsStandBehindTheFiles() {
        LoadedFilm shown = film({}, {});
        shown.automatic = shown.initial.window = {1000, 400, imaging::VoiFunction::linear, {}};
        const auto presets = WindowPreset::of(shown, OwnPreset::standard());
        QCOMPARE(presets.size(), std::size_t(2 + 4)); // automatic, full range; lung, mediastinum, bone, lines
        QCOMPARE(presets[2].name, QStringLiteral("Lung"));
        QCOMPARE(presets[2].display.window.centre, 1000 - 0.2 * 400);
        QCOMPARE(presets[2].display.window.width, 0.6 * 400);
    }

    void aModalityOfItsOwnTakesThePlaceOfTheOthers() {
        intake::Film source;
        source.header.series.modality = "CT";
        source.image.pixels =
            core::PixelBuffer::fromVector(2, 1, 1, core::SampleType::u8, std::vector<std::uint8_t>{0, 255});
        const LoadedFilm ct = LoadedFilm::of(std::move(source));
        const auto presets = WindowPreset::of(ct, OwnPreset::standard());
        QCOMPARE(presets.size(), std::size_t(3 + 3)); // as stored, too
        QCOMPARE(presets[3].display.window.centre, -600.0);
        QVERIFY(!OwnPreset::from({40, 400, {}, {}}, ct, QStringLiteral("m")).isRelative);
    }

    void aWindowIsFoundAgainOnTheFilmThatItWasKeptFrom() {
        const imaging::Window window{180, 60, imaging::VoiFunction::linear, {}};
        for (const bool inverted : {false, true}) {
            LoadedFilm shown = film({}, {});
            auto source = std::make_shared<intake::Film>(*shown.film);
            source->image.display.inverted = inverted;
            shown.film = source;
            const OwnPreset kept = OwnPreset::from(window, shown, QStringLiteral("Mine | yours"));
            QVERIFY(kept.isRelative);
            QCOMPARE(kept.windowOn(shown), window);
            QCOMPARE(OwnPreset::fromLine(kept.toLine()).value(), kept);
        }
        for (const char* wrong : {"", "CT|values|a|1|n", "CT|values|1|0|n", "CT|values|1|1|", "CT"})
            QVERIFY(!OwnPreset::fromLine(QString::fromLatin1(wrong)));
    }
};

QTEST_MAIN(TestReviewHeader)
#include "tst_reviewheader.moc"
