// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmMessage.h"

#include "engine/intake/SealedMemory.h"

#include <gmock/gmock.h>

#include <random>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

Film film() {
    Film film;
    film.header.kind = FileKind::dicom;
    film.header.patient = {"Müller^Jörg", "P\"1\\", "1950-02-03", "M"};
    film.header.study = {"1.2", "S", "2026-01-31", "09:15:00", "A", "Thorax", "075Y"};
    film.header.series = {"1.2.3", "DX", "PA", "CHEST", -4};
    film.header.instance = {"1.2.3.4", "class", "syntax", "PA", "U", "MONOCHROME1", 5, 2, 3, 7, 16, 12, {}};
    film.header.instance.spacing = {0.1, 0.30000000000000004, dicom::SpacingSource::calibrated};
    film.header.instance.directions = {"LP", "F"};
    film.header.assumptions = {"one", "two"};
    film.header.contentDigest = std::string(64, 'a');
    auto& display = film.image.display;
    display.rescaleSlope = 6e-8;
    display.rescaleIntercept = -1024.5;
    display.modalityTable = imaging::LookupTable{-3, 12, {1, 65535}, "m"};
    display.windows = {{40, 400, imaging::VoiFunction::sigmoid, "soft"},
                       {-600, 1500, imaging::VoiFunction::linear, ""}};
    display.voiTables = {{0, 8, {7}, "v"}};
    display.inverted = true;
    display.bitsStored = 12;
    display.isSigned = true;
    display.padding = imaging::PaddingRange{-2000, -1990};
    display.presentationTable = {0, 8, {0, 255}, "p"};
    display.overlays = {{0x6002, imaging::Overlay::Kind::regionOfInterest, -1, 2, 3, 5, {0x81, 0x7f}, "knee"},
                        {}};
    display.shutter = imaging::Shutter{imaging::Shutter::Rectangle{1, 2, 0.5, 1.5},
                                       imaging::Shutter::Circle{1, 1, 1.5},
                                       {{0, 0}, {0, 2}, {1, 1}},
                                       0x6002,
                                       65535};
    display.pixelAspect = 0.5;
    film.image.pixels =
        core::PixelBuffer::fromVector<std::uint16_t>(3, 2, 1, core::SampleType::u16, {1, 2, 3, 4, 5, 6});
    return film;
}

/// With a natural frame beside the difference.
Film subtractedFilm() {
    auto all = film();
    all.natural = all.image;
    all.natural->pixels =
        core::PixelBuffer::fromVector<std::int16_t>(3, 2, 1, core::SampleType::s16, {-1, 7, 8, 9, 10, 11});
    all.natural->display.bitsStored = 11;
    return all;
}

/// The memory that goes with a message.
core::Bytes memoryOf(const Film& film, const FilmMessage& message) {
    const auto pixels = film.image.pixels.bytes();
    core::Bytes memory(pixels.begin(), pixels.end());
    memory.resize(std::size_t(alignedInMemory(memory.size())));
    memory.insert(memory.end(), message.attachments.begin(), message.attachments.end());
    return memory;
}

TEST(FilmMessageTest, AFilmArrivesAsItWasSent) {
    const auto sent = film();
    const auto message = encodeFilm(sent);
    const auto answer = decodeFilm(message.text, memoryOf(sent, message));
    ASSERT_TRUE(answer) << core::describe(answer.error());
    // everything that was sent is sent again
    const auto again = encodeFilm({answer->header, {sent.image.pixels, answer->display}});
    EXPECT_EQ(again.text, message.text);
    EXPECT_EQ(again.attachments, message.attachments);
    EXPECT_EQ(answer->header.patient.name, "Müller^Jörg");
    EXPECT_EQ(answer->header.instance.spacing.column, 0.30000000000000004);
    EXPECT_EQ(answer->header.instance.directions, sent.header.instance.directions);
    EXPECT_EQ(answer->display.windows, sent.image.display.windows);
    EXPECT_EQ(answer->shape.width, 3);
    EXPECT_EQ(answer->shape.bytes(), 12u);
}

TEST(FilmMessageTest, TheNaturalFrameArrivesWithTheDifference) {
    const auto sent = subtractedFilm();
    const auto message = encodeFilm(sent);
    const auto answer = decodeFilm(message.text, memoryOf(sent, message));
    ASSERT_TRUE(answer) << core::describe(answer.error());
    ASSERT_TRUE(answer->natural);
    EXPECT_THAT(answer->natural->pixels.samples<std::int16_t>(), ::testing::ElementsAre(-1, 7, 8, 9, 10, 11));
    EXPECT_EQ(answer->natural->display.bitsStored, 11);
    const auto again = encodeFilm({answer->header, {sent.image.pixels, answer->display}, answer->natural});
    EXPECT_EQ(again.text, message.text);
    EXPECT_EQ(again.attachments, message.attachments);
}

TEST(FilmMessageTest, OverlaysTablesAndShuttersArriveOutsideTheText) {
    const auto sent = film();
    const auto message = encodeFilm(sent);
    const auto answer = decodeFilm(message.text, memoryOf(sent, message));
    ASSERT_TRUE(answer);
    const auto& display = answer->display;
    EXPECT_THAT(display.modalityTable->entries, ::testing::ElementsAre(1, 65535));
    EXPECT_THAT(display.presentationTable->entries, ::testing::ElementsAre(0, 255));
    ASSERT_EQ(display.overlays.size(), 2u);
    EXPECT_EQ(display.overlays[0].top, -1);
    EXPECT_TRUE(display.overlays[0].isSet(0, 0));
    EXPECT_FALSE(display.overlays[0].isSet(0, 1));
    EXPECT_EQ(display.shutter->polygon.size(), 3u);
    EXPECT_EQ(display.shutter->circle->radius, 1.5);
    EXPECT_EQ(display.shutter->overlayGroup, 0x6002);
    EXPECT_EQ(display.pixelAspect, 0.5);
}

TEST(FilmMessageTest, AHeaderArrivesAsItWasSent) {
    const auto sent = film().header;
    const auto header = decodeHeader(encodeHeader(sent));
    ASSERT_TRUE(header);
    EXPECT_EQ(encodeHeader(*header), encodeHeader(sent));
    EXPECT_EQ(header->series.number, -4);
}

TEST(FilmMessageTest, TextThatIsNoUtf8IsMended) {
    auto sent = film();
    sent.header.patient.name = "M\xfcller";
    const auto message = encodeFilm(sent);
    const auto answer = decodeFilm(message.text, memoryOf(sent, message));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header.patient.name, "M\xef\xbf\xbdller");
}

TEST(FilmMessageTest, ErrorsKeepCodeAndDetail) {
    const auto answer = decodeFilm(encodeError({ErrorCode::unsupportedFormat, "JPEG XL", "not sent"}), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::unsupportedFormat);
    EXPECT_EQ(answer.error().detail, "JPEG XL");
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto position = text.find(what);
    EXPECT_NE(position, std::string::npos) << what;
    return text.replace(position, what.size(), with);
}

TEST(FilmMessageTest, FieldsOfAnotherTypeOrOutOfRangeAreRefused) {
    const auto message = encodeFilm(film());
    const auto& text = message.text;
    const auto memory = memoryOf(film(), message);
    ASSERT_TRUE(decodeFilm(text, memory));
    const std::vector<std::pair<std::string, std::string>> lies{
        {"\"width\":3", "\"width\":0"},
        {"\"width\":3", "\"width\":-3"},
        {"\"width\":3", "\"width\":3e300"},
        {"\"width\":3", "\"width\":18446744073709551615"},
        {"\"width\":3", "\"width\":\"3\""},
        {"\"channels\":1", "\"channels\":2"},
        {"\"channels\":1", "\"channels\":3"},
        {"\"type\":2", "\"type\":8"},
        {"\"kind\":0", "\"kind\":4"},
        {"\"width\":400.0", "\"width\":0.0"},
        {"\"centre\":40.0", "\"centre\":null"},
        {"\"length\":4,", "\"length\":0,"},
        {"\"length\":4,", "\"length\":3,"},
        {"\"length\":4,", "\"length\":1000,"},
        {"\"length\":4,", "\"length\":-4,"},
        {"\"length\":4,", "\"length\":18446744073709551612,"},
        {"\"offset\":16", "\"offset\":17"},
        {"\"offset\":16", "\"offset\":4096"},
        {"\"offset\":16", "\"offset\":18446744073709551600"},
        {"\"entries\":{", "\"entries\":7,\"other\":{"},
        {"\"columns\":5", "\"columns\":6"},
        {"\"columns\":5", "\"columns\":1000000"},
        {"\"columns\":5", "\"columns\":-5"},
        {"\"polygon\":[{", "\"polygon\":[7,{"},
        {"\"pixelAspect\":0.5", "\"pixelAspect\":0.0"},
        {"\"presentationValue\":65535", "\"presentationValue\":65536"},
        {"\"radius\":1.5", "\"radius\":null"},
        {"\"inverted\":true", "\"inverted\":1"},
        {"\"function\":2", "\"function\":3"},
        {"\"bitsStored\":12", "\"bitsStored\":null"},
        {"\"spacingSource\":2", "\"spacingSource\":3"},
        {"\"rowDirection\":\"LP\"", "\"rowDirection\":\"LR\""},
        {"\"rowDirection\":\"LP\"", "\"rowDirection\":\"<b>\""},
        {"\"rowDirection\":\"LP\"", "\"rowDirection\":null"},
        {"\"columnDirection\":\"F\"", "\"columnDirection\":\"FLPA\""},
        {"\"id\":\"S\"", "\"id\":null"},
        {"\"contentDigest\":\"a", "\"contentDigest\":\"A"},
        {"\"contentDigest\":\"aa", "\"contentDigest\":\"a"},
        {"\"rescaleSlope\"", "\"slope\""}};
    for (const auto& [truth, lie] : lies) {
        const auto answer = decodeFilm(replaced(text, truth, lie), memory);
        ASSERT_FALSE(answer) << lie;
        EXPECT_EQ(answer.error().code, ErrorCode::readerCrashed) << lie;
    }
}

TEST(FilmMessageTest, ANaturalFrameThatCannotBeIsRefused) {
    const auto message = encodeFilm(subtractedFilm());
    const auto memory = memoryOf(subtractedFilm(), message);
    ASSERT_TRUE(decodeFilm(message.text, memory));
    for (const auto& [truth, lie] : std::vector<std::pair<std::string, std::string>>{
             {"\"type\":3,\"width\":3", "\"type\":3,\"width\":2"},
             {"\"type\":3,\"width\":3", "\"type\":5,\"width\":3"},
             {"\"type\":3,\"width\":3", "\"type\":3,\"width\":0"},
             {"\"samples\":{\"length\":12", "\"samples\":{\"length\":10"},
             {"\"samples\":{\"length\":12", "\"samples\":{\"length\":1200"},
             {"\"natural\":{", "\"natural\":7,\"other\":{"},
             {"\"bitsStored\":11", "\"bitsStored\":0"}}) {
        const auto answer = decodeFilm(replaced(message.text, truth, lie), memory);
        ASSERT_FALSE(answer) << lie;
        EXPECT_EQ(answer.error().code, ErrorCode::readerCrashed) << lie;
    }
}

dicom::PixelsInFile inFile() {
    return {1000, 3, 2, core::SampleType::u16, 12, 13};
}

/// The film's message without pixels.
core::Bytes memoryWithoutPixels(const FilmMessage& message) {
    return {message.attachments.begin(), message.attachments.end()};
}

TEST(FilmMessageTest, PixelsMayStayInTheFile) {
    auto sent = film();
    sent.image.pixels = {};
    const auto message = encodeFilm(sent, inFile());
    const auto answer = decodeFilm(message.text, memoryWithoutPixels(message));
    ASSERT_TRUE(answer) << core::describe(answer.error());
    ASSERT_TRUE(answer->inFile);
    EXPECT_EQ(encodeFilm({answer->header, {{}, answer->display}}, answer->inFile).text, message.text);
    EXPECT_EQ(answer->inFile->offset, 1000u);
    EXPECT_EQ(answer->inFile->bytes(), 12u);
    EXPECT_EQ(answer->inFile->highBit, 13);
}

TEST(FilmMessageTest, PlacesInTheFileThatCannotBeAreRefused) {
    auto sent = film();
    sent.image.pixels = {};
    const auto message = encodeFilm(sent, inFile());
    const auto memory = memoryWithoutPixels(message);
    const std::vector<std::pair<std::string, std::string>> lies{
        {"\"offset\":1000", "\"offset\":18446744073709551615"},
        {"\"offset\":1000", "\"offset\":9223372036854775807"},
        {"\"offset\":1000", "\"offset\":-1"},
        {"\"bitsStored\":12,\"highBit\"", "\"bitsStored\":17,\"highBit\""},
        {"\"highBit\":13", "\"highBit\":16"},
        {"\"highBit\":13", "\"highBit\":10"},
        {"\"type\":2", "\"type\":6"},
        {"\"width\":3", "\"width\":1000000"},
        {"\"highBit\"", "\"bit\""}};
    for (const auto& [truth, lie] : lies) {
        auto text = replaced(message.text, truth, lie);
        if (lie == "\"width\":1000000")
            text = replaced(text, "\"height\":2", "\"height\":1000000");
        const auto answer = decodeFilm(text, memory);
        ASSERT_FALSE(answer) << lie;
        EXPECT_EQ(answer.error().code, ErrorCode::readerCrashed) << lie;
    }
}

TEST(FilmMessageTest, PixelsThatAreNotInTheMemoryAreRefused) {
    const auto message = encodeFilm(film());
    const auto memory = memoryOf(film(), message);
    EXPECT_FALSE(decodeFilm(message.text, {}));
    EXPECT_FALSE(decodeFilm(message.text, std::span(memory).first(11)));
    EXPECT_FALSE(decodeFilm(message.text, std::span(memory).first(memory.size() - 1)));
}

TEST(FilmMessageTest, WhatIsNoMessageIsRefused) {
    for (const auto* text :
         {"", "{", "[]", "null", "{}", "{\"error\":{}}", "{\"error\":{\"code\":99,\"detail\":\"\"}}", "7"}) {
        EXPECT_FALSE(decodeFilm(text, {})) << text;
        EXPECT_FALSE(decodeHeader(text)) << text;
        EXPECT_EQ(decodeFilm(text, {}).error().code, ErrorCode::readerCrashed) << text;
    }
    EXPECT_FALSE(decodeFilm(std::string(2'000'000, '['), {}));
}

TEST(FilmMessageTest, BrokenMessagesNeverCrash) {
    const auto message = encodeFilm(subtractedFilm());
    const auto memory = memoryOf(subtractedFilm(), message);
    std::mt19937 generator(11);
    for (int i = 0; i < 3000; ++i) {
        auto broken = message.text;
        broken[generator() % broken.size()] = char(generator());
        const auto answer = decodeFilm(broken, memory);
        if (answer) {
            EXPECT_LE(answer->shape.bytes(), memory.size());
        }
    }
}

} // namespace
} // namespace pleurascope::intake
