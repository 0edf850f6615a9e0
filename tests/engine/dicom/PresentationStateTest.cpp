// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/dicom/elements/BareHeader.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "tests/support/Dciodvfy.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <numeric>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using imaging::FilmPoint;

constexpr const char* digitalXRay = "1.2.840.10008.5.1.4.1.1.1.1";

/// With something in every field that is written.
PresentationState state() {
    PresentationState state;
    state.patient = {"Demo^Änna", "P-17", "1950-02-03", "F"};
    state.study = {uidFromSeed("study"), "S1", "2026-01-31", "09:15:00", "A-1", "Thorax p.a.", "075Y"};
    state.series = {uidFromSeed("states"), "PR", "Presentation states", "", 9001};
    state.uid = uidFromSeed("state");
    state.label = "EFFUSION_LEFT";
    state.description = "Erguß links";
    state.creator = "Rehm^Anna";
    state.date = "2026-11-28";
    state.time = "10:15:00";
    state.images = {{uidFromSeed("series"), {{digitalXRay, uidFromSeed("image"), {}}}}};
    state.modality = {2, -1024, {}};
    state.voi = {{{}, {{100, 350.5, imaging::VoiFunction::sigmoid, "soft"}}, {}}};
    state.isInverse = true;
    state.orientation = {1, true};
    DisplayedArea area;
    area.from = {10, 20};
    area.to = {310, 220};
    state.areas = {area};
    GraphicObject line{
        GraphicKind::polyline, GraphicUnits::pixel, false, {{1.5F, 2.25F}, {30, 40}, {50.125F, 60}}};
    GraphicObject ring{GraphicKind::ellipse,
                       GraphicUnits::display,
                       true,
                       {{.25F, .5F}, {.75F, .5F}, {.5F, .375F}, {.5F, .625F}}};
    TextObject text;
    text.text = "Länge\n31,4 mm";
    text.box = {GraphicUnits::pixel, {5, 6}, {80, 20}, TextObject::Justification::right};
    text.anchor = {GraphicUnits::pixel, {30, 40}, true};
    state.annotations = {{{}, "MARKS", {text}, {line, ring}}};
    state.layers = {{"MARKS", 1, std::uint16_t(65535), "what was measured"}};
    imaging::Shutter shutter;
    shutter.rectangle = {9, 299, 19, 199};
    shutter.circle = {100, 150, 90};
    state.shutter = shutter;
    return state;
}

class PresentationStateTest : public ::testing::Test {
protected:
    [[nodiscard]] PresentationState roundTrip(const PresentationState& written) const {
        const auto done = writePresentation(path(), written);
        EXPECT_TRUE(done) << core::describe(done.error());
        auto read = readPresentation(*core::readFile(path()));
        EXPECT_TRUE(read) << core::describe(read.error());
        return read ? std::move(*read) : PresentationState{};
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "state.dcm"; }

    test::TemporaryFolder m_folder;
};

TEST_F(PresentationStateTest, WhoAndWhatIsReadBack) {
    const auto written = state(), read = roundTrip(written);
    EXPECT_EQ(read.patient.name, written.patient.name);
    EXPECT_EQ(read.study.uid, written.study.uid);
    EXPECT_EQ(read.series.uid, written.series.uid);
    EXPECT_EQ(read.uid, written.uid);
    EXPECT_EQ(read.label, written.label);
    EXPECT_EQ(read.description, written.description);
    EXPECT_EQ(read.creator, written.creator);
    EXPECT_EQ(read.date + read.time, written.date + written.time);
    ASSERT_EQ(read.images.size(), 1U);
    EXPECT_EQ(read.images[0].uid, written.images[0].uid);
    EXPECT_EQ(read.images[0].images, written.images[0].images);
    EXPECT_THAT(read.assumptions, ::testing::IsEmpty());
}

TEST_F(PresentationStateTest, TheGreyScaleIsReadBack) {
    auto written = state();
    auto read = roundTrip(written);
    ASSERT_TRUE(read.modality);
    EXPECT_EQ(read.modality->slope, 2);
    EXPECT_EQ(read.modality->intercept, -1024);
    ASSERT_EQ(read.voi.size(), 1U);
    EXPECT_EQ(read.voi[0].windows, written.voi[0].windows);
    EXPECT_TRUE(read.isInverse);
    // tables of any size, and the largest, whose count does not fit into its descriptor
    for (const std::size_t size : {2U, 256U, 65536U}) {
        imaging::LookupTable table{0, 16, std::vector<std::uint16_t>(size), "soft"};
        std::iota(table.entries.begin(), table.entries.end(), std::uint16_t(7));
        written.modality->table = table;
        written.voi[0] = {{}, {}, {table}};
        written.presentationTable = table;
        read = roundTrip(written);
        ASSERT_TRUE(read.modality && read.modality->table && read.presentationTable);
        ASSERT_EQ(read.voi.at(0).tables.size(), 1U);
        for (const auto* found :
             {&*read.modality->table, &*read.presentationTable, read.voi[0].tables.data()})
            EXPECT_EQ(found->entries, table.entries) << size;
    }
}

TEST_F(PresentationStateTest, TheAreaIsReadBackHoweverTheFilmLies) {
    for (const bool mirrored : {false, true})
        for (int turns = 0; turns < 4; ++turns) {
            auto written = state();
            written.orientation = {turns, mirrored};
            const auto read = roundTrip(written);
            EXPECT_EQ(read.orientation, written.orientation);
            ASSERT_EQ(read.areas.size(), 1U);
            EXPECT_EQ(read.areas[0].from, written.areas[0].from);
            EXPECT_EQ(read.areas[0].to, written.areas[0].to);
        }
}

TEST_F(PresentationStateTest, GraphicsShutterAndOverlaysAreReadBack) {
    auto written = state();
    written.activations = {{0x6000, "MARKS"}};
    const auto read = roundTrip(written);
    ASSERT_EQ(read.annotations.size(), 1U);
    const auto &found = read.annotations[0], &expected = written.annotations[0];
    EXPECT_EQ(found.layer, expected.layer);
    ASSERT_EQ(found.graphics.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(found.graphics[i].kind, expected.graphics[i].kind);
        EXPECT_EQ(found.graphics[i].units, expected.graphics[i].units);
        EXPECT_EQ(found.graphics[i].isFilled, expected.graphics[i].isFilled);
        EXPECT_EQ(found.graphics[i].points, expected.graphics[i].points);
    }
    ASSERT_EQ(found.texts.size(), 1U);
    EXPECT_EQ(found.texts[0].text, expected.texts[0].text);
    ASSERT_TRUE(found.texts[0].box && found.texts[0].anchor);
    EXPECT_EQ(found.texts[0].box->from, (FilmPoint{5, 6}));
    EXPECT_EQ(found.texts[0].box->justification, TextObject::Justification::right);
    EXPECT_TRUE(found.texts[0].anchor->isVisible);
    ASSERT_EQ(read.layers.size(), 1U);
    EXPECT_EQ(read.layers[0].grey, 65535);
    ASSERT_TRUE(read.shutter && read.shutter->rectangle && read.shutter->circle);
    EXPECT_EQ(read.shutter->rectangle->left, 9);
    EXPECT_EQ(read.shutter->rectangle->bottom, 199);
    EXPECT_EQ(read.shutter->circle->column, 150);
    ASSERT_EQ(read.activations.size(), 1U);
    EXPECT_EQ(read.activations[0].group, 0x6000);
}

imaging::Overlay plane(int group) {
    imaging::Overlay overlay;
    overlay.group = group;
    overlay.top = -2;
    overlay.left = 5;
    overlay.rows = 3;
    overlay.columns = 7;
    overlay.bits = {0b10100101, 0b00110011, 0b00011};
    overlay.label = "OUTLINE";
    return overlay;
}

TEST_F(PresentationStateTest, PlanesOfItsOwnAndAShutterOfBitsAreReadBack) {
    auto written = state();
    written.overlays = {plane(0x6000), plane(0x6002)};
    written.activations = {{0x6000, "MARKS"}};
    written.shutter.emplace();
    written.shutter->overlayGroup = 0x6002;
    const auto read = roundTrip(written);
    ASSERT_EQ(read.overlays.size(), 2U);
    EXPECT_EQ(read.overlays[0].top, -2);
    EXPECT_EQ(read.overlays[0].left, 5);
    EXPECT_EQ(read.overlays[0].columns, 7);
    EXPECT_EQ(read.overlays[0].bits, written.overlays[0].bits);
    EXPECT_EQ(read.overlays[0].label, "OUTLINE");
    ASSERT_TRUE(read.shutter);
    EXPECT_EQ(read.shutter->overlayGroup, 0x6002);
    if (test::isDciodvfyThere()) {
        EXPECT_EQ(test::dciodvfyErrors(path()), "");
    }
}

TEST_F(PresentationStateTest, AMaskIsNamedAsLongAsItIsNotSubtracted) {
    test::SyntheticDicom image, series, mask, file;
    image.clear().text({0x0008, 0x1150}, "UI", digitalXRay).text({0x0008, 0x1155}, "UI", "1.2.3");
    series.clear().text({0x0020, 0x000e}, "UI", "1.2").sequence({0x0008, 0x1140}, image);
    mask.clear().text({0x0028, 0x6101}, "CS", "AVG_SUB").word({0x0028, 0x6110}, 1);
    file.clear()
        .text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
        .sequence({0x0008, 0x1115}, series);
    EXPECT_THAT(readPresentation(test::bytesOf(file.file()))->warnings, ::testing::IsEmpty());
    const auto masked = file.sequence({0x0028, 0x6100}, mask).file();
    const auto read = readPresentation(test::bytesOf(masked));
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_THAT(read->warnings, ::testing::Contains(::testing::HasSubstr("mask subtraction (AVG_SUB)")));
    EXPECT_THAT(readBareHeader(test::bytesOf(masked))->warnings,
                ::testing::Contains(::testing::HasSubstr("mask subtraction (AVG_SUB)")));
}

TEST_F(PresentationStateTest, DciodvfyFindsNoError) {
    if (!test::isDciodvfyThere())
        GTEST_SKIP() << "dciodvfy is not installed";
    ASSERT_TRUE(writePresentation(path(), state()));
    EXPECT_EQ(test::dciodvfyErrors(path()), "");
    auto plain = state();
    plain.modality.reset();
    plain.shutter.reset();
    plain.annotations.clear();
    plain.layers.clear();
    plain.orientation = {};
    plain.isInverse = false;
    ASSERT_TRUE(writePresentation(path(), plain));
    EXPECT_EQ(test::dciodvfyErrors(path()), "");
}

TEST_F(PresentationStateTest, WhatCannotBeWrittenIsNamed) {
    const auto refusal = [&](const std::function<void(PresentationState&)>& spoil) {
        auto spoiled = state();
        spoil(spoiled);
        const auto done = writePresentation(path(), spoiled);
        EXPECT_FALSE(done);
        return done ? ErrorCode::internal : done.error().code;
    };
    EXPECT_EQ(refusal([](auto& s) { s.uid.clear(); }), ErrorCode::invalidArgument);
    EXPECT_EQ(refusal([](auto& s) { s.images.clear(); }), ErrorCode::invalidArgument);
    EXPECT_EQ(refusal([](auto& s) { s.areas.clear(); }), ErrorCode::invalidArgument);
    EXPECT_EQ(refusal([](auto& s) { s.shutter->overlayGroup = 0x6000; }), ErrorCode::invalidArgument);
    EXPECT_EQ(refusal([](auto& s) {
                  s.overlays = {plane(0x6000), plane(0x6000)};
              }),
              ErrorCode::invalidArgument);
    EXPECT_EQ(refusal([](auto& s) {
                  s.overlays = {plane(0x6000)};
                  s.overlays[0].bits.pop_back();
              }),
              ErrorCode::invalidArgument);
    EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(PresentationStateTest, AFilmIsNoPresentationState) {
    DicomFilm film;
    film.study.uid = uidFromSeed("study");
    film.series.uid = uidFromSeed("series");
    film.instance.uid = uidFromSeed("image");
    film.instance.viewPosition = "PA";
    film.instance.spacing = {1, 1, SpacingSource::atDetector};
    film.image.pixels =
        core::PixelBuffer::fromVector(2, 2, 1, core::SampleType::u8, std::vector<std::uint8_t>(4));
    ASSERT_TRUE(writeFilm(path(), film));
    const auto read = readPresentation(*core::readFile(path()));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::notRecognised);
}

TEST(ContentLabelTest, IsACodeString) {
    EXPECT_EQ(contentLabel("effusion left, basal"), "EFFUSION_LEFT__B");
    EXPECT_EQ(contentLabel("  "), "PLEURASCOPE");
    EXPECT_EQ(contentLabel(""), "PLEURASCOPE");
}

TEST(PresentationReferenceTest, FramesAndImagesAreTold) {
    PresentationState state;
    state.images = {{"1.1", {{"c", "1.2", {2, 3}}, {"c", "1.3", {}}}}};
    EXPECT_FALSE(concerns(state, "1.2", 0));
    EXPECT_TRUE(concerns(state, "1.2", 1));
    EXPECT_TRUE(concerns(state, "1.3", 7));
    EXPECT_FALSE(concerns(state, "1.4", 0));
    EXPECT_TRUE(concerns(ImageReferences{}, "1.4", 0)) << "none named: all are meant";
}

} // namespace
} // namespace pleurascope::dicom
