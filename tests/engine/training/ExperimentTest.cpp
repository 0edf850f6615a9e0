// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Experiment.h"

#include "tests/engine/training/PretendedRuns.h"

#include <gmock/gmock.h>

namespace pleurascope::training {
namespace {

class FilmsOfAnExperiment : public ::testing::Test {
protected:
    FilmsOfAnExperiment() {
        m_config.data = m_folder.path();
        m_config.split.unit = data::SplitUnit::image;
        for (const char* path : {"effusion/a.png", "effusion/b.tif", "nofinding/c.png", "nofinding/d.bmp"})
            m_folder.write(path);
    }
    [[nodiscard]] core::Result<data::Dataset> films() {
        return filmsOf(m_config, m_reader, [](const core::Progress&) {}, {});
    }
    [[nodiscard]] std::vector<std::string> paths() {
        const auto dataset = films().value();
        std::vector<std::string> all;
        for (const auto& sample : dataset.samples)
            all.push_back(sample.path);
        return all;
    }

    test::TemporaryFolder m_folder;
    NoiseReader m_reader;
    TrainingConfig m_config;
};

TEST_F(FilmsOfAnExperiment, AreListedAsTheRunsOfItListThem) {
    EXPECT_THAT(paths(), ::testing::ElementsAre("effusion/a.png", "effusion/b.tif", "nofinding/c.png"));
    m_config.kerasSplit = true;
    EXPECT_THAT(paths(), ::testing::ElementsAre("effusion/a.png", "nofinding/c.png", "nofinding/d.bmp"));
}

TEST_F(FilmsOfAnExperiment, AClassWithoutAnyIsNamed) {
    m_config.kerasSplit = true;
    m_folder.write("other/e.tif");
    const auto listed = films();
    ASSERT_FALSE(listed);
    EXPECT_EQ(listed.error().code, core::ErrorCode::emptyClass);
    EXPECT_THAT(listed.error().path, ::testing::EndsWith("other"));
}

} // namespace
} // namespace pleurascope::training
