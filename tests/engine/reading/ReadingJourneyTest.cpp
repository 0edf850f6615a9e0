// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Installation.h"
#include "engine/phantom/PhantomSet.h"
#include "engine/reading/Importer.h"
#include "engine/reading/ScoringQueue.h"
#include "tests/engine/reading/FakePredictor.h"
#include "tests/support/TemporaryFolder.h"

#include <future>
#include <gtest/gtest.h>

namespace pleurascope::reading {
namespace {

/// From files on the disk to scores in the worklist, through the isolated reader.
class ReadingJourneyTest : public ::testing::Test {
protected:
    void SetUp() override {
        ::setenv("PLEURASCOPE_BIN", PLEURASCOPE_BIN_DIR, 0);
        if (!std::filesystem::exists(core::readerProgram()))
            GTEST_SKIP() << core::readerProgram() << " is not built";
        auto library = store::Library::open(m_folder.path() / "library.sqlite");
        ASSERT_TRUE(library);
        m_library = std::move(*library);
    }
    void writePhantoms(const std::string& name, int count, bool dicom) const {
        phantom::PhantomSetConfig config;
        config.output = m_folder.path() / "films" / name;
        config.count = count;
        config.size = 64;
        config.dicom = dicom;
        ASSERT_TRUE(phantom::writePhantomSet(config, {}, {}));
    }
    test::TemporaryFolder m_folder;
    std::unique_ptr<store::Library> m_library;
};

TEST_F(ReadingJourneyTest, PhantomsAreImportedAndScored) {
    writePhantoms("dicom", 12, true);
    writePhantoms("png", 3, false);
    m_folder.write("films/notes.dcm", "this is no film");
    intake::FilmReader reader(core::readerProgram());
    const auto report = importFilms({m_folder.path() / "films"}, reader, *m_library, {true, {}}, {}, {});
    ASSERT_TRUE(report) << core::describe(report.error());
    EXPECT_EQ(report->added, 15);
    EXPECT_EQ(report->conflicting, 0);
    ASSERT_EQ(report->refused.size(), 3u); // the note and two tables of labels

    std::promise<void> done;
    ScoringQueue queue(*m_library, core::readerProgram(),
                       {{},
                        [&, told = false](int waiting) mutable {
                            if (waiting == 0 && !std::exchange(told, true))
                                done.set_value();
                        },
                        [](const core::Error& error) { ADD_FAILURE() << core::describe(error); }});
    queue.setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_EQ(done.get_future().wait_for(std::chrono::seconds(60)), std::future_status::ready);

    const auto rows = m_library->worklist("model-a");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->size(), 15u);
    bool someoneHasAnEarlierStudy = false;
    for (const auto& row : *rows) {
        ASSERT_TRUE(row.prediction) << row.film.path;
        EXPECT_EQ(row.prediction->refusal, "") << row.film.path;
        EXPECT_TRUE(row.study.demonstration);
        someoneHasAnEarlierStudy = someoneHasAnEarlierStudy || row.earlierStudies == 1;
    }
    EXPECT_TRUE(someoneHasAnEarlierStudy);
}

} // namespace
} // namespace pleurascope::reading
