// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/OnnxExport.h"
#include "engine/inference/TorchPredictor.h"
#include "engine/model/TorchScriptExport.h"
#include "engine/weights/KerasExport.h"
#include "engine/weights/KerasImport.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/ModelJson.h"
#include "tests/engine/exchange/SharedFilms.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <torch/script.h>

#include <array>
#include <cstdio>
#include <memory>

#ifdef PLEURASCOPE_HAS_OPENCV_DNN
#include <opencv2/dnn.hpp>
#endif

namespace pleurascope::exchange {
namespace {

using namespace pleurascope::testing;

constexpr int filmCount = 20;
constexpr double tolerance = 1e-4;
const std::string debianPython = "/usr/bin/python3"; // another one in the PATH would not see Debian's torch

const std::string narrow = "golden/keras/c_weights/narrow_flat.keras";
const std::string partial = "weights/resnet50v2_imagenet_conv1_to_conv4.h5";

/// What a command prints on standard output, or nothing where it fails.
std::string outputOf(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> part{};
    while (std::fgets(part.data(), static_cast<int>(part.size()), pipe.get()) != nullptr)
        text += part.data();
    return text;
}

/// Model files that hold a network of each kind, and our own predictions of real films.
class OtherRuntimes : public ::testing::Test {
protected:
    static weights::ModelContents imported(const std::string& file, weights::KerasImportOptions options) {
        auto import = weights::importKeras(sharedFile(file), options, weights::readKerasFile);
        EXPECT_TRUE(import) << core::describe(import.error());
        return std::move(import->model);
    }

    void predict(const weights::ModelContents& model) {
        films = sharedFilms(filmCount, model.description.inputSize);
        ASSERT_EQ(films.size(), std::size_t(filmCount));
        auto network = inference::Network::create(model, torch::kCPU);
        ASSERT_TRUE(network) << core::describe(network.error());
        predictions = inference::TorchPredictor(std::move(*network), "").predict(films, {}).value();
        writeFilms(at("films"), films);
    }

    void expectSame(const std::vector<double>& logits, const std::vector<double>& probabilities,
                    std::size_t positive) const {
        const std::size_t classes = predictions.front().logits.size();
        ASSERT_EQ(logits.size(), filmCount * classes);
        ASSERT_EQ(probabilities.size(), filmCount * classes);
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            for (std::size_t c = 0; c < classes; ++c)
                EXPECT_NEAR(logits[i * classes + c], predictions[i].logits[c], tolerance) << "film " << i;
            EXPECT_NEAR(probabilities[i * classes + positive], predictions[i].probability, tolerance);
        }
    }

    /// `program` is called with the exported model, the films and their size.
    void expectSameAs(const std::string& program, const std::string& file,
                      const weights::ModelContents& model) const {
        const std::string text = outputOf(program + " '" + file + "' '" + at("films") + "' " +
                                          std::to_string(model.description.inputSize));
        ASSERT_FALSE(text.empty());
        const auto json = nlohmann::json::parse(text);
        expectSame(json["logits"].get<std::vector<double>>(),
                   json["probabilities"].get<std::vector<double>>(),
                   static_cast<std::size_t>(model.description.positiveClass));
    }

    void expectOnnxRuntimeAgrees(const weights::ModelContents& model) {
        predict(model);
        ASSERT_TRUE(exportOnnx(at("m.onnx"), model));
        expectSameAs("node '" + onnxRuntime + "/predict.mjs'", at("m.onnx"), model);
    }

    /// LibTorch on the TorchScript archive, and ONNX Runtime where it is.
    void expectEveryRuntimeAgrees(const weights::ModelContents& model);

    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }

    const std::string onnxRuntime = PLEURASCOPE_SOURCE_DIR "/tests/engine/exchange/onnxruntime";
    std::vector<imaging::InputPlanes> films;
    std::vector<inference::Prediction> predictions;

private:
    test::TemporaryFolder m_folder;
};

/// DenseNet121 with half its growth, filled by the golden formula.
weights::ModelContents denseNet() {
    weights::ModelContents model;
    auto& description = model.description;
    description.backbone = {"densenet", 32, {6, 12, 24, 16}, {16, 16, 16, 16}, "relu"};
    description.head = {{}, {}};
    description.scaling = weights::Scaling::torch;
    const auto layers = weights::layersToCut(description.backbone).value();
    for (const auto& layer : layers)
        model.tensors.merge(filledTensors(weights::tensorsOf(layer)));
    model.tensors.merge(filledTensors(weights::tensorsOf(description.head, layers.back().channels, 2)));
    return model;
}

std::vector<double> valuesOf(const torch::Tensor& output) {
    const torch::Tensor plain = output.to(torch::kFloat64).contiguous();
    return {plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()};
}

#ifdef PLEURASCOPE_HAS_OPENCV_DNN
cv::Mat blobOf(const std::vector<imaging::InputPlanes>& films) {
    const int size = films.front().size;
    const int shape[] = {static_cast<int>(films.size()), 3, size, size};
    cv::Mat blob(4, shape, CV_32F);
    auto* place = blob.ptr<float>();
    for (const auto& film : films)
        for (int repeat = 0; repeat < 3 / film.channels; ++repeat)
            place = std::copy(film.values.begin(), film.values.end(), place);
    return blob;
}

std::vector<double> valuesOf(const cv::Mat& output) {
    return {output.begin<float>(), output.end<float>()};
}
#endif

#define NEEDS_ONNX_RUNTIME()                                                                                 \
    if (!std::filesystem::exists(onnxRuntime + "/node_modules/onnxruntime-node") ||                          \
        outputOf("node --version 2>/dev/null").empty())                                                      \
    GTEST_SKIP() << "needs node, and npm ci --ignore-scripts in " << onnxRuntime

void OtherRuntimes::expectEveryRuntimeAgrees(const weights::ModelContents& model) {
    predict(model);
    ASSERT_TRUE(exportOnnx(at("m.onnx"), model));
    ASSERT_TRUE(model::exportTorchScript(at("m.pt"), model));
    auto module = torch::jit::load(at("m.pt"));
    const torch::NoGradGuard noGrad;
    const auto outputs =
        module.forward({inference::inputTensor(films, weights::Scaling::none, torch::kCPU)}).toTuple();
    expectSame(valuesOf(outputs->elements()[0].toTensor()), valuesOf(outputs->elements()[1].toTensor()), 1);
    NEEDS_ONNX_RUNTIME();
    expectSameAs("node '" + onnxRuntime + "/predict.mjs'", at("m.onnx"), model);
}

TEST_F(OtherRuntimes, OnnxRuntimeAgreesOnAModelThatKerasSaved) {
    PLEURASCOPE_NEEDS_SHARED(narrow);
    NEEDS_ONNX_RUNTIME();
    auto model = imported(narrow, {});
    expectOnnxRuntimeAgrees(model);
    model.description.temperature = 1.75;
    expectOnnxRuntimeAgrees(model);
}

TEST_F(OtherRuntimes, OnnxRuntimeAgreesOnImageNetWeightsAndEveryScaling) {
    PLEURASCOPE_NEEDS_SHARED(partial);
    NEEDS_ONNX_RUNTIME();
    weights::KerasImportOptions options;
    options.cut = "conv5_block1_preact_relu";
    auto model = imported(partial, options);
    for (const auto scaling : {weights::Scaling::tf, weights::Scaling::torch}) {
        model.description.scaling = scaling;
        expectOnnxRuntimeAgrees(model);
    }
}

TEST_F(OtherRuntimes, EveryRuntimeAgreesOnAModelThatAveragesMirrorImages) {
    PLEURASCOPE_NEEDS_SHARED(narrow);
    auto model = imported(narrow, {});
    predict(model);
    const double alone = predictions.front().logits[1];
    model.description.flipAverage = true;
    model.description.temperature = 1.75;
    expectEveryRuntimeAgrees(model);
    EXPECT_NE(predictions.front().logits[1], alone);
}

TEST_F(OtherRuntimes, EveryRuntimeAgreesOnADenseNet) {
    PLEURASCOPE_NEEDS_SHARED("data/cxr-effusion/effusion");
    expectEveryRuntimeAgrees(denseNet());
}
TEST_F(OtherRuntimes, KerasFilesPredictTheSameWhenTheyAreReadBack) {
    PLEURASCOPE_NEEDS_SHARED(narrow);
    auto model = imported(narrow, {});
    for (const auto format : {weights::ExportFormat::kerasH5, weights::ExportFormat::keras})
        for (const auto scaling : {weights::Scaling::tf, weights::Scaling::unit, weights::Scaling::none}) {
            model.description.scaling = scaling;
            model.description.temperature = 0.75;
            predict(model);
            const auto expected = predictions;
            ASSERT_TRUE(weights::exportModel(at("keras"), model, format));
            const auto back = weights::importKeras(at("keras"), {}, weights::readKerasFile);
            ASSERT_TRUE(back) << core::describe(back.error());
            EXPECT_EQ(back->model.description.scalingSource, "file");
            predict(back->model);
            for (std::size_t i = 0; i < expected.size(); ++i)
                EXPECT_NEAR(predictions[i].probability, expected[i].probability, tolerance);
        }
}

TEST_F(OtherRuntimes, LibTorchAgreesOnTheTorchScriptArchive) {
    PLEURASCOPE_NEEDS_SHARED(narrow);
    auto model = imported(narrow, {});
    for (const auto scaling : {weights::Scaling::tf, weights::Scaling::torch}) {
        model.description.scaling = scaling;
        model.description.temperature = 1.75;
        predict(model);
        ASSERT_TRUE(model::exportTorchScript(at("m.pt"), model));
        torch::jit::ExtraFilesMap extra{{"model.json", ""}};
        auto module = torch::jit::load(at("m.pt"), torch::kCPU, extra);
        EXPECT_EQ(extra["model.json"], weights::toJson(model.description));
        const torch::NoGradGuard noGrad;
        const auto outputs =
            module.forward({inference::inputTensor(films, weights::Scaling::none, torch::kCPU)}).toTuple();
        expectSame(valuesOf(outputs->elements()[0].toTensor()), valuesOf(outputs->elements()[1].toTensor()),
                   1);
    }
}

TEST_F(OtherRuntimes, PythonsTorchAgreesOnTheTorchScriptArchive) {
    PLEURASCOPE_NEEDS_SHARED(partial);
    if (outputOf(debianPython + " -c 'import torch; print(torch.__version__)' 2>/dev/null").empty())
        GTEST_SKIP() << "needs python3-torch";
    weights::KerasImportOptions options;
    options.cut = "conv5_block1_preact_relu";
    const auto model = imported(partial, options);
    predict(model);
    ASSERT_TRUE(model::exportTorchScript(at("m.pt"), model));
    expectSameAs(debianPython + " '" PLEURASCOPE_SOURCE_DIR "/tests/engine/exchange/torch_predict.py'",
                 at("m.pt"), model);
}

TEST_F(OtherRuntimes, OpenCvAgreesOnAModelThatKerasSaved) {
    PLEURASCOPE_NEEDS_SHARED(narrow);
#ifdef PLEURASCOPE_HAS_OPENCV_DNN
    const auto model = imported(narrow, {});
    predict(model);
    const auto bytes = onnxModel(model).value();
    auto net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    net.setInput(blobOf(films));
    std::vector<cv::Mat> outputs;
    net.forward(outputs, std::vector<cv::String>{"logits", "probabilities"});
    expectSame(valuesOf(outputs[0]), valuesOf(outputs[1]), 1);
#else
    GTEST_SKIP() << "needs libopencv-dnn-dev";
#endif
}

} // namespace
} // namespace pleurascope::exchange
