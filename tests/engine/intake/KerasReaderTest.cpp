// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/intake/FilmReader.h"
#include "engine/intake/InProcessReader.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;
using testing::sharedFile;

const std::filesystem::path readerProgram = std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
const std::string golden = "golden/keras/c_weights/";

/// What is the same in both.
void expectSame(const weights::KerasFile& isolated, const weights::KerasFile& here) {
    EXPECT_EQ(isolated.layers, here.layers);
    EXPECT_EQ(isolated.configText, here.configText);
    ASSERT_EQ(isolated.config.has_value(), here.config.has_value());
    if (here.config) {
        EXPECT_EQ(isolated.config->layers.size(), here.config->layers.size());
        EXPECT_EQ(isolated.config->output, here.config->output);
    }
    ASSERT_EQ(isolated.tensors.size(), here.tensors.size());
    for (const auto& [name, tensor] : here.tensors) {
        ASSERT_TRUE(isolated.tensors.contains(name)) << name;
        EXPECT_EQ(isolated.tensors.at(name).shape, tensor.shape) << name;
        EXPECT_EQ(isolated.tensors.at(name).values, tensor.values) << name;
    }
}

class KerasReaderOf : public ::testing::TestWithParam<std::string> {};

TEST_P(KerasReaderOf, BehindTheFenceAFileHoldsWhatItHoldsHere) {
    PLEURASCOPE_NEEDS_SHARED(golden + GetParam());
    const auto path = sharedFile(golden + GetParam());
    const auto isolated = FilmReader(readerProgram).readKeras(path);
    ASSERT_TRUE(isolated) << core::describe(isolated.error());
    const auto here = weights::readKerasFile(path);
    ASSERT_TRUE(here);
    EXPECT_GT(here->tensors.size(), 100u);
    expectSame(*isolated, *here);
}

INSTANTIATE_TEST_SUITE_P(Golden, KerasReaderOf,
                         ::testing::Values("narrow_flat_weights_keras2.h5", "narrow_nested_weights_keras2.h5",
                                           "narrow_flat_weights_keras3legacy.h5",
                                           "narrow_flat_model_legacy.h5", "narrow_nested_model_legacy.h5",
                                           "narrow_flat.weights.h5", "narrow_nested.weights.h5",
                                           "narrow_flat.keras", "narrow_nested.keras"),
                         [](const auto& file) {
                             std::string name = file.param;
                             std::replace(name.begin(), name.end(), '.', '_');
                             return name;
                         });

class KerasReaderTest : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    FilmReader m_reader{readerProgram};
};

TEST_F(KerasReaderTest, ErrorsNameTheFileAndAreThoseOfReadingItHere) {
    const auto text = m_folder.write("text.h5", "only text");
    for (const auto& path : {text, m_folder.write("empty.h5", ""), m_folder.write("zip.keras", "PK\x03\x04"),
                             m_folder.path() / "none.h5", m_folder.path()}) {
        const auto isolated = m_reader.readKeras(path);
        const auto here = InProcessReader().readKeras(path);
        ASSERT_FALSE(isolated || here) << path;
        EXPECT_EQ(isolated.error().code, here.error().code) << path;
        EXPECT_EQ(isolated.error().path, path.string());
    }
}

TEST_F(KerasReaderTest, AFileCutAnywhereIsAnErrorAndTheNextOneIsRead) {
    for (const auto* name : {"narrow_flat.keras", "narrow_flat_model_legacy.h5"}) {
        PLEURASCOPE_NEEDS_SHARED(golden + name);
        const auto whole = *core::readText(sharedFile(golden + name));
        for (int part = 0; part < 8; ++part) {
            const auto cut = m_folder.write("cut", whole.substr(0, whole.size() * std::size_t(part) / 8));
            ASSERT_FALSE(m_reader.readKeras(cut)) << name << " " << part;
        }
        EXPECT_TRUE(m_reader.readKeras(sharedFile(golden + name)));
    }
}

/// One byte of an object header each, over which HDF5 1.10 ends its process.
TEST_F(KerasReaderTest, AFileThatKillsHdf5CostsAnErrorAndTheNextOneIsRead) {
    const auto sound = sharedFile(golden + "narrow_flat_model_legacy.h5");
    PLEURASCOPE_NEEDS_SHARED(golden + "narrow_flat_model_legacy.h5");
    const auto whole = *core::readText(sound);
    for (const auto& [at, byte] :
         std::map<std::size_t, char>{{162'174, '\xdd'}, {162'415, 'o'}, {402'918, 1}}) {
        auto damaged = whole;
        damaged.at(at) = byte;
        const auto read = m_reader.readKeras(m_folder.write("damaged.h5", damaged));
        ASSERT_FALSE(read) << at;
        EXPECT_EQ(read.error().path, (m_folder.path() / "damaged.h5").string());
        EXPECT_TRUE(m_reader.readKeras(sound));
    }
}

TEST_F(KerasReaderTest, TheReaderOfFilmsReadsNone) {
    std::filesystem::create_symlink(readerProgram, m_folder.path() / "pleurascope-keras-reader");
    const auto read = FilmReader(m_folder.path() / "no-reader").readKeras(m_folder.write("x.h5", "x"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::internal);
    EXPECT_THAT(read.error().detail, ::testing::HasSubstr("no Keras files"));
}

#ifndef __SANITIZE_ADDRESS__
TEST_F(KerasReaderTest, AFileThatNeedsMoreMemoryThanAllowedIsRefused) {
    const auto* name = "narrow_flat.keras";
    PLEURASCOPE_NEEDS_SHARED(golden + name);
    const auto large = m_folder.write("large.keras", *core::readText(sharedFile(golden + name)));
    std::filesystem::resize_file(large, std::uintmax_t(1) << 30);
    FilmReader reader(readerProgram, {std::uint64_t(512) << 20});
    const auto read = reader.readKeras(large);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::outOfMemory);
    EXPECT_TRUE(reader.readKeras(sharedFile(golden + name)));
}
#endif

/// The client against a reader that does what the file says.
class MisbehavingKerasReaderTest : public ::testing::Test {
protected:
    MisbehavingKerasReaderTest() {
        std::filesystem::create_symlink(MISBEHAVING_READER, m_folder.path() / "pleurascope-keras-reader");
    }
    [[nodiscard]] core::Error order(const std::string& what) {
        const auto read = m_reader.readKeras(m_folder.write("order.h5", what));
        EXPECT_FALSE(read) << what;
        return read ? core::Error{} : read.error();
    }
    void expectRecovery() {
        const auto next = m_reader.readKeras(m_folder.write("next.h5", "a Keras file"));
        ASSERT_TRUE(next) << core::describe(next.error());
        EXPECT_THAT(next->tensors.at("dense/bias").values, ::testing::ElementsAre(1, 2));
    }

    test::TemporaryFolder m_folder;
    FilmReader m_reader{m_folder.path() / "pleurascope-reader",
                        {std::uint64_t(1) << 30, std::chrono::milliseconds(300)}};
};

TEST_F(MisbehavingKerasReaderTest, AFileThatKillsOrHangsItCostsAnErrorAndTheNextIsRead) {
    const std::map<std::string, ErrorCode> ends{{"die", ErrorCode::readerCrashed},
                                                {"leave", ErrorCode::readerCrashed},
                                                {"hang", ErrorCode::timedOut},
                                                {"use up the processor time", ErrorCode::timedOut}};
    for (const auto& [end, code] : ends) {
        const auto error = order(end);
        EXPECT_EQ(error.code, code) << end;
        EXPECT_EQ(error.path, (m_folder.path() / "order.h5").string());
        expectRecovery();
    }
}

TEST_F(MisbehavingKerasReaderTest, NothingItSaysIsBelieved) {
    for (const auto* lie :
         {"noise", "nonsense", "no pixels", "behave", "a Keras file without memory",
          "a Keras file in unsealed memory", "a Keras file in too little memory", "a Keras file in a pipe"}) {
        EXPECT_EQ(order(lie).code, ErrorCode::readerCrashed) << lie;
        expectRecovery();
    }
}

} // namespace
} // namespace pleurascope::intake
