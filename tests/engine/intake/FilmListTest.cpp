// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/intake/ContentDigest.h"
#include "engine/intake/FilePlace.h"
#include "engine/intake/FilmReader.h"
#include "engine/intake/InProcessReader.h"
#include "tests/engine/intake/TestArchive.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;
using test::SyntheticDicom;
using ::testing::ElementsAre;

/// Lists and reads by both readers: the isolated one and that for debugging.
class FilmListTest : public ::testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        if (GetParam())
            m_reader = std::make_unique<InProcessReader>();
        else
            m_reader = std::make_unique<FilmReader>(std::filesystem::path(PLEURASCOPE_BIN_DIR) /
                                                    "pleurascope-reader");
    }
    [[nodiscard]] std::filesystem::path directory(const std::string& file) const {
        SyntheticDicom record;
        record.clear().text({0x0004, 0x1430}, "CS", "IMAGE").text({0x0004, 0x1500}, "CS", file);
        return m_folder.write("DICOMDIR", SyntheticDicom()
                                              .clear()
                                              .text({0x0004, 0x1130}, "CS", "DISC")
                                              .sequence({0x0004, 0x1220}, record)
                                              .mediaStorage("1.2.840.10008.1.3.10")
                                              .file());
    }
    [[nodiscard]] std::vector<std::filesystem::path> films(const std::filesystem::path& path) const {
        std::vector<std::filesystem::path> paths;
        for (const auto& film : listFilms(path, *m_reader)) {
            EXPECT_TRUE(film) << core::describe(film.error());
            paths.push_back(film.value_or(""));
        }
        return paths;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<FilmReader> m_reader;
};

TEST_P(FilmListTest, MembersOfAnArchiveAreFilms) {
    const auto archive = m_folder.path() / "films.zip";
    writeArchive(archive, {{"deep/a.dcm", SyntheticDicom().file()}, {"note.txt", "no film"}});
    const auto a = archive.string() + "!/deep/a.dcm";
    ASSERT_THAT(films(m_folder.path()), ElementsAre(a, archive.string() + "!/note.txt"));
    EXPECT_THAT(films(a), ElementsAre(a));
    const auto film = m_reader->readFilm(a);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(film->header.path, a);
    EXPECT_EQ(film->header.patient.id, "P1");
    EXPECT_EQ(m_reader->readHeader(a)->instance.columns, 4);
    const auto note = m_reader->readFilm(archive.string() + "!/note.txt");
    EXPECT_EQ(note.error().code, ErrorCode::notRecognised);
    EXPECT_EQ(m_reader->readFilm(archive.string() + "!/none").error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(m_reader->readFilm(archive).error().code, ErrorCode::noPixels);
}

TEST_P(FilmListTest, AMemberIsTheSameFilmAsItsCopyInAFile) {
    const auto archive = m_folder.path() / "films.zip";
    const auto film = SyntheticDicom().file();
    writeArchive(archive, {{"a.dcm", film}, {"b.dcm", SyntheticDicom().pixels(1, 1, {7}).file()}});
    const auto a = m_reader->readHeader(archive.string() + "!/a.dcm");
    const auto b = m_reader->readHeader(archive.string() + "!/b.dcm");
    ASSERT_TRUE(a && b);
    const auto copy = m_folder.write("a.dcm", film);
    EXPECT_EQ(a->contentDigest, contentDigest(copy));
    EXPECT_NE(a->contentDigest, b->contentDigest);
    EXPECT_EQ(m_reader->readHeader(copy)->contentDigest, "") << "whoever wants it can look";
}

TEST_P(FilmListTest, AnArchiveInAnArchiveIsNoFilm) {
    const auto inner = m_folder.path() / "inner.zip";
    writeArchive(inner, {{"a.dcm", SyntheticDicom().file()}});
    const auto outer = m_folder.path() / "outer.zip";
    writeArchive(outer, {{"inner.zip", *core::readText(inner)}});
    ASSERT_THAT(films(outer), ElementsAre(outer.string() + "!/inner.zip"));
    EXPECT_EQ(m_reader->readFilm(outer.string() + "!/inner.zip").error().code, ErrorCode::noPixels);
}

TEST_P(FilmListTest, AFileWhoseNameLooksLikeAMemberIsAFile) {
    const auto file = m_folder.write("a.zip!/film.dcm", SyntheticDicom().file());
    EXPECT_EQ(FilePlace::of(file).file, file);
    EXPECT_TRUE(m_reader->readFilm(file));
}

TEST_P(FilmListTest, ABrokenArchiveIsAnErrorInItsPlace) {
    const auto archive = m_folder.write("a.zip", "PK\x03\x04 and nothing else");
    m_folder.write("b.dcm", SyntheticDicom().file());
    const auto listed = listFilms(m_folder.path(), *m_reader);
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_EQ(listed[0].error().code, ErrorCode::damaged);
    EXPECT_EQ(listed[0].error().path, archive.string());
    EXPECT_TRUE(listed[1]);
}

TEST_P(FilmListTest, AFilmWhosePreamblePosesAsAnArchiveIsAFilm) {
    auto bytes = SyntheticDicom().file();
    bytes.replace(0, 4, "PK\x03\x04");
    const auto film = m_folder.write("film.dcm", bytes);
    ASSERT_THAT(films(m_folder.path()), ElementsAre(film));
    EXPECT_TRUE(m_reader->readFilm(film));
}

TEST_P(FilmListTest, ADirectoryWhosePreamblePosesAsAnArchiveStandsForItsFiles) {
    const auto path = directory("FILM");
    auto bytes = *core::readText(path);
    bytes.replace(0, 4, "PK\x03\x04");
    m_folder.write("DICOMDIR", bytes);
    EXPECT_THAT(films(path), ElementsAre(m_folder.write("FILM", SyntheticDicom().file())));
}

TEST_P(FilmListTest, ADirectoryStandsForItsFilesWhateverTheirCase) {
    const auto path = directory("IMAGES\\FILM");
    const auto film = m_folder.write("images/film", SyntheticDicom().file());
    EXPECT_THAT(films(path), ElementsAre(film));
    const auto both = listFilms(path, *m_reader, DirectoryFiles::listed);
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(*both[0], path);
    EXPECT_THAT(films(m_folder.path()), ElementsAre(film)) << "in a folder, its films are there anyway";
    const auto known = m_reader->readKnown(path);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->kind, FileKind::dicomDirectory);
}

TEST_P(FilmListTest, WhatADirectoryRefersToMayBeMissing) {
    const auto listed = listFilms(directory("IMAGES\\FILM"), *m_reader);
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed[0].error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(listed[0].error().path, (m_folder.path() / "IMAGES/FILM").string());
}

TEST_P(FilmListTest, ADirectoryInAFolderIsUsed) {
    const auto path = directory("IMAGES\\FILM");
    const auto missing = listFilms(m_folder.path(), *m_reader);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0].error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(missing[0].error().path, (m_folder.path() / "IMAGES/FILM").string());
    const auto film = m_folder.write("images/film", SyntheticDicom().file());
    const auto hidden = m_folder.write("images/.film", SyntheticDicom().file());
    EXPECT_THAT(films(m_folder.path()), ElementsAre(film));
    ASSERT_EQ(directory("IMAGES\\.FILM"), path);
    EXPECT_THAT(films(m_folder.path()), ElementsAre(film, hidden))
        << "what it names is a film, listed or not";
    const auto whole = core::readText(path);
    ASSERT_TRUE(whole && core::writeFileAtomically(path, whole->substr(0, whole->size() - 4)));
    const auto listed = listFilms(m_folder.path(), *m_reader);
    ASSERT_EQ(listed.size(), 2u);
    EXPECT_EQ(listed[1].error().path, path.string());
}

TEST_P(FilmListTest, NothingOutsideTheDirectorysFolderIsRead) {
    const test::TemporaryFolder elsewhere;
    elsewhere.write("FILM", SyntheticDicom().file());
    for (const auto* reference : {"..\\FILM", "\\FILM", "LINK\\FILM"}) {
        std::filesystem::remove(m_folder.path() / "LINK");
        std::filesystem::create_directory_symlink(elsewhere.path(), m_folder.path() / "LINK");
        for (const auto& film : listFilms(directory(reference), *m_reader))
            EXPECT_FALSE(film) << *film;
    }
}

TEST_P(FilmListTest, WhatIsNotThereIsAnError) {
    const auto listed = listFilms(m_folder.path() / "none", *m_reader);
    ASSERT_EQ(listed.size(), 1u);
    EXPECT_EQ(listed[0].error().code, ErrorCode::fileNotFound);
}

TEST_P(FilmListTest, WhatIsRefusedIsKnownAsFarAsItCanBeTold) {
    const auto report =
        m_folder.write("report", SyntheticDicom()
                                     .without({0x7fe0, 0x0010})
                                     .text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.88.11")
                                     .file());
    EXPECT_EQ(m_reader->readFilm(report).error().code, ErrorCode::noPixels);
    const auto known = m_reader->readKnown(report);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->kind, FileKind::dicom);
    EXPECT_EQ(known->header.patient.id, "P1");
    EXPECT_EQ(known->header.instance.sopClassUid, "1.2.840.10008.5.1.4.1.1.88.11");
    EXPECT_FALSE(m_reader->readKnown(m_folder.write("note", "text"))->kind);
}

INSTANTIATE_TEST_SUITE_P(Readers, FilmListTest, ::testing::Bool(),
                         [](const auto& reader) { return reader.param ? "inThisProcess" : "isolated"; });

} // namespace
} // namespace pleurascope::intake
