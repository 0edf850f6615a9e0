// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"

#include "engine/imaging/ImageFile.h"
#include "engine/intake/FilmContent.h"
#include "tests/engine/intake/ReaderProcesses.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <thread>

#include <sys/stat.h>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;
using test::SyntheticDicom;

class FilmReaderTest : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path film(const char* name = "film.dcm") const {
        return m_folder.write(name, SyntheticDicom().file());
    }

    test::TemporaryFolder m_folder;
    FilmReader m_reader{readerProgram};
};

TEST_F(FilmReaderTest, ReadsADicomFilmWithItsPixels) {
    const auto path = film();
    const auto read = m_reader.readFilm(path);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->header.path, path.string());
    EXPECT_EQ(read->header.kind, FileKind::dicom);
    EXPECT_EQ(read->header.patient.name, "Doe^Jane");
    ASSERT_EQ(read->image.pixels.sampleCount(), 12u);
    EXPECT_EQ(read->image.pixels.samples<std::uint16_t>()[11], 1100);
    EXPECT_EQ(read->image.display.bitsStored, 12);
}

TEST_F(FilmReaderTest, PixelsOutliveTheReaderAndTheNextFile) {
    auto reader = std::make_unique<FilmReader>(readerProgram);
    const auto first = reader->readFilm(film());
    ASSERT_TRUE(first);
    ASSERT_TRUE(reader->readFilm(m_folder.write("other.dcm", SyntheticDicom().pixels(1, 1, {7}).file())));
    reader.reset();
    EXPECT_EQ(first->image.pixels.samples<std::uint16_t>()[1], 100);
}

/// They are no mapping of the file.
TEST_F(FilmReaderTest, PixelsOutliveTheirFile) {
    const std::vector<std::uint16_t> values(500 * 700, 1234);
    const auto path = m_folder.write("film.dcm", SyntheticDicom().pixels(500, 700, values).file());
    const auto read = m_reader.readFilm(path);
    ASSERT_TRUE(read) << core::describe(read.error());
    m_folder.write("film.dcm", "");
    const auto samples = read->image.pixels.samples<std::uint16_t>();
    EXPECT_TRUE(std::ranges::equal(samples, values));
}

/// Masked, of any frame, in any order of bytes.
TEST_F(FilmReaderTest, PixelsAreThoseThatAreReadInThisProcess) {
    std::vector<std::uint16_t> values(3 * 300 * 400);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::uint16_t(i * 40503);
    using Syntax = SyntheticDicom::Syntax;
    for (const auto syntax : {Syntax::explicitLittle, Syntax::implicitLittle, Syntax::explicitBig})
        for (const int stored : {16, 12, 9})
            for (const int frame : {0, 2}) {
                const auto file = SyntheticDicom(syntax)
                                      .text({0x0028, 0x0008}, "IS", "3")
                                      .pixels(300, 400, values)
                                      .depth(16, stored, 15 - (stored == 9 ? 2 : 0), stored == 12)
                                      .file();
                const auto read = m_reader.readFilm(m_folder.write("film.dcm", file), frame);
                const auto here = filmFromBytes(test::bytesOf(file), frame);
                ASSERT_TRUE(read && here) << core::describe(read.error());
                EXPECT_EQ(read->image.pixels.type(), here->image.pixels.type());
                EXPECT_TRUE(std::ranges::equal(read->image.pixels.bytes(), here->image.pixels.bytes()));
                EXPECT_EQ(read->header.instance.frames, 3);
            }
}

TEST_F(FilmReaderTest, TheHeaderComesWithoutPixels) {
    const auto header = m_reader.readHeader(film());
    ASSERT_TRUE(header) << core::describe(header.error());
    EXPECT_EQ(header->patient.id, "P1");
    EXPECT_EQ(header->instance.columns, 4);
}

TEST_F(FilmReaderTest, PicturesAreFilmsWithoutIdentity) {
    const auto path = m_folder.path() / "film.png";
    ASSERT_TRUE(imaging::writePng(path, core::PixelBuffer::fromVector<std::uint8_t>(
                                            3, 2, 1, core::SampleType::u8, {1, 2, 3, 4, 5, 6})));
    const auto read = m_reader.readFilm(path);
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(read->header.kind, FileKind::png);
    EXPECT_EQ(read->header.instance.columns, 3);
    EXPECT_EQ(read->header.instance.uid, "");
    EXPECT_EQ(read->image.pixels.samples<std::uint8_t>()[5], 6);
    EXPECT_EQ(m_reader.readHeader(path)->instance.rows, 2);
}

TEST_F(FilmReaderTest, ContentTellsTheKindAndNamesDoNot) {
    EXPECT_EQ(codeOf(m_reader.readFilm(m_folder.write("note.dcm", "only text"))), ErrorCode::notRecognised);
    EXPECT_EQ(codeOf(m_reader.readFilm(m_folder.write("empty.dcm", ""))), ErrorCode::notRecognised);
    EXPECT_TRUE(m_reader.readFilm(film("film.png")));
}

TEST_F(FilmReaderTest, WhatDecodesBeyondTheLimitIsRefused) {
    const auto native = film(); // 12 pixels of 2 bytes
    const auto picture = m_folder.path() / "film.png";
    ASSERT_TRUE(imaging::writePng(picture, core::PixelBuffer::fromVector(6, 4, 1, core::SampleType::u8,
                                                                         std::vector<std::uint8_t>(24, 9))));
    FilmReader enough(readerProgram, {.decodedBytes = 24}), tooLittle(readerProgram, {.decodedBytes = 23});
    for (const auto& path : {native, picture}) {
        EXPECT_TRUE(enough.readFilm(path));
        const auto refused = tooLittle.readFilm(path);
        ASSERT_EQ(codeOf(refused), ErrorCode::limitExceeded);
        EXPECT_EQ(refused.error().path, path.string());
        EXPECT_THAT(refused.error().detail, ::testing::HasSubstr("limit 23 bytes"));
    }
    EXPECT_TRUE(tooLittle.readHeader(native)) << "nothing is decoded for it";
}

TEST_F(FilmReaderTest, AReaderThatMayDecodeMoreMayTakeMoreMemory) {
    constexpr std::uint64_t gib = std::uint64_t(1) << 30;
    EXPECT_EQ(ReaderLimits{}.decodedBytes, 2 * gib);
    EXPECT_EQ(ReaderLimits{}.memoryBytes, 5 * gib / 2);
    core::setDecodedLimit(gib);
    EXPECT_EQ(ReaderLimits{}.decodedBytes, gib);
    EXPECT_EQ(ReaderLimits{}.memoryBytes, 5 * gib / 2);
    core::setDecodedLimit(4 * gib);
    EXPECT_GT(ReaderLimits{}.memoryBytes, 4 * gib);
    core::setDecodedLimit(core::defaultDecodedLimit);
}

TEST_F(FilmReaderTest, ErrorsNameFileAndReason) {
    const auto missing = m_reader.readFilm(m_folder.path() / "none.dcm");
    EXPECT_EQ(codeOf(missing), ErrorCode::fileNotFound);
    EXPECT_EQ(missing.error().path, (m_folder.path() / "none.dcm").string());
    EXPECT_EQ(codeOf(m_reader.readFilm(m_folder.path())), ErrorCode::fileUnreadable);
    const auto whole = SyntheticDicom().file();
    const auto cut = m_reader.readFilm(m_folder.write("cut.dcm", whole.substr(0, whole.size() - 20)));
    ASSERT_EQ(codeOf(cut), ErrorCode::truncated);
    EXPECT_EQ(cut.error().path, (m_folder.path() / "cut.dcm").string());
}

TEST_F(FilmReaderTest, AFilmOfWhichAPartIsMissingArrivesAsPartial) {
    const auto whole = SyntheticDicom().file();
    const auto part = m_reader.readFilm(m_folder.write("part.dcm", whole.substr(0, whole.size() - 10)));
    ASSERT_TRUE(part) << core::describe(part.error());
    EXPECT_TRUE(part->header.isPartial);
    EXPECT_FALSE(part->header.warnings.empty());
}

TEST_F(FilmReaderTest, ANamedPipeIsRefusedWithoutWaiting) {
    const auto pipe = m_folder.path() / "pipe.dcm";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(codeOf(m_reader.readFilm(pipe)), ErrorCode::fileUnreadable);
}

TEST_F(FilmReaderTest, AProgramThatIsNotThereIsNamed) {
    FilmReader reader(m_folder.path() / "no-such-reader");
    const auto read = reader.readFilm(film());
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().detail, ::testing::HasSubstr("no-such-reader"));
}

TEST_F(FilmReaderTest, HeadersOfManyFilesComeInOrderWithAnErrorWhereOneBelongs) {
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 70; ++i)
        paths.push_back(m_folder.write(
            std::to_string(i), SyntheticDicom().text({0x0010, 0x0020}, "LO", std::to_string(i)).file()));
    paths[5] = m_folder.path() / "none";
    paths[69] = m_folder.write("note", "only text");
    const auto headers = m_reader.readHeaders(paths);
    ASSERT_EQ(headers.size(), 70u);
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (headers[i]) {
            EXPECT_EQ(headers[i]->patient.id, std::to_string(i));
            EXPECT_EQ(headers[i]->path, paths[i].string());
        } else {
            EXPECT_EQ(headers[i].error().path, paths[i].string());
            EXPECT_EQ(headers[i].error().code, i == 5 ? ErrorCode::fileNotFound : ErrorCode::notRecognised);
        }
    }
    EXPECT_TRUE(m_reader.readHeaders({}).empty());
    EXPECT_TRUE(m_reader.readFilm(film()));
}

#ifndef __SANITIZE_ADDRESS__
TEST_F(FilmReaderTest, TheReaderIsFencedIn) {
    const auto fences = m_reader.confinement();
    ASSERT_TRUE(fences) << core::describe(fences.error());
    if (!fences->systemCalls)
        GTEST_SKIP() << "this kernel has no seccomp";
    ASSERT_TRUE(m_reader.readFilm(film()));
    std::ifstream status("/proc/" + std::to_string(children().at(0)) + "/status");
    const std::string text(std::istreambuf_iterator<char>(status), {});
    EXPECT_THAT(text, ::testing::HasSubstr("Seccomp:\t2"));
    EXPECT_THAT(text, ::testing::HasSubstr("NoNewPrivs:\t1"));
}
#endif

/// Converters are shared objects that the C library opens when they are first used.
TEST_F(FilmReaderTest, NamesInEveryAlphabetAreReadBehindTheFence) {
    const std::vector<std::pair<std::string, std::string>> names{
        {"ISO_IR 100", "Buc^J\xe9r\xf4me"},
        {"ISO_IR 144", "\xbb\xee\xda"},
        {"ISO_IR 166", "\xca\xc1"},
        {"ISO_IR 13", "\xd4\xcf"},
        {"GB18030", "Wang^XiaoDong=\xcd\xf5"},
        {"\\ISO 2022 IR 149", "Hong=\x1b$)C\xfb\xf3"},
        {"\\ISO 2022 IR 87", "Yamada=\x1b$B;3ED\x1b(B"}};
    for (const auto& [set, name] : names) {
        const auto bytes =
            SyntheticDicom().text({0x0008, 0x0005}, "CS", set).text({0x0010, 0x0010}, "PN", name).file();
        const auto isolated = m_reader.readHeader(m_folder.write("name.dcm", bytes));
        const auto here = headerFromBytes(test::bytesOf(bytes));
        ASSERT_TRUE(isolated && here) << set;
        EXPECT_EQ(isolated->patient.name, here->patient.name) << set;
        EXPECT_EQ(isolated->patient.ideographic, here->patient.ideographic) << set;
        EXPECT_EQ(isolated->assumptions, here->assumptions) << set;
    }
}

TEST_F(FilmReaderTest, AReaderKilledBetweenFilesIsReplacedUnnoticed) {
    ASSERT_TRUE(m_reader.readFilm(film()));
    const auto running = children();
    ASSERT_EQ(running.size(), 1u);
    ::kill(running[0], SIGKILL);
    EXPECT_TRUE(m_reader.readFilm(film()));
    EXPECT_NE(children(), running);
}

TEST_F(FilmReaderTest, NoReaderIsLeftBehind) {
    {
        FilmReader reader(readerProgram);
        ASSERT_TRUE(reader.readFilm(film()));
        EXPECT_EQ(children().size(), 1u);
    }
    EXPECT_TRUE(children().empty());
}

TEST_F(FilmReaderTest, ThreadsMayShareOne) {
    const auto path = film();
    std::atomic<int> whole = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 20; ++j)
                whole += m_reader.readFilm(path).has_value() ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(whole, 80);
    EXPECT_EQ(children().size(), 1u);
}

TEST_F(FilmReaderTest, AReaderOutlivesTheThreadThatStartedIt) {
    std::thread([&] { EXPECT_TRUE(m_reader.readFilm(film())); }).join();
    const auto running = children();
    EXPECT_TRUE(m_reader.readFilm(film()));
    EXPECT_EQ(children(), running);
}

#ifndef __SANITIZE_ADDRESS__
TEST_F(FilmReaderTest, AFilmThatNeedsMoreMemoryThanAllowedIsRefusedAndTheNextOneRead) {
    const auto big = m_folder.path() / "big.png";
    ASSERT_TRUE(
        imaging::writePng(big, core::PixelBuffer::fromVector(20000, 10000, 1, core::SampleType::u8,
                                                             std::vector<std::uint8_t>(200'000'000))));
    FilmReader reader(readerProgram, {std::uint64_t(128) << 20});
    EXPECT_EQ(codeOf(reader.readFilm(big)), ErrorCode::outOfMemory);
    EXPECT_TRUE(reader.readFilm(film()));
}
#endif

} // namespace
} // namespace pleurascope::intake
