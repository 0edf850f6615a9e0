// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace pleurascope::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string golden = "golden/keras/c_weights/";
const std::string partial = "weights/resnet50v2_imagenet_conv1_to_conv4.h5";

class ModelCommand : public ::testing::Test {
protected:
    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }

    static ProgramRun model(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "model");
        return runProgram("pleurascope-cli", arguments);
    }
    [[nodiscard]] ProgramRun import(const std::string& file, std::vector<std::string> options) const {
        options.insert(options.begin(), {"import", file, "--json"});
        return model(std::move(options));
    }
    [[nodiscard]] double probability(const std::string& file) const {
        const auto run = runProgram("pleurascope-cli", {"predict", "--model", file, "--json", at("films")});
        EXPECT_EQ(run.exitCode, 0) << run.messages;
        return json::parse(run.output.substr(0, run.output.find('\n')))["probability"].get<double>();
    }

    test::TemporaryFolder m_folder;
};

TEST_F(ModelCommand, AnImportedModelReviewsFilmsAtOnceAndSoDoItsExports) {
    PLEURASCOPE_NEEDS_SHARED(golden + "narrow_flat.keras");
    ASSERT_EQ(
        runProgram("pleurascope-cli", {"phantom", "--count", "1", "--size", "224", "--output", at("films")})
            .exitCode,
        0);
    std::filesystem::remove(at("films") + "/labels.csv");
    const auto run = import(sharedFile(golden + "narrow_flat.keras"), {"--output", at("m.psmodel")});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    EXPECT_THAT(run.messages, HasSubstr("tf (x/127.5 - 1) is assumed"));
    const auto j = json::parse(run.output);
    EXPECT_EQ(j["scaling_source"], "assumed");
    EXPECT_EQ(j["classes"], json({"class0", "class1"}));
    EXPECT_EQ(j["initialised"], json::array());
    const double expected = probability(at("m.psmodel"));
    for (const char* format : {"keras-h5", "keras"}) {
        const auto exported =
            model({"export", at("m.psmodel"), "--format", format, "--output", at("exported")});
        ASSERT_EQ(exported.exitCode, 0) << exported.messages;
        const auto back = import(at("exported"), {"--output", at("back.psmodel"), "--scaling", "unit"});
        ASSERT_EQ(back.exitCode, 0) << back.messages;
        EXPECT_EQ(json::parse(back.output)["scaling"], "tf") << "the Rescaling layer wins";
        EXPECT_EQ(json::parse(back.output)["scaling_source"], "file");
        EXPECT_TRUE(back.messages.empty()) << back.messages;
        EXPECT_EQ(probability(at("back.psmodel")), expected);
    }
}

TEST_F(ModelCommand, ExportsForOtherRuntimesAndNamesTheFormatsThatItKnows) {
    PLEURASCOPE_NEEDS_SHARED(golden + "narrow_flat.keras");
    ASSERT_EQ(import(sharedFile(golden + "narrow_flat.keras"), {"--output", at("m.psmodel")}).exitCode, 0);
    for (const char* format : {"onnx", "torchscript"}) {
        const auto exported = model({"export", at("m.psmodel"), "--format", format, "--output", at(format)});
        EXPECT_EQ(exported.exitCode, 0) << exported.messages;
        EXPECT_GT(std::filesystem::file_size(at(format)), 400'000U);
        EXPECT_THAT(model({"export", "--help"}).output, HasSubstr(format));
    }
}

TEST_F(ModelCommand, ImportTakesWhatTheFileDoesNotSayFromItsOptions) {
    PLEURASCOPE_NEEDS_SHARED(golden + "narrow_nested.weights.h5");
    const auto run = import(sharedFile(golden + "narrow_nested.weights.h5"),
                            {"--output", at("m.psmodel"), "--scaling", "unit", "--input-size", "96",
                             "--classes", "effusion,nofinding", "--positive", "nofinding"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto j = json::parse(run.output);
    EXPECT_EQ(j["scaling"], "unit");
    EXPECT_EQ(j["scaling_source"], "configured");
    EXPECT_EQ(j["input_size"], 96);
    EXPECT_EQ(j["classes"], json({"effusion", "nofinding"}));
    EXPECT_EQ(j["positive_class"], 1);
    EXPECT_TRUE(run.messages.empty()) << run.messages;
    const auto info = model({"info", at("m.psmodel"), "--json"});
    EXPECT_EQ(json::parse(info.output)["sha256"], j["sha256"]);
}

TEST_F(ModelCommand, APartialFileIsRefusedUnlessACutOrInitialValuesAreAskedFor) {
    PLEURASCOPE_NEEDS_SHARED(partial);
    const auto refused = import(sharedFile(partial), {"--output", at("m.psmodel")});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.messages, HasSubstr("conv5_block2_1_conv/kernel"));
    EXPECT_TRUE(refused.output.empty());
    EXPECT_FALSE(std::filesystem::exists(at("m.psmodel")));
    const auto cut =
        import(sharedFile(partial), {"--output", at("m.psmodel"), "--cut", "conv5_block1_preact_relu"});
    EXPECT_EQ(cut.exitCode, 0) << cut.messages;
    EXPECT_THAT(cut.messages, HasSubstr("  dense/kernel\n"));
    EXPECT_THAT(cut.messages, Not(HasSubstr("conv5")));
    const auto rest = import(sharedFile(partial), {"--output", at("m.psmodel"), "--initialise-missing"});
    EXPECT_EQ(rest.exitCode, 0) << rest.messages;
    EXPECT_THAT(rest.messages, HasSubstr("  conv5_block2_1_conv/kernel\n"));
}

TEST_F(ModelCommand, RefusalsNameTheFileAndUsageErrorsExitWithTwo) {
    const auto missing = import(at("none.keras"), {"--output", at("m.psmodel")});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.messages, HasSubstr("none.keras: there is no such file"));
    const auto text = m_folder.write("text.h5", "this is no HDF5 file");
    EXPECT_THAT(import(text, {"--output", at("m.psmodel")}).messages,
                HasSubstr("text.h5: the file is damaged"));
    EXPECT_EQ(model({"export", at("none.psmodel"), "--format", "keras", "--output", at("x")}).exitCode, 1);
    EXPECT_EQ(model({"export", at("none.psmodel"), "--format", "caffe", "--output", at("x")}).exitCode, 2);
    EXPECT_EQ(import(at("none.keras"), {"--output", at("m.psmodel"), "--scaling", "caffe"}).exitCode, 2);
    EXPECT_EQ(model({"import", "--help"}).exitCode, 0);
}

} // namespace
} // namespace pleurascope::testing
