// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/PresentationMessage.h"

#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/FilmReader.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

dicom::PresentationState state() {
    dicom::PresentationState state;
    state.patient.name = "Dö^J";
    state.study.uid = dicom::uidFromSeed("study");
    state.series.uid = dicom::uidFromSeed("series");
    state.uid = dicom::uidFromSeed("state");
    state.description = "left";
    state.images = {{"1.2", {{"1.2.840.10008.5.1.4.1.1.1.1", "1.3", {2}}}}};
    state.modality = dicom::ModalityTransform{2, -5, imaging::LookupTable{3, 12, {1, 65535}, "m"}};
    state.voi = {{{}, {{1, 2, imaging::VoiFunction::sigmoid, "w"}}, {imaging::LookupTable{0, 8, {9}, "v"}}}};
    state.presentationTable = imaging::LookupTable{0, 16, {0, 65535}, {}};
    state.isInverse = true;
    state.orientation = {3, true};
    dicom::DisplayedArea area;
    area.from = {-1, 2};
    area.to = {10.5, 20};
    area.size = dicom::AreaSize::magnify;
    area.spacing = {.1, .2, dicom::SpacingSource::calibrated};
    area.magnification = 1.5;
    state.areas = {area};
    dicom::TextObject text{"a\nb", dicom::TextObject::Box{dicom::GraphicUnits::display, {0, 0}, {1, 1}, {}},
                           dicom::TextObject::Anchor{dicom::GraphicUnits::pixel, {4, 5}, true}};
    state.annotations = {
        {{{"c", "1.3", {}}}, "L", {text}, {{dicom::GraphicKind::circle, {}, true, {{1, 2}, {3, 4}}}}}};
    state.layers = {{"L", 4, std::uint16_t(7), "d"}};
    state.shutter.emplace();
    state.shutter->circle = {1, 2, 3};
    imaging::Overlay overlay;
    overlay.rows = 2;
    overlay.columns = 5;
    overlay.bits = {0xff, 0x03};
    state.overlays = {overlay};
    state.activations = {{0x6000, "L"}};
    state.assumptions = {"note"};
    state.warnings = {"mask"};
    return state;
}

TEST(PresentationMessageTest, EverythingSurvivesTheWay) {
    const auto sent = state();
    const auto text = encodePresentation(sent);
    const auto read = decodePresentation(text);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(encodePresentation(*read), text) << "every field that is sent is read";
    EXPECT_EQ(read->voi[0].windows, sent.voi[0].windows);
    EXPECT_EQ(read->modality->table->entries, sent.modality->table->entries);
    EXPECT_EQ(read->orientation, sent.orientation);
    EXPECT_EQ(read->annotations[0].graphics[0].points, sent.annotations[0].graphics[0].points);
    EXPECT_EQ(read->overlays[0].bits, sent.overlays[0].bits);
    EXPECT_EQ(read->layers[0].grey, 7);
}

TEST(PresentationMessageTest, AnErrorIsHandedOn) {
    const auto read = decodePresentation(encodeError({ErrorCode::damaged, "why", {}}));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::damaged);
}

TEST(PresentationMessageTest, MalformedAnswersAreHeldAgainstTheReader) {
    const auto text = encodePresentation(state());
    const auto expectRefused = [](const std::string& spoiled) {
        const auto read = decodePresentation(spoiled);
        ASSERT_FALSE(read) << spoiled;
        EXPECT_EQ(read.error().code, ErrorCode::readerCrashed);
    };
    for (const char* nonsense : {"", "{}", "[]", "7"})
        expectRefused(nonsense);
    const std::pair<const char*, const char*> spoils[]{{"\"quarterTurns\":3", "\"quarterTurns\":4"},
                                                       {"\"width\":2.0", "\"width\":0.0"},
                                                       {"\"bits\":[255,3]", "\"bits\":[255]"},
                                                       {"\"bits\":[255,3]", "\"bits\":[256,3]"},
                                                       {"[[1.0,2.0],[3.0,4.0]]", "[[1.0,2.0]]"},
                                                       {"[[1.0,2.0],[3.0,4.0]]", "[[1.0],[3.0,4.0]]"},
                                                       {"\"magnification\":1.5", "\"magnification\":-1.5"},
                                                       {"\"entries\":[9]", "\"entries\":[]"},
                                                       {"\"uid\":\"1.3\"", "\"uid\":7"}};
    for (const auto& [found, spoiled] : spoils) {
        const auto place = text.find(found);
        ASSERT_NE(place, std::string::npos) << found << text;
        expectRefused(std::string(text).replace(place, std::string_view(found).size(), spoiled));
    }
}

TEST(PresentationMessageTest, TheIsolatedReaderReadsAFile) {
    const test::TemporaryFolder folder;
    auto written = state();
    written.overlays.clear();
    const auto path = folder.path() / "state.dcm";
    const auto done = dicom::writePresentation(path, written);
    ASSERT_TRUE(done) << core::describe(done.error());
    FilmReader reader(std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader");
    const auto read = reader.readPresentation(path);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->uid, written.uid);
    EXPECT_EQ(read->presentationTable->entries, written.presentationTable->entries);
    const auto missing = reader.readPresentation(folder.path() / "no.dcm");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::fileNotFound);
    EXPECT_FALSE(missing.error().path.empty());
}

} // namespace
} // namespace pleurascope::intake
