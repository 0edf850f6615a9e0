// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/OnnxExport.h"

#include "engine/weights/LayerGraph.h"
#include "tests/golden/FillFormula.h"

#include <gtest/gtest.h>
#include <onnx/onnx_pb.h>

#include <set>

namespace pleurascope::exchange {
namespace {

using namespace pleurascope::testing;

/// Two stages of one block each, filled by the golden formula.
weights::ModelContents smallModel(const std::string& cut = "post_relu") {
    weights::ModelContents model;
    model.description.name = "small";
    model.description.backbone = {"resnetv2", 8, {1, 1}, {4, 6}, cut};
    model.description.head = {{5}, {0.5}};
    model.description.inputSize = 64;
    const auto layers = weights::layersUpTo(weights::backboneLayers(model.description.backbone), cut).value();
    for (const auto& layer : layers)
        model.tensors.merge(filledTensors(weights::tensorsOf(layer)));
    model.tensors.merge(filledTensors(weights::tensorsOf(model.description.head, layers.back().channels, 2)));
    return model;
}

onnx::ModelProto parsed(const core::Bytes& bytes) {
    onnx::ModelProto model;
    EXPECT_TRUE(model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
    return model;
}

TEST(OnnxExport, TakesFilmsAndGivesLogitsAndProbabilities) {
    const auto model = parsed(onnxModel(smallModel()).value());
    ASSERT_EQ(model.opset_import_size(), 1);
    EXPECT_EQ(model.opset_import(0).version(), 13);
    const auto& graph = model.graph();
    ASSERT_EQ(graph.input_size(), 1);
    EXPECT_EQ(graph.input(0).name(), "film");
    const auto& shape = graph.input(0).type().tensor_type().shape();
    ASSERT_EQ(shape.dim_size(), 4);
    EXPECT_EQ(shape.dim(0).dim_param(), "films");
    EXPECT_EQ(shape.dim(1).dim_value(), 3);
    EXPECT_EQ(shape.dim(3).dim_value(), 64);
    ASSERT_EQ(graph.output_size(), 2);
    EXPECT_EQ(graph.output(0).name(), "logits");
    EXPECT_EQ(graph.output(1).name(), "probabilities");
    EXPECT_EQ(model.metadata_props(0).key(), "model.json");
}

TEST(OnnxExport, NamesEveryValueBeforeItIsRead) {
    const auto model = parsed(onnxModel(smallModel()).value());
    std::set<std::string> known{"film"};
    for (const auto& tensor : model.graph().initializer())
        EXPECT_TRUE(known.insert(tensor.name()).second) << tensor.name();
    for (const auto& node : model.graph().node()) {
        for (const auto& input : node.input())
            EXPECT_TRUE(known.contains(input)) << node.name() << " reads " << input;
        EXPECT_TRUE(known.insert(node.output(0)).second) << node.name();
    }
    EXPECT_TRUE(known.contains("logits") && known.contains("probabilities"));
}

TEST(OnnxExport, PadsAPoolWithZerosAndLetsConvolutionsPadThemselves) {
    const auto model = parsed(onnxModel(smallModel()).value());
    std::vector<std::string> pads;
    for (const auto& node : model.graph().node())
        if (node.op_type() == "Pad")
            pads.push_back(node.name());
    EXPECT_EQ(pads, (std::vector<std::string>{"pool1_pad"}));
}

TEST(OnnxExport, EndsAtTheCutEvenWhereThatIsAPadding) {
    const auto model = parsed(onnxModel(smallModel("conv2_block1_2_pad")).value());
    bool padded = false;
    for (const auto& node : model.graph().node()) {
        padded |= node.name() == "conv2_block1_2_pad";
        EXPECT_NE(node.name(), "post_relu");
    }
    EXPECT_TRUE(padded);
}

TEST(OnnxExport, GivesTheSameBytesTwice) {
    EXPECT_EQ(onnxModel(smallModel()).value(), onnxModel(smallModel()).value());
}

TEST(OnnxExport, NamesATensorThatIsMissing) {
    auto model = smallModel();
    model.tensors.erase("dense_1/bias");
    const auto bytes = onnxModel(model);
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().code, core::ErrorCode::missingTensor);
    EXPECT_EQ(bytes.error().detail, "dense_1/bias");
}

TEST(OnnxExport, LeavesTheOldFileWhenItCannotWrite) {
    const auto written = exportOnnx("/nowhere/m.onnx", smallModel());
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().path, "/nowhere/m.onnx");
}

} // namespace
} // namespace pleurascope::exchange
