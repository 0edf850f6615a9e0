// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmMessage.h"

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
    film.header.assumptions = {"one", "two"};
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
    film.image.pixels =
        core::PixelBuffer::fromVector<std::uint16_t>(3, 2, 1, core::SampleType::u16, {1, 2, 3, 4, 5, 6});
    return film;
}

TEST(FilmMessageTest, AFilmArrivesAsItWasSent) {
    const auto sent = film();
    const auto text = encodeFilm(sent);
    const auto answer = decodeFilm(text);
    ASSERT_TRUE(answer) << core::describe(answer.error());
    // everything that was sent is sent again
    Film again{answer->header, {sent.image.pixels, answer->display}};
    EXPECT_EQ(encodeFilm(again), text);
    EXPECT_EQ(answer->header.patient.name, "Müller^Jörg");
    EXPECT_EQ(answer->header.instance.spacing.column, 0.30000000000000004);
    EXPECT_EQ(answer->display.windows, sent.image.display.windows);
    EXPECT_EQ(answer->shape.width, 3);
    EXPECT_EQ(answer->shape.bytes(), 12u);
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
    const auto answer = decodeFilm(encodeFilm(sent));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header.patient.name, "M\xef\xbf\xbdller");
}

TEST(FilmMessageTest, ErrorsKeepCodeAndDetail) {
    const auto answer = decodeFilm(encodeError({ErrorCode::unsupportedFormat, "JPEG XL", "not sent"}));
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
    const auto text = encodeFilm(film());
    ASSERT_TRUE(decodeFilm(text));
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
        {"\"entries\":[7]", "\"entries\":[]"},
        {"\"entries\":[7]", "\"entries\":[70000]"},
        {"\"entries\":[7]", "\"entries\":7"},
        {"\"inverted\":true", "\"inverted\":1"},
        {"\"function\":2", "\"function\":3"},
        {"\"bitsStored\":12", "\"bitsStored\":null"},
        {"\"spacingSource\":2", "\"spacingSource\":3"},
        {"\"id\":\"S\"", "\"id\":null"},
        {"\"rescaleSlope\"", "\"slope\""}};
    for (const auto& [truth, lie] : lies) {
        const auto answer = decodeFilm(replaced(text, truth, lie));
        ASSERT_FALSE(answer) << lie;
        EXPECT_EQ(answer.error().code, ErrorCode::readerCrashed) << lie;
    }
}

TEST(FilmMessageTest, WhatIsNoMessageIsRefused) {
    for (const auto* text :
         {"", "{", "[]", "null", "{}", "{\"error\":{}}", "{\"error\":{\"code\":99,\"detail\":\"\"}}", "7"}) {
        EXPECT_FALSE(decodeFilm(text)) << text;
        EXPECT_FALSE(decodeHeader(text)) << text;
        EXPECT_EQ(decodeFilm(text).error().code, ErrorCode::readerCrashed) << text;
    }
    EXPECT_FALSE(decodeFilm(std::string(2'000'000, '[')));
}

TEST(FilmMessageTest, BrokenMessagesNeverCrash) {
    const auto text = encodeFilm(film());
    std::mt19937 generator(11);
    for (int i = 0; i < 3000; ++i) {
        auto broken = text;
        broken[generator() % broken.size()] = char(generator());
        const auto answer = decodeFilm(broken);
        if (answer) {
            EXPECT_GT(answer->shape.bytes(), 0u);
        }
    }
}

} // namespace
} // namespace pleurascope::intake
