// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"

#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <random>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using core::SampleType;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

core::Result<DicomFilm> read(const SyntheticDicom& file) {
    return readFilm(bytesOf(file.file()));
}

ErrorCode codeOf(const core::Result<DicomFilm>& film) {
    return film ? ErrorCode::internal : film.error().code;
}

std::vector<std::uint16_t> words(const DicomFilm& film) {
    const auto samples = film.image.pixels.samples<std::uint16_t>();
    return {samples.begin(), samples.end()};
}

const std::vector<std::uint16_t> hundreds{0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100};

TEST(DicomFileTest, ReadsANativeFilmInEverySyntax) {
    for (const auto syntax : {SyntheticDicom::Syntax::explicitLittle, SyntheticDicom::Syntax::implicitLittle,
                              SyntheticDicom::Syntax::explicitBig}) {
        const auto film = read(SyntheticDicom(syntax));
        ASSERT_TRUE(film) << core::describe(film.error());
        EXPECT_EQ(film->image.pixels.width(), 4);
        EXPECT_EQ(film->image.pixels.height(), 3);
        EXPECT_EQ(words(*film), hundreds);
        EXPECT_EQ(film->image.display.bitsStored, 12);
        EXPECT_EQ(film->patient.name, "Doe^Jane");
        EXPECT_EQ(film->instance.uid, "1.2.3.4");
        EXPECT_EQ(film->series.modality, "CR");
        EXPECT_THAT(film->assumptions, IsEmpty());
    }
}

TEST(DicomFileTest, OverlaysAndGarbageInHighBitsAreMasked) {
    SyntheticDicom file;
    file.pixels(1, 3, {0xf001, 0x8fff, 0x7002});
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_THAT(words(*film), ElementsAre(1, 0xfff, 2));
}

TEST(DicomFileTest, SignedValuesAreExtendedFromTheStoredBits) {
    SyntheticDicom file;
    file.pixels(1, 3, {0x0fff, 0x0800, 0x07ff}).depth(16, 12, 11, true);
    const auto film = read(file);
    ASSERT_TRUE(film);
    ASSERT_EQ(film->image.pixels.type(), SampleType::s16);
    EXPECT_THAT(film->image.pixels.samples<std::int16_t>(), ElementsAre(-1, -2048, 2047));
}

TEST(DicomFileTest, AHighBitAboveTheStoredOnesShiftsTheValues) {
    SyntheticDicom file;
    file.pixels(1, 2, {0xfff0, 0x0010}).depth(16, 12, 15, false);
    EXPECT_THAT(words(*read(file)), ElementsAre(0xfff, 1));
}

TEST(DicomFileTest, ABareDataSetIsReadWithANote) {
    for (const auto syntax :
         {SyntheticDicom::Syntax::explicitLittle, SyntheticDicom::Syntax::implicitLittle}) {
        const auto film = read(SyntheticDicom(syntax).withoutMeta());
        ASSERT_TRUE(film) << core::describe(film.error());
        EXPECT_EQ(words(*film), hundreds);
        EXPECT_THAT(film->assumptions, Contains(HasSubstr("no file meta header")));
    }
}

TEST(DicomFileTest, MissingPixelAttributesAreAssumedWithANote) {
    SyntheticDicom file;
    file.without({0x0028, 0x0002})
        .without({0x0028, 0x0004})
        .without({0x0028, 0x0101})
        .without({0x0028, 0x0103});
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(words(*film), hundreds);
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("MONOCHROME2 is taken")));
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("Bits Stored")));
}

TEST(DicomFileTest, PixelDataWithoutAWholeRowAreTruncated) {
    SyntheticDicom file;
    file.words({0x7fe0, 0x0010}, "OW", {1, 2, 3});
    EXPECT_EQ(codeOf(read(file)), ErrorCode::truncated);
}

TEST(DicomFileTest, ShortPixelDataAreShownAsFarAsTheyGoWithAWarning) {
    SyntheticDicom file;
    file.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4, 5});
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_THAT(words(*film), ElementsAre(1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0));
    EXPECT_TRUE(film->isPartial);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("end early")));
}

TEST(DicomFileTest, AnElementThatClaimsTooMuchOverWholeFramesIsShownWithAWarning) {
    SyntheticDicom file;
    const auto values = std::string(24, '\1');
    file.without({0x7fe0, 0x0010}).append(file.header({0x7fe0, 0x0010}, "OW", 0xfffffffe) + values);
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_FALSE(film->isPartial);
    EXPECT_EQ(words(*film)[11], 0x101);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("beyond the file")));
}

TEST(DicomFileTest, WhatIsMissingIsPaddingOrBlack) {
    SyntheticDicom padded;
    padded.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4}).word({0x0028, 0x0120}, 77);
    EXPECT_EQ(words(*read(padded))[11], 77);
    SyntheticDicom inverted;
    inverted.words({0x7fe0, 0x0010}, "OW", {1, 2, 3, 4}).text({0x0028, 0x0004}, "CS", "MONOCHROME1");
    EXPECT_EQ(words(*read(inverted))[11], 4095);
}

TEST(DicomFileTest, AFileCutAnywhereIsRefusedOrPartial) {
    const auto whole = SyntheticDicom().file();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto film = readFilm(bytesOf(whole).first(length));
        if (length >= whole.size() - 16) { // a row of four pixels is there
            ASSERT_TRUE(film) << "cut at " << length;
            EXPECT_TRUE(film->isPartial) << "cut at " << length;
            continue;
        }
        ASSERT_FALSE(film) << "cut at " << length;
        if (length > whole.size() - 24) {
            EXPECT_EQ(film.error().code, ErrorCode::truncated) << "cut at " << length;
        }
    }
}

TEST(DicomFileTest, AnObjectWithoutPixelsIsCalledByItsName) {
    SyntheticDicom file;
    file.without({0x7fe0, 0x0010});
    EXPECT_EQ(codeOf(read(file)), ErrorCode::noPixels);
    EXPECT_EQ(readHeader(bytesOf(file.file())).error().code, ErrorCode::noPixels);
    EXPECT_EQ(read(file).error().detail, "an object (Computed Radiography Image)");
    const auto named = [&](const char* sopClass) {
        file.text({0x0008, 0x0016}, "UI", sopClass);
        return read(file).error().detail;
    };
    EXPECT_EQ(named("1.2.840.10008.5.1.4.1.1.481.3"), "a radiotherapy structure set");
    EXPECT_EQ(named("1.2.840.10008.5.1.4.1.1.9.1.2"), "a waveform (General ECG Waveform)");
    EXPECT_EQ(named("1.2.840.10008.5.1.4.1.1.11.1"),
              "a presentation state (Grayscale Softcopy Presentation State)");
    EXPECT_EQ(named("1.2.3"), "an object (1.2.3)");
    SyntheticDicom title;
    title.clear().text({0x0008, 0x0104}, "LO", "Chest X-Ray Report");
    file.sequence({0x0040, 0xa043}, title);
    EXPECT_EQ(named("1.2.840.10008.5.1.4.1.1.88.11"),
              "a structured report (Basic Text SR, 'Chest X-Ray Report')");
    file.text({0x0042, 0x0010}, "ST", std::string(63, 'x') + "\xc3\xa4");
    EXPECT_EQ(named("1.2.840.10008.5.1.4.1.1.104.1"),
              "an encapsulated PDF ('" + std::string(63, 'x') + "...')");
}

TEST(DicomFileTest, TextIsNotRecognised) {
    EXPECT_EQ(
        readFilm(bytesOf("a text file named .dcm, long enough to hold a header of a kind")).error().code,
        ErrorCode::notRecognised);
    EXPECT_FALSE(looksLikeDicom({}));
    EXPECT_FALSE(looksLikeDicom(bytesOf(std::string(4096, '\0'))));
    EXPECT_TRUE(looksLikeDicom(bytesOf(SyntheticDicom().file())));
    EXPECT_TRUE(looksLikeDicom(bytesOf(SyntheticDicom().withoutMeta().file())));
}

TEST(DicomFileTest, TransferSyntaxesWithoutADecoderAreNamed) {
    const auto film = read(SyntheticDicom().transferSyntax("1.2.840.10008.1.2.4.112"));
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, ErrorCode::unsupportedFormat);
    EXPECT_THAT(film.error().detail, HasSubstr("JPEG XL"));
}

TEST(DicomFileTest, LengthsBeyondTheFileAreRefusedBeforeMemoryIsTaken) {
    SyntheticDicom file;
    file.without({0x7fe0, 0x0010});
    file.append(file.header({0x7fe0, 0x0010}, "OW", 0xfffffff0) + "xxxx");
    EXPECT_EQ(codeOf(read(file)), ErrorCode::truncated);
}

TEST(DicomFileTest, SizesBeyondTheLimitAreRefusedBeforeMemoryIsTaken) {
    SyntheticDicom file;
    file.word({0x0028, 0x0010}, 65535).word({0x0028, 0x0011}, 65535);
    EXPECT_EQ(codeOf(read(file)), ErrorCode::limitExceeded);
}

TEST(DicomFileTest, DeepNestingIsRefusedBeforeTheParserRecurses) {
    SyntheticDicom plain;
    std::string opening;
    for (int i = 0; i < 100'000; ++i)
        opening += plain.header({0x0040, 0xa730}, "SQ", 0xffffffff) +
                   std::string("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
    SyntheticDicom bomb;
    bomb.without({0x7fe0, 0x0010}).append(opening);
    EXPECT_EQ(codeOf(read(bomb)), ErrorCode::limitExceeded);
}

TEST(DicomFileTest, OfSeveralFramesTheFirstIsShown) {
    SyntheticDicom file;
    file.pixels(1, 2, {1, 2, 3, 4}).text({0x0028, 0x0008}, "IS", "2");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_THAT(words(*film), ElementsAre(1, 2));
    EXPECT_EQ(film->instance.frames, 2);
}

TEST(DicomFileTest, MoreFramesThanDataAreCountedWithAWarning) {
    SyntheticDicom file;
    file.text({0x0028, 0x0008}, "IS", "2147483647");
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(words(*film), hundreds);
    EXPECT_EQ(film->instance.frames, 1);
    EXPECT_TRUE(film->isPartial);
    const auto header = readHeader(bytesOf(file.file()));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->instance.frames, 1);
    EXPECT_TRUE(header->isPartial);
    EXPECT_EQ(codeOf(readFilm(bytesOf(file.file()), 1)), ErrorCode::truncated);
    EXPECT_EQ(codeOf(readFilm(bytesOf(file.file()), -1)), ErrorCode::invalidArgument);
}

TEST(DicomFileTest, ColourBecomesRgb) {
    SyntheticDicom file;
    file.text({0x0028, 0x0004}, "CS", "RGB")
        .word({0x0028, 0x0002}, 3)
        .word({0x0028, 0x0006}, 0)
        .depth(8, 8, 7, false);
    file.pixels(1, 2, {0x0201, 0x0403, 0x0605});
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_THAT(film->image.pixels.samples<std::uint8_t>(), ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(DicomFileTest, APreambleOfAnotherKindOfFileIsNamedInAWarning) {
    auto file = SyntheticDicom().file();
    EXPECT_THAT(readFilm(bytesOf(file))->warnings, IsEmpty());
    file.replace(0, 4, std::string_view("II*\0", 4));
    EXPECT_THAT(readFilm(bytesOf(file))->warnings, Contains(HasSubstr("a TIFF file")));
    file.replace(0, 4, "MZ\x90\x01");
    EXPECT_THAT(readFilm(bytesOf(file))->warnings, Contains(HasSubstr("a Windows program")));
    EXPECT_THAT(readHeader(bytesOf(file))->warnings, Contains(HasSubstr("a Windows program")));
    file.replace(0, 4, "abcd");
    EXPECT_THAT(readFilm(bytesOf(file))->warnings, Contains(HasSubstr("preamble is not empty")));
}

TEST(DicomFileTest, TextComesAsUtf8WithoutControlCharacters) {
    SyntheticDicom file;
    file.text({0x0008, 0x0005}, "CS", "ISO_IR 100")
        .text({0x0010, 0x0010}, "PN", "M\xfcller^J\xf6rg\x07=X=Y^^");
    file.text({0x0008, 0x1030}, "LO", " Thorax\n pa ");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_EQ(film->patient.name, "Müller^Jörg");
    EXPECT_EQ(film->study.description, "Thorax pa");
}

TEST(DicomFileTest, ControlsInUnicodeAreRemovedToo) {
    SyntheticDicom file;
    file.text({0x0008, 0x0005}, "CS", "ISO_IR 192")
        .text({0x0010, 0x0010}, "PN", "A\u0085B\u202eC\u2066D\u2019");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_EQ(film->patient.name, "ABCD\u2019");
}

TEST(DicomFileTest, ANameHasThreeGroups) {
    SyntheticDicom file;
    file.text({0x0008, 0x0005}, "CS", "\\ISO 2022 IR 87")
        .text({0x0010, 0x0010}, "PN", "Yamada^Tarou^^=\033$B;3ED\033(B^\033$BB@O:\033(B^^ =^");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_EQ(film->patient.name, "Yamada^Tarou");
    EXPECT_EQ(film->patient.ideographic, "山田^太郎");
    EXPECT_EQ(film->patient.phonetic, "");
    EXPECT_THAT(film->assumptions, IsEmpty());
}

TEST(DicomFileTest, TextOfAnUnknownCharacterSetIsGuessed) {
    SyntheticDicom file;
    file.text({0x0008, 0x0005}, "CS", "KLINGON").text({0x0010, 0x0010}, "PN", "M\xfcller");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_EQ(film->patient.name, "Müller");
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("KLINGON")));
}

TEST(DicomFileTest, DatesAndTimesAreBroughtToOneForm) {
    SyntheticDicom file;
    file.text({0x0008, 0x0020}, "DA", "20260131")
        .text({0x0008, 0x0030}, "TM", "0915")
        .text({0x0010, 0x0030}, "DA", "1950.02.03");
    const auto film = read(file);
    ASSERT_TRUE(film);
    EXPECT_EQ(film->study.date, "2026-01-31");
    EXPECT_EQ(film->study.time, "09:15:00");
    EXPECT_EQ(film->patient.birthDate, "1950-02-03");
    file.text({0x0008, 0x0020}, "DA", "soon").text({0x0010, 0x0040}, "CS", "?");
    EXPECT_EQ(read(file)->study.date, "");
    EXPECT_EQ(read(file)->patient.sex, "");
}

TEST(DicomFileTest, TheHeaderAloneSaysTheSame) {
    SyntheticDicom file;
    const auto header = readHeader(bytesOf(file.file()));
    ASSERT_TRUE(header) << core::describe(header.error());
    EXPECT_EQ(header->patient.id, "P1");
    EXPECT_EQ(header->instance.rows, 3);
    EXPECT_EQ(header->instance.transferSyntaxUid, "1.2.840.10008.1.2.1");
}

TEST(DicomFileTest, ErrorsNameTheFile) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("note.dcm", "text");
    EXPECT_EQ(readFilm(path).error().path, path.string());
    EXPECT_EQ(readFilm(folder.path() / "none.dcm").error().code, ErrorCode::fileNotFound);
}

TEST(DicomFileTest, BrokenFilesNeverCrash) {
    SyntheticDicom item;
    item.clear().words({0x0028, 0x3002}, "US", {3, 0, 16}).words({0x0028, 0x3006}, "US", {1, 2, 3});
    const auto whole = SyntheticDicom().sequence({0x0028, 0x3010}, item).file();
    std::mt19937 generator(5);
    for (int i = 0; i < 3000; ++i) {
        auto broken = whole;
        for (int changes = 0; changes < 3; ++changes)
            broken[132 + generator() % (broken.size() - 132)] = char(generator());
        (void)readFilm(bytesOf(broken));
    }
}

} // namespace
} // namespace pleurascope::dicom
