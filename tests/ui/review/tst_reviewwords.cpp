// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/CornerNotes.h"
#include "ui/review/OpinionText.h"
#include "ui/review/VerdictDraft.h"
#include "ui/review/WindowPreset.h"

#include <QLocale>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// What the page says and keeps, without its widgets.
class TestReviewWords : public QObject {
    Q_OBJECT

    static store::PredictionRecord prediction(double probability) {
        store::PredictionRecord record;
        record.probability = probability;
        record.threshold = 0.5;
        record.modelName = "effusion";
        record.modelHash = "0123456789abcdef";
        return record;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void atTheThresholdIsFlagged() {
        QVERIFY(OpinionText::of(prediction(0.5)).flagged);
        QVERIFY(!OpinionText::of(prediction(0.499)).flagged);
    }

    void wordsDoNotContradictTheFigures() {
        QCOMPARE(OpinionText::of(prediction(0.83)).comparison, QStringLiteral("above the threshold 0.50"));
        QCOMPARE(OpinionText::of(prediction(0.499)).score, QStringLiteral("0.50"));
        QCOMPARE(OpinionText::of(prediction(0.499)).comparison,
                 QStringLiteral("just below the threshold 0.50"));
        QCOMPARE(OpinionText::of(prediction(0.1)).title, QStringLiteral("No sign of effusion found"));
    }

    void onlyAScoreThatIsNotCalibratedIsCalledSo() {
        store::PredictionRecord record = prediction(0.7);
        QCOMPARE(OpinionText::of(record).kind, QStringLiteral("uncalibrated score"));
        record.calibrated = true;
        QCOMPARE(OpinionText::of(record).kind, QStringLiteral("calibrated probability"));
    }

    void aModelTellsHowItWasCalibratedAndHowItDid() {
        weights::ModelDescription model;
        QCOMPARE(OpinionText::modelFacts(model), QStringLiteral("Not calibrated"));
        model.calibratedOn = 96;
        model.temperature = 1.625;
        model.thresholdRule = "youden";
        model.provenance.metrics = {{"val_brier", 0.123}, {"val_ece", 0.04}};
        QCOMPARE(OpinionText::modelFacts(model),
                 QStringLiteral("Calibrated on 96 film(s), temperature 1.63\n"
                                "Threshold: most sensitivity and specificity in validation\n"
                                "Brier score 0.123\nCalibration error 0.040"));
    }

    void demonstrationModelsSaySo() {
        store::PredictionRecord record = prediction(0.7);
        QVERIFY(OpinionText::of(record).demonstration.isEmpty());
        record.phantomsOnly = true;
        QCOMPARE(OpinionText::of(record).demonstration,
                 QStringLiteral("Demonstration model, trained on phantoms only"));
        QCOMPARE(OpinionText::of(record).model, QStringLiteral("effusion (0123456)"));
    }

    void filmsThatAreNotDicomSaySo() {
        intake::FilmHeader header;
        header.kind = intake::FileKind::png;
        header.instance.rows = 400;
        header.instance.columns = 300;
        const CornerNotes notes = CornerNotes::of(header, 0, 1);
        QCOMPARE(notes.topLeft.first(), QStringLiteral("PNG, not DICOM"));
        QCOMPARE(notes.bottomRight, (QStringList{QStringLiteral("300 × 400")}));
        QVERIFY(notes.topRight.isEmpty());
    }

    void cornersCarryPatientAndStudy() {
        intake::FilmHeader header;
        header.patient = {"DEMO^ANNA", "DEMO-0017", {}, "F"};
        header.study.age = "067Y";
        header.study.date = "2026-11-22";
        header.study.time = "08:14:00";
        header.series.bodyPart = "CHEST";
        header.instance.viewPosition = "PA";
        header.instance.spacing = {0.143, 0.143, dicom::SpacingSource::atDetector};
        const CornerNotes notes = CornerNotes::of(header, 1, 2);
        QCOMPARE(notes.topLeft, (QStringList{QStringLiteral("DEMO^ANNA"), QStringLiteral("DEMO-0017"),
                                             QStringLiteral("F 67 years")}));
        QCOMPARE(notes.topRight, (QStringList{QStringLiteral("CHEST PA"), QStringLiteral("22 Nov 2026 08:14"),
                                              QStringLiteral("Film 2 of 2")}));
        CornerChoice choice;
        choice.study = false;
        QVERIFY(notes.chosen(choice).topRight.isEmpty());
        QCOMPARE(notes.chosen(choice).topLeft, notes.topLeft);
        choice.names = false;
        QCOMPARE(notes.chosen(choice).topLeft, (QStringList{QStringLiteral("Names hidden")}));
    }

    void lossyFilmsSayHowMuch() {
        dicom::Instance instance;
        QCOMPARE(CornerNotes::lossyBadge(instance), QString());
        instance.isLossy = true;
        QCOMPARE(CornerNotes::lossyBadge(instance), QStringLiteral("Lossy"));
        instance.lossyRatio = 12.4;
        QCOMPARE(CornerNotes::lossyBadge(instance), QStringLiteral("Lossy 12:1"));
        instance.lossyRatio = 4.21;
        QCOMPARE(CornerNotes::lossyBadge(instance), QStringLiteral("Lossy 4.2:1"));
    }

    void aNameHasItsOwnScriptBelow() {
        intake::FilmHeader header;
        header.patient.name = "Yamada^Tarou";
        header.patient.ideographic = "山田^太郎";
        header.patient.phonetic = "やまだ^たろう";
        header.isPartial = true;
        const CornerNotes notes = CornerNotes::of(header, 0, 1);
        QCOMPARE(notes.topLeft, (QStringList{QStringLiteral("Yamada^Tarou"), QStringLiteral("山田^太郎")}));
        QVERIFY(notes.topRight.last().startsWith(QStringLiteral("Picture incomplete")));
    }

    void agesThatAreNoDicomAgesStandAsWritten() {
        QCOMPARE(CornerNotes::sexAndAge("M", "about 50"), QStringLiteral("M about 50"));
        QCOMPARE(CornerNotes::sexAndAge("", "001M"), QStringLiteral("1 month"));
        QCOMPARE(CornerNotes::sexAndAge("", ""), QString());
    }

    void presetsAreTheFilesThenAutomaticAndFullRange() {
        intake::Film film;
        film.image.pixels = core::PixelBuffer::fromVector(2, 1, 1, core::SampleType::u16,
                                                          std::vector<std::uint16_t>{0, 4095});
        film.image.display.bitsStored = 12;
        film.image.display.windows = {{2000, 3000, {}, "CHEST"}, {1000, 500, {}, ""}};
        const LoadedFilm loaded = LoadedFilm::of(film);
        const auto presets = WindowPreset::of(loaded);
        QCOMPARE(presets.size(), std::size_t(4));
        QCOMPARE(presets[0].name, QStringLiteral("CHEST"));
        QCOMPARE(WindowPreset::indexOf(presets, loaded.initial), 0);
        FilmDisplay moved = loaded.initial;
        moved.window.centre += 1;
        QCOMPARE(WindowPreset::indexOf(presets, moved), -1);
        moved = presets[3].display;
        moved.inverted = true;
        QCOMPARE(WindowPreset::indexOf(presets, moved), 3);
    }

    void verdictsAreKeptOnceAChange() {
        VerdictDraft draft;
        draft.open(7, std::nullopt);
        draft.setComment("small");
        QVERIFY(!draft.takeUnsaved("m")); // a comment alone is no verdict
        draft.choose(store::VerdictChoice::disagree);
        const auto record = draft.takeUnsaved("m");
        QVERIFY(record.has_value());
        QCOMPARE(record->studyId, std::int64_t(7));
        QVERIFY(record->choice == store::VerdictChoice::disagree);
        QCOMPARE(record->comment, std::string("small"));
        QCOMPARE(record->modelHash, std::string("m"));
        QVERIFY(!draft.takeUnsaved("m"));
        draft.setSide("R");
        QVERIFY(draft.takeUnsaved("m").has_value());
        draft.markFailed();
        QVERIFY(draft.takeUnsaved("m").has_value());
    }

    void aKeptVerdictIsNotWrittenAgain() {
        store::VerdictRecord kept;
        kept.studyId = 3;
        kept.side = "L";
        VerdictDraft draft;
        draft.open(3, kept);
        QVERIFY(!draft.takeUnsaved(""));
        draft.choose(store::VerdictChoice::agree); // as it stands
        QVERIFY(!draft.takeUnsaved(""));
    }
};

QTEST_GUILESS_MAIN(TestReviewWords)
#include "tst_reviewwords.moc"
