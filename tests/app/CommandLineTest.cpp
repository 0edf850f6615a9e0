// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "engine/phantom/PhantomSet.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>

namespace pleurascope::testing {
namespace {

using nlohmann::json;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

ProgramRun cli(const std::vector<std::string>& arguments) {
    return runProgram("pleurascope-cli", arguments);
}

/// A folder with 24 phantoms and a trained model, made once.
class CommandLine : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = new test::TemporaryFolder;
        ASSERT_EQ(
            cli({"phantom", "--count", "24", "--seed", "5", "--size", "96", "--output", films()}).exitCode,
            0);
        s_training = cli(trainArguments("RUN"));
    }
    static void TearDownTestSuite() { delete s_folder; }

    static std::string at(const std::string& name) { return (s_folder->path() / name).string(); }
    static std::string films() { return at("films"); }
    static std::string model() { return at("RUN/model.psmodel"); }
    static std::string film() {
        const std::string line = linesOf(*core::readText(films() + "/labels.csv"))[1];
        return films() + "/" + line.substr(0, line.find(','));
    }
    static std::vector<std::string> trainArguments(const std::string& output) {
        return {"train",
                "--data",
                films(),
                "--labels",
                films() + "/labels.csv",
                "--cut",
                "conv2_block1_out",
                "--input-size",
                "64",
                "--head",
                "8",
                "--dropout",
                "0.1",
                "--epochs",
                "3",
                "--validation",
                "0.3",
                "--json",
                "--output",
                at(output)};
    }
    static std::vector<std::string> with(std::vector<std::string> arguments, const std::string& option,
                                         const std::string& value) {
        for (std::size_t i = 0; i + 1 < arguments.size(); ++i)
            if (arguments[i] == option) {
                arguments[i + 1] = value;
                return arguments;
            }
        arguments.push_back(option);
        arguments.push_back(value);
        return arguments;
    }
    /// Exit 1, a message with both words, nothing on standard output, no run left.
    static void expectRefusal(const std::vector<std::string>& arguments, const std::string& word,
                              const std::string& other = {}) {
        const auto run = cli(arguments);
        EXPECT_EQ(run.exitCode, 1) << run.messages;
        EXPECT_NE(run.messages.find(word), std::string::npos) << run.messages;
        EXPECT_NE(run.messages.find(other), std::string::npos) << run.messages;
        EXPECT_TRUE(run.output.empty()) << run.output;
    }

    static test::TemporaryFolder* s_folder;
    static ProgramRun s_training;
};

test::TemporaryFolder* CommandLine::s_folder = nullptr;
ProgramRun CommandLine::s_training;

TEST_F(CommandLine, TrainPrintsAnObjectAnEpochAndOneAtTheEnd) {
    ASSERT_EQ(s_training.exitCode, 0) << s_training.messages;
    const auto lines = linesOf(s_training.output);
    ASSERT_EQ(lines.size(), 4U);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto epoch = json::parse(lines[i]);
        EXPECT_EQ(epoch["epoch"], i + 1);
        for (const char* name : {"loss", "accuracy", "auc", "precision", "recall", "keras_auc"}) {
            EXPECT_TRUE(epoch[name].is_number()) << name;
            EXPECT_TRUE(epoch["val_" + std::string(name)].is_number()) << name;
        }
    }
    const auto done = json::parse(lines[3]);
    EXPECT_EQ(done["done"], true);
    EXPECT_EQ(done["model"], model());
    for (const char* name : {"best_epoch", "val_auc", "seconds"})
        EXPECT_TRUE(done[name].is_number()) << name;
    EXPECT_EQ(linesOf(*core::readText(at("RUN/events.jsonl"))), lines);
    EXPECT_EQ(linesOf(*core::readText(at("RUN/history.csv"))).size(), 4U);
    EXPECT_TRUE(std::filesystem::exists(at("RUN/run.json")));
    EXPECT_TRUE(std::filesystem::exists(at("RUN/state/state.json")));
}

TEST_F(CommandLine, PredictAnswersInInputOrderAndNamesWhatItCannotRead) {
    std::ofstream(at("note.dcm")) << "this is no film";
    const auto run = cli({"predict", "--model", model(), film(), at("note.dcm"), at("missing.png"), film()});
    EXPECT_EQ(run.exitCode, 1);
    const auto lines = linesOf(run.output);
    ASSERT_EQ(lines.size(), 5U) << run.output << run.messages;
    EXPECT_EQ(lines[0], "path,probability,logit,label,status,reason");
    EXPECT_EQ(lines[1], lines[4]);
    EXPECT_NE(lines[1].find(",ok,"), std::string::npos);
    EXPECT_EQ(lines[2].find(at("note.dcm") + ",,,,error,"), 0U);
    EXPECT_EQ(lines[3].find(at("missing.png") + ",,,,error,"), 0U);
    const auto single = cli({"predict", "--model", model(), "--json", film()});
    EXPECT_EQ(single.exitCode, 0) << single.messages;
    const auto j = json::parse(single.output);
    EXPECT_EQ(j["status"], "ok");
    const auto d = json::parse(cli({"model", "info", model(), "--json"}).output);
    EXPECT_NEAR(j["probability"].get<double>(),
                1 / (1 + std::exp(-j["logit"].get<double>() / d["temperature"].get<double>())), 1e-12);
    EXPECT_EQ(cli({"predict", "--model", model(), film(), "--output", at("scores.csv")}).exitCode, 0);
    // Alone and in a batch, sums are made in another order: the last digits of float32 may differ.
    const auto score = [](const std::string& line) { return std::stod(line.substr(line.find(',') + 1)); };
    EXPECT_NEAR(score(linesOf(*core::readText(at("scores.csv")))[1]), score(lines[1]), 1e-6);
}

TEST_F(CommandLine, EvaluatePrintsTheContractsFields) {
    const auto run = cli(
        {"evaluate", "--model", model(), "--data", films(), "--labels", films() + "/labels.csv", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto j = json::parse(run.output);
    for (const char* name : {"n",
                             "positives",
                             "auc",
                             "auc_low",
                             "auc_high",
                             "accuracy",
                             "precision",
                             "recall",
                             "sensitivity",
                             "specificity",
                             "threshold",
                             "tp",
                             "fp",
                             "tn",
                             "fn",
                             "average_precision",
                             "brier",
                             "ece",
                             "temperature",
                             "auc_bootstrap_low",
                             "auc_bootstrap_high",
                             "patients"})
        EXPECT_TRUE(j[name].is_number()) << name;
    EXPECT_EQ(j["n"], 24);
    EXPECT_EQ(j["tp"].get<int>() + j["fn"].get<int>(), j["positives"].get<int>());
    EXPECT_LE(j["patients"], 24);
    EXPECT_LE(j["auc_bootstrap_low"], j["auc"]);
    EXPECT_GE(j["auc_bootstrap_high"], j["auc"]);
}

TEST_F(CommandLine, EvaluateWritesWhatItSaysOfEachFilm) {
    ASSERT_EQ(cli({"evaluate", "--model", model(), "--data", films(), "--labels", films() + "/labels.csv",
                   "--output", at("films.csv")})
                  .exitCode,
              0);
    const auto table = linesOf(*core::readText(at("films.csv")));
    const auto labels = linesOf(*core::readText(films() + "/labels.csv"));
    ASSERT_EQ(table.size(), 25U);
    EXPECT_EQ(table[0], "path,label,probability");
    for (std::size_t i = 1; i < table.size(); ++i) {
        const auto comma = table[i].rfind(',');
        EXPECT_EQ(labels[i].find(table[i].substr(0, comma) + ","), 0U) << table[i];
        const double probability = std::stod(table[i].substr(comma + 1));
        EXPECT_TRUE(probability >= 0 && probability <= 1) << table[i];
    }
}

TEST_F(CommandLine, ExplainWritesAPictureAndTheRawMap) {
    const auto run = cli({"explain", "--model", model(), film(), "--output", at("map.png"), "--array",
                          at("map.npy"), "--score", "softmax", "--class", "nofinding"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto picture = imaging::decodeImage(*core::readFile(at("map.png")));
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->pixels.width(), 96);
    const auto npy = *core::readText(at("map.npy"));
    EXPECT_NE(npy.find("'descr': '<f4'"), std::string::npos);
    EXPECT_NE(npy.find("(16, 16)"), std::string::npos) << "conv2_block1_out lies at a quarter of 64";
    expectRefusal({"explain", "--model", model(), film(), "--output", at("x.png"), "--layer", "conv9_out"},
                  "conv9_out");
    expectRefusal({"explain", "--model", model(), film(), "--output", at("x.png"), "--class", "cat"}, "cat");
}

TEST_F(CommandLine, CrossvalidatePrintsAnObjectAFoldAndOneAtTheEnd) {
    auto arguments = trainArguments("CV");
    arguments[0] = "crossvalidate";
    arguments = with(arguments, "--folds", "3");
    const auto run = cli(arguments);
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto lines = linesOf(run.output);
    ASSERT_EQ(lines.size(), 4U) << run.output;
    int heldOut = 0;
    for (std::size_t fold = 0; fold < 3; ++fold) {
        const auto j = json::parse(lines[fold]);
        EXPECT_EQ(j["fold"], fold + 1);
        heldOut += j["n"].get<int>();
        EXPECT_TRUE(std::filesystem::exists(at("CV/fold-" + std::to_string(fold + 1) + "/model.psmodel")));
    }
    EXPECT_EQ(heldOut, 24);
    const auto last = json::parse(lines[3]);
    EXPECT_EQ(last["folds"], 3);
    EXPECT_EQ(last["n"], 24);
    for (const char* name : {"positives", "auc", "auc_low", "auc_high", "seconds"})
        EXPECT_TRUE(last[name].is_number()) << name;
    EXPECT_EQ(last["known_patients"]["n"], 24);
    const auto table = linesOf(*core::readText(at("CV/oof.csv")));
    ASSERT_EQ(table.size(), 25U);
    EXPECT_EQ(table[0], "path,fold,label,probability");
    const auto again = cli(arguments);
    EXPECT_EQ(again.exitCode, 0) << again.messages;
    EXPECT_EQ(json::parse(linesOf(again.output)[3])["auc"], last["auc"]);
    expectRefusal(with(arguments, "--epochs", "4"), "stands there already", "CV");
    const auto compared = cli({"compare", at("CV/oof.csv"), at("CV/oof.csv"), "--json"});
    ASSERT_EQ(compared.exitCode, 0) << compared.messages;
    EXPECT_EQ(json::parse(compared.output)["auc_first"], last["auc"]);
    EXPECT_EQ(json::parse(compared.output)["p"], 1);
    expectRefusal({"compare", at("CV/oof.csv"), films() + "/labels.csv"}, "labels.csv", "probability");
    EXPECT_EQ(cli(with(arguments, "--folds", "1")).exitCode, 2);
}

TEST_F(CommandLine, SearchTriesAndMeasuresTheBestOnFilmsApart) {
    std::ofstream(at("space.json")) << R"({"learning_rate": [0.001, 0.01], "batch": [4, 8]})";
    auto arguments = trainArguments("SEARCH");
    arguments[0] = "search";
    for (const auto& [option, value] :
         {std::pair{"--space", at("space.json")}, {"--trials", "2"}, {"--test", "0.3"}})
        arguments = with(arguments, option, value);
    const auto run = cli(arguments);
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto lines = linesOf(run.output);
    ASSERT_EQ(lines.size(), 3U) << run.output;
    const auto first = json::parse(lines[0]), last = json::parse(lines[2]);
    EXPECT_EQ(first["trial"], 1);
    EXPECT_TRUE(first["values"]["batch"].is_number());
    EXPECT_TRUE(first["score"].is_number());
    EXPECT_EQ(last["trials"], 2);
    EXPECT_EQ(last["n"].get<std::size_t>() + 1, linesOf(*core::readText(at("SEARCH/test.csv"))).size());
    EXPECT_TRUE(last["auc"].is_number());
    std::ofstream(at("space.json")) << R"({"seed": [1, 2]})";
    expectRefusal(with(arguments, "--output", at("OTHER")), "seed", "space.json");
    EXPECT_FALSE(std::filesystem::exists(at("OTHER")));
}

TEST_F(CommandLine, RenderWritesAnEightBitPicture) {
    ASSERT_EQ(cli({"phantom", "--count", "1", "--size", "128", "--dicom", "--output", at("dicom")}).exitCode,
              0);
    std::string file;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at("dicom")))
        if (entry.path().extension() == ".dcm")
            file = entry.path().string();
    ASSERT_FALSE(file.empty());
    EXPECT_EQ(cli({"render", file, "--output", at("a.png"), "--window", "2048,4096"}).exitCode, 0);
    EXPECT_EQ(cli({"render", file, "--output", at("b.png"), "--window", "2048,4096", "--invert"}).exitCode,
              0);
    const auto a = imaging::decodeImage(*core::readFile(at("a.png")));
    const auto b = imaging::decodeImage(*core::readFile(at("b.png")));
    ASSERT_TRUE(a && b);
    const auto first = a->pixels.samples<std::uint8_t>(), second = b->pixels.samples<std::uint8_t>();
    ASSERT_EQ(first.size(), 128U * 128U);
    for (std::size_t i = 0; i < first.size(); ++i)
        ASSERT_EQ(first[i] + second[i], 255);
    expectRefusal({"render", file, "--output", at("c.png"), "--window", "1"}, "--window");
    expectRefusal({"render", file, "--output", "/nowhere/c.png"}, "/nowhere/c.png");
}

TEST_F(CommandLine, InspectRefusesWithAReason) {
    std::ofstream(at("text.dcm")) << "hello";
    const auto run = cli({"inspect", "--json", film(), at("text.dcm"), at("missing.dcm")});
    EXPECT_EQ(run.exitCode, 1);
    const auto lines = linesOf(run.output);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(json::parse(lines[0])["status"], "ok");
    EXPECT_EQ(json::parse(lines[1])["reason"], "not_recognised");
    EXPECT_EQ(json::parse(lines[2])["reason"], "file_not_found");
    EXPECT_EQ(cli({"inspect", film()}).exitCode, 0);
}

TEST_F(CommandLine, InspectTellsWhatIsKnownOfEveryFileByTheSameKeys) {
    ASSERT_EQ(cli({"phantom", "--count", "1", "--size", "128", "--dicom", "--output", at("dicom")}).exitCode,
              0);
    std::ofstream(at("text.dcm")) << "hello";
    const auto run = cli({"inspect", "--json", at("dicom"), film(), at("text.dcm")});
    const auto here = cli({"inspect", "--json", "--in-process", at("dicom"), film(), at("text.dcm")});
    EXPECT_EQ(run.output, here.output);
    const auto lines = linesOf(run.output);
    ASSERT_GE(lines.size(), 3U);
    for (const auto& line : lines)
        for (const char* key :
             {"path",           "kind",        "status",          "reason",      "notes",   "modality",
              "sop_class",      "rows",        "transfer_syntax", "photometric", "columns", "frames",
              "bits_allocated", "bits_stored", "signed",          "spacing_mm",  "window",  "spacing_source",
              "voi_luts",       "overlays",    "warnings",        "message"})
            EXPECT_TRUE(json::parse(line).contains(key)) << key << " in " << line;
    const auto dicom = json::parse(lines[0]);
    EXPECT_EQ(dicom["kind"], "dicom");
    EXPECT_EQ(dicom["rows"], 128);
    EXPECT_EQ(dicom["frames"], 1);
    EXPECT_EQ(dicom["spacing_source"], "at detector");
    EXPECT_TRUE(dicom["reason"].is_null());
    const auto image = json::parse(lines[lines.size() - 2]);
    EXPECT_EQ(image["kind"], "image");
    EXPECT_TRUE(image["modality"].is_null());
    EXPECT_TRUE(image["spacing_mm"].is_null());
    const auto text = json::parse(lines.back());
    EXPECT_EQ(text["kind"], "unknown");
    EXPECT_TRUE(text["rows"].is_null());
    EXPECT_TRUE(text["signed"].is_null());
}

TEST_F(CommandLine, ACutDicomIsPartialOrRefused) {
    ASSERT_EQ(cli({"phantom", "--count", "1", "--size", "128", "--dicom", "--output", at("dicom")}).exitCode,
              0);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at("dicom")))
        if (entry.path().extension() == ".dcm") {
            const auto whole = *core::readFile(entry.path());
            ASSERT_TRUE(
                core::writeFileAtomically(at("part.dcm"), std::span(whole).first(whole.size() * 2 / 3)));
            ASSERT_TRUE(core::writeFileAtomically(at("head.dcm"), std::span(whole).first(600)));
        }
    const auto part = cli({"inspect", "--json", at("part.dcm")});
    EXPECT_EQ(part.exitCode, 0);
    EXPECT_EQ(json::parse(part.output)["status"], "partial");
    const auto head = cli({"inspect", "--json", at("head.dcm")});
    EXPECT_EQ(head.exitCode, 1);
    EXPECT_EQ(json::parse(head.output)["reason"], "truncated");
}

TEST_F(CommandLine, TrainingRefusesBadInputAndLeavesNothing) {
    std::ofstream(at("unknown.csv")) << "path,label\nmissing.png,effusion\nmissing2.png,nofinding\n";
    expectRefusal(with(trainArguments("BAD"), "--labels", at("unknown.csv")), "missing.png", "no such file");
    std::ofstream(at("nolabel.csv")) << "path,finding\nx.png,effusion\n";
    expectRefusal(with(trainArguments("BAD"), "--labels", at("nolabel.csv")), "nolabel.csv", "label");
    const auto lines = linesOf(*core::readText(films() + "/labels.csv"));
    std::ofstream(at("oneclass.csv")) << lines[0] << "\n" << lines[1] << "\n";
    expectRefusal(with(trainArguments("BAD"), "--labels", at("oneclass.csv")), "oneclass.csv");
    expectRefusal(with(trainArguments("BAD"), "--weights", at("missing.h5")), "missing.h5", "no such file");
    expectRefusal(with(trainArguments("BAD"), "--weights", film()), "damaged");
    expectRefusal(with(trainArguments("BAD"), "--cut", "conv9_out"), "conv9_out");
    expectRefusal(with(trainArguments("BAD"), "--positive", "cat"), "cat");
    EXPECT_FALSE(std::filesystem::exists(at("BAD")));
    expectRefusal(trainArguments("RUN"), "stands there already");
    EXPECT_TRUE(std::filesystem::exists(model())) << "the run that stood there is untouched";
}

TEST_F(CommandLine, AnEmptyClassIsNamed) {
    std::filesystem::create_directories(at("classes/effusion"));
    std::filesystem::create_directories(at("classes/nofinding"));
    std::filesystem::copy_file(film(), at("classes/nofinding/a.png"),
                               std::filesystem::copy_options::overwrite_existing);
    expectRefusal({"train", "--data", at("classes"), "--output", at("BAD")}, "class has no films",
                  "effusion");
}

TEST_F(CommandLine, ALabelThatTheModelDoesNotKnowIsNamed) {
    std::ofstream(at("cat.csv")) << "path,label\n"
                                 << std::filesystem::relative(film(), films()).string() << ",cat\n";
    expectRefusal({"evaluate", "--model", model(), "--data", films(), "--labels", at("cat.csv")}, "cat",
                  "label");
}

TEST_F(CommandLine, AModelFileCutShortIsRefused) {
    const auto whole = *core::readFile(model());
    ASSERT_TRUE(core::writeFileAtomically(at("cut.psmodel"), std::span(whole).first(whole.size() / 2)));
    expectRefusal({"predict", "--model", at("cut.psmodel"), film()}, "cut.psmodel", "cut short");
    expectRefusal({"model", "info", at("cut.psmodel")}, "cut.psmodel", "cut short");
}

TEST_F(CommandLine, ModelInfoSaysWhatTheModelIs) {
    const auto run = cli({"model", "info", model(), "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto j = json::parse(run.output);
    EXPECT_EQ(j["classes"], json({"effusion", "nofinding"}));
    EXPECT_EQ(j["positive_class"], 0);
    EXPECT_EQ(j["backbone"]["cut"], "conv2_block1_out");
    EXPECT_EQ(j["sha256"].get<std::string>().size(), 64U);
}

TEST_F(CommandLine, AFullDiskAtCheckpointTimeIsNamedAndEarlierFilesStay) {
    // bash's ulimit stands in for the full disk: writes beyond it fail.
    const std::string script = "ulimit -f 40; exec " PLEURASCOPE_BIN_DIR "/pleurascope-cli";
    std::string command = script;
    for (const auto& argument : trainArguments("FULL"))
        command += " '" + argument + "'";
    std::ofstream(at("full.sh")) << command << "\n";
    const int status =
        std::system(("bash " + at("full.sh") + " >" + at("full.out") + " 2>" + at("full.err")).c_str());
    EXPECT_EQ(WEXITSTATUS(status), 1);
    const auto messages = *core::readText(at("full.err"));
    EXPECT_NE(messages.find("disk is full"), std::string::npos) << messages;
    EXPECT_NE(messages.find("FULL"), std::string::npos) << messages;
    EXPECT_TRUE(std::filesystem::exists(at("FULL/run.json")));
}

TEST_F(CommandLine, UsageErrorsExitWithTwo) {
    EXPECT_EQ(cli({}).exitCode, 2);
    EXPECT_EQ(cli({"paint"}).exitCode, 2);
    EXPECT_EQ(cli({"train", "--output", at("X")}).exitCode, 2);
    EXPECT_EQ(cli({"train", "--data", films(), "--output", at("X"), "--split", "hospital"}).exitCode, 2);
    EXPECT_EQ(cli({"--help"}).exitCode, 0);
    EXPECT_EQ(cli({"train", "--help"}).exitCode, 0);
    const auto version = cli({"--version"});
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_EQ(version.output.find("PleuraScope "), 0U);
}

TEST_F(CommandLine, TheProfileHoldsALogWithoutPaths) {
    const std::string secret = at("DOE^JANE.dcm");
    EXPECT_EQ(cli({"--profile", at("profile"), "inspect", secret}).exitCode, 1);
    const auto log = core::readText(at("profile/data/logs/pleurascope-cli.log"));
    ASSERT_TRUE(log);
    EXPECT_NE(log->find("inspect ended with 1"), std::string::npos) << *log;
    EXPECT_EQ(log->find("DOE"), std::string::npos) << *log;
    EXPECT_EQ(cli({"inspect", film(), "--profile", film() + "/below"}).exitCode, 1);
}

TEST_F(CommandLine, WithoutTheLearningModuleItSaysWhy) {
    const auto run =
        runProgram("pleurascope-cli", {"predict", "--model", model(), film()}, {"PLEURASCOPE_LIB=/nowhere"});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.messages.find("learning module cannot be opened"), std::string::npos) << run.messages;
}

} // namespace
} // namespace pleurascope::testing
