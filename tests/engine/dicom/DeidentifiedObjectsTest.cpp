// SPDX-License-Identifier: GPL-3.0-or-later
// What is de-identified without being a picture: presentation states and key object selections.
#include "engine/core/Files.h"
#include "engine/dicom/DicomFile.h"
#include "engine/dicom/deidentification/Deidentifier.h"
#include "engine/dicom/elements/TagList.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "tests/support/Dciodvfy.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* digitalXRay = "1.2.840.10008.5.1.4.1.1.1.1";

std::string textOf(const core::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Of one film, with a line and words about its patient.
PresentationState state() {
    PresentationState state;
    state.patient = {"SECRETMAN^Joe", "ID-4711-X", "1950-02-03", "M"};
    state.study = {"1.2.3.4.5.6.2", "S1", "2020-01-31", "09:15:00", "ACC998877", "Chest", "069Y"};
    state.series = {"1.2.3.4.5.6.4", "PR", "states", "", 1};
    state.uid = "1.2.3.4.5.6.5";
    state.label = "EFFUSION";
    state.description = "as Dr. Wordsworth saw it";
    state.creator = "Operatrix^Eva";
    state.date = "2020-01-31";
    state.time = "10:15:00";
    state.images = {{"1.2.3.4.5.6.3", {{digitalXRay, "1.2.3.4.5.6.1", {}}}}};
    state.voi = {{{}, {{500, 1000, {}, "CHEST"}}, {}}};
    DisplayedArea area;
    area.to = {4, 3};
    state.areas = {area};
    TextObject words;
    words.text = "seen by Wordsworth";
    words.anchor = {GraphicUnits::pixel, {1, 1}, true};
    const GraphicObject line{GraphicKind::polyline, GraphicUnits::pixel, false, {{1, 1}, {3, 2}}};
    state.annotations = {{{{digitalXRay, "1.2.3.4.5.6.1", {}}}, "MARKS", {words}, {line}},
                         {{{digitalXRay, "1.2.3.4.5.6.1", {}}}, "MARKS", {words}, {}}};
    state.layers = {{"MARKS", 1, {}, "Wordsworth's"}};
    return state;
}

class DeidentifiedObjectsTest : public ::testing::Test {
protected:
    [[nodiscard]] DeidentifiedFile cleanedState(const DeidentificationOptions& options) const {
        EXPECT_TRUE(writePresentation(path(), state()));
        auto cleaned = deidentify(*core::readFile(path()), options);
        EXPECT_TRUE(cleaned) << core::describe(cleaned.error());
        return cleaned ? std::move(*cleaned) : DeidentifiedFile{};
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "state.dcm"; }

    test::TemporaryFolder m_folder;
};

TEST_F(DeidentifiedObjectsTest, NobodyIsNamedInAPresentationStateAndShapesStay) {
    const auto cleaned = cleanedState({.seed = "s"});
    const auto text = textOf(cleaned.bytes);
    for (const auto* secret : {"SECRETMAN", "ID-4711-X", "ACC998877", "Operatrix", "Wordsworth", "20200131",
                               "19500203", "1.2.3.4.5.6"})
        EXPECT_THAT(text, Not(HasSubstr(secret)));
    EXPECT_THAT(text, HasSubstr("113103")) << "Clean Graphics is an option of its own";
    const auto read = readPresentation(cleaned.bytes);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->uid, cleaned.instanceUid);
    ASSERT_EQ(read->voi.size(), 1u);
    EXPECT_EQ(read->voi[0].windows[0].centre, 500);
    ASSERT_EQ(read->annotations.size(), 1u);
    EXPECT_TRUE(read->annotations[0].texts.empty());
    ASSERT_EQ(read->annotations[0].graphics.size(), 1u);
    EXPECT_EQ(read->annotations[0].graphics[0].points[1], (imaging::FilmPoint{3, 2}));
    EXPECT_THAT(cleaned.changes, Contains(Field(&DeidentificationChange::path, "0070,0001[1].0070,0008")));
}

TEST_F(DeidentifiedObjectsTest, APresentationStateStaysWithItsFilm) {
    SyntheticDicom film;
    film.text({0x0008, 0x0016}, "UI", digitalXRay).text({0x0008, 0x0018}, "UI", "1.2.3.4.5.6.1");
    film.text({0x0020, 0x000d}, "UI", "1.2.3.4.5.6.2").text({0x0020, 0x000e}, "UI", "1.2.3.4.5.6.3");
    film.text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe").text({0x0010, 0x0020}, "LO", "ID-4711-X");
    const auto image = deidentify(bytesOf(film.file()), {.seed = "s"});
    ASSERT_TRUE(image);
    const auto cleaned = cleanedState({.seed = "s"});
    const auto header = readHeader(std::span<const std::byte>(image->bytes));
    const auto read = readPresentation(cleaned.bytes);
    ASSERT_TRUE(header && read);
    EXPECT_TRUE(concerns(*read, image->instanceUid, 0));
    EXPECT_TRUE(concerns(read->annotations[0].images, image->instanceUid, 0));
    EXPECT_FALSE(concerns(read->annotations[0].images, "1.2.3.4.5.6.1", 0));
    EXPECT_EQ(read->images[0].uid, header->series.uid);
    EXPECT_EQ(read->study.uid, header->study.uid);
    EXPECT_EQ(read->patient.id, header->patient.id);
}

TEST_F(DeidentifiedObjectsTest, DatesOfAPresentationStateAreThereAndGoAsTheOthersDo) {
    using Dates = DeidentificationOptions::Dates;
    const auto dateOf = [&](Dates dates) {
        return readPresentation(cleanedState({.seed = "s", .dates = dates}).bytes)->date;
    };
    EXPECT_EQ(dateOf(Dates::remove), "1900-01-01");
    EXPECT_EQ(dateOf(Dates::keep), "2020-01-31");
    const auto shifted = dateOf(Dates::shift);
    EXPECT_LT(shifted, "2020-01-31");
    EXPECT_GT(shifted, "2010");
}

TEST_F(DeidentifiedObjectsTest, DciodvfyFindsNoErrorInAPresentationState) {
    if (!test::isDciodvfyThere())
        GTEST_SKIP() << "dciodvfy is not installed";
    for (const auto dates : {DeidentificationOptions::Dates::remove, DeidentificationOptions::Dates::shift}) {
        const auto cleaned = cleanedState({.seed = "s", .dates = dates});
        ASSERT_TRUE(core::writeFileAtomically(path(), cleaned.bytes));
        EXPECT_EQ(test::dciodvfyErrors(path()), "");
    }
}

SyntheticDicom content(const char* type) {
    SyntheticDicom item;
    return item.clear().text({0x0040, 0xa010}, "CS", "CONTAINS").text({0x0040, 0xa040}, "CS", type);
}

TEST_F(DeidentifiedObjectsTest, AKeyObjectSelectionKeepsItsReferencesAndNoWords) {
    SyntheticDicom title, image, series, study, file;
    title.clear().text({0x0008, 0x0100}, "SH", "113000").text({0x0008, 0x0102}, "SH", "DCM");
    title.text({0x0008, 0x0104}, "LO", "Of Interest");
    image.clear().text({0x0008, 0x1150}, "UI", digitalXRay).text({0x0008, 0x1155}, "UI", "1.2.3.4.5.6.1");
    series.clear().text({0x0020, 0x000e}, "UI", "1.2.3.4.5.6.3").sequence({0x0008, 0x1199}, image);
    study.clear().text({0x0020, 0x000d}, "UI", "1.2.3.4.5.6.2").sequence({0x0008, 0x1115}, series);
    file.clear().text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.88.59");
    file.text({0x0008, 0x0018}, "UI", "1.2.3.4.5.6.7").text({0x0008, 0x0060}, "CS", "KO");
    file.text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe").text({0x0020, 0x000d}, "UI", "1.2.3.4.5.6.2");
    file.text({0x0040, 0xa040}, "CS", "CONTAINER").sequence({0x0040, 0xa043}, title);
    file.sequence({0x0040, 0xa375}, study);
    file.sequence({0x0040, 0xa730},
                  std::vector{content("TEXT").text({0x0040, 0xa160}, "UT", "Wordsworth saw this"),
                              content("IMAGE").sequence({0x0008, 0x1199}, image),
                              content("PNAME").text({0x0040, 0xa123}, "PN", "Wordsworth^William"),
                              content("CODE").sequence({0x0040, 0xa168}, title)});
    const auto cleaned = deidentify(bytesOf(file.file()), {.seed = "s"});
    ASSERT_TRUE(cleaned) << core::describe(cleaned.error());
    for (const auto* secret : {"SECRETMAN", "Wordsworth", "1.2.3.4.5.6"})
        EXPECT_THAT(textOf(cleaned->bytes), Not(HasSubstr(secret)));
    const auto tags = readTags(cleaned->bytes);
    ASSERT_TRUE(tags);
    const auto valueAt = [&](const std::string& place) {
        const auto line = std::ranges::find(*tags, place, &TagLine::path);
        return line == tags->end() ? std::string("absent") : line->value;
    };
    EXPECT_EQ(valueAt("0040,A730[1].0040,A040"), "IMAGE");
    EXPECT_EQ(valueAt("0040,A730[2].0040,A040"), "CODE");
    EXPECT_EQ(valueAt("0040,A730[3].0040,A040"), "absent");
    EXPECT_EQ(valueAt("0040,A043[1].0008,0100"), "113000");
    const auto referenced = valueAt("0040,A730[1].0008,1199[1].0008,1155");
    EXPECT_THAT(referenced, ::testing::StartsWith("2.25."));
    EXPECT_EQ(valueAt("0040,A375[1].0008,1115[1].0008,1199[1].0008,1155"), referenced);
}

TEST_F(DeidentifiedObjectsTest, WordsInAnnotationsOfOtherObjectsStillGo) {
    SyntheticDicom words, annotation, film;
    words.clear().text({0x0070, 0x0006}, "ST", "Wordsworth saw this");
    annotation.clear().sequence({0x0070, 0x0008}, words);
    film.sequence({0x0070, 0x0001}, annotation).sequence({0x0040, 0xa730}, content("IMAGE"));
    const auto cleaned = deidentify(bytesOf(film.file()), {.seed = "s"});
    ASSERT_TRUE(cleaned);
    EXPECT_THAT(textOf(cleaned->bytes), Not(HasSubstr("Wordsworth")));
    EXPECT_THAT(textOf(cleaned->bytes), Not(HasSubstr("CONTAINS")));
    EXPECT_THAT(textOf(cleaned->bytes), Not(HasSubstr("113103")));
}

} // namespace
} // namespace pleurascope::dicom
