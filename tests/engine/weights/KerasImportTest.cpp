// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasImport.h"
#include "engine/core/Files.h"
#include "engine/weights/Hdf5Writer.h"
#include "engine/weights/KerasFile.h"
#include "engine/weights/LayerGraph.h"
#include "engine/weights/ModelFile.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::weights {
namespace {

using core::ErrorCode;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::sharedFile;

const std::string folder = "golden/keras/c_weights/";

class KerasImportOf : public ::testing::TestWithParam<std::string> {};

TEST_P(KerasImportOf, EveryLayoutIsTheSameModel) {
    PLEURASCOPE_NEEDS_SHARED(folder + GetParam());
    const auto import = importKeras(sharedFile(folder + GetParam()), {}, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    const bool hasConfig = GetParam().find("model") != std::string::npos || GetParam().ends_with(".keras");
    const auto& description = import->model.description;
    EXPECT_THAT(description.backbone.filters, ElementsAre(8, 12, 16, 24));
    EXPECT_THAT(description.backbone.blocks, ElementsAre(3, 4, 6, 3));
    EXPECT_EQ(description.backbone.stemFilters, 64);
    EXPECT_EQ(description.backbone.cut, "post_relu");
    EXPECT_THAT(description.head.hidden, ElementsAre(128));
    EXPECT_THAT(description.head.dropout, ElementsAre(hasConfig ? 0.5 : 0.0));
    EXPECT_EQ(description.inputSize, 224);
    EXPECT_THAT(description.classes, ElementsAre("class0", "class1"));
    EXPECT_EQ(description.positiveClass, 1);
    EXPECT_EQ(description.scaling, Scaling::tf);
    EXPECT_EQ(description.scalingSource, "assumed");
    EXPECT_EQ(description.provenance.backboneWeights, GetParam());
    EXPECT_TRUE(import->initialised.empty());
    EXPECT_EQ(import->model.tensors.size(), 274U);
    for (const auto& [name, tensor] : import->model.tensors)
        EXPECT_EQ(tensor.values, testing::filledTensor(name, tensor.shape).values) << name;
}

INSTANTIATE_TEST_SUITE_P(Golden, KerasImportOf,
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

TEST(KerasImport, TakesScalingSizeAndClassesFromTheOptions) {
    PLEURASCOPE_NEEDS_SHARED(folder + "narrow_flat.weights.h5");
    KerasImportOptions options;
    options.scaling = Scaling::unit;
    options.inputSize = 64;
    options.classes = {"effusion", "nofinding"};
    const auto import = importKeras(sharedFile(folder + "narrow_flat.weights.h5"), options, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    EXPECT_EQ(import->model.description.scaling, Scaling::unit);
    EXPECT_EQ(import->model.description.scalingSource, "configured");
    EXPECT_EQ(import->model.description.inputSize, 64);
    EXPECT_EQ(import->model.description.positiveClass, 0);
    options.positive = "nofinding";
    EXPECT_EQ(importKeras(sharedFile(folder + "narrow_flat.weights.h5"), options, readKerasFile)
                  ->model.description.positiveClass,
              1);
}

TEST(KerasImport, RefusesClassesThatDoNotFit) {
    PLEURASCOPE_NEEDS_SHARED(folder + "narrow_flat.weights.h5");
    const auto file = sharedFile(folder + "narrow_flat.weights.h5");
    for (const auto& classes :
         {std::vector<std::string>{"a", "b", "c"}, std::vector<std::string>{"a", "a"}}) {
        KerasImportOptions options;
        options.classes = classes;
        EXPECT_EQ(importKeras(file, options, readKerasFile).error().code, ErrorCode::invalidArgument);
    }
    KerasImportOptions options;
    options.positive = "effusion";
    const auto import = importKeras(file, options, readKerasFile);
    ASSERT_FALSE(import);
    EXPECT_THAT(import.error().detail, HasSubstr("effusion"));
    EXPECT_EQ(import.error().path, file.string());
}

const std::string imageNet = "weights/resnet50v2_imagenet_conv1_to_conv4.h5";

TEST(KerasImport, ListsEveryTensorThatAPartialFileLacks) {
    PLEURASCOPE_NEEDS_SHARED(imageNet);
    const auto import = importKeras(sharedFile(imageNet), {}, readKerasFile);
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, ErrorCode::missingTensor);
    EXPECT_THAT(import.error().detail, HasSubstr("conv5_block3_2_conv/kernel"));
    EXPECT_THAT(import.error().detail, HasSubstr("dense/kernel"));
    EXPECT_THAT(import.error().detail, ::testing::Not(HasSubstr("conv4_block6_3_conv/kernel")));
}

TEST(KerasImport, AcceptsAPartialFileWithACutAndListsTheNewHead) {
    PLEURASCOPE_NEEDS_SHARED(imageNet);
    KerasImportOptions options;
    options.cut = "conv5_block1_preact_relu";
    const auto import = importKeras(sharedFile(imageNet), options, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    EXPECT_THAT(import->initialised, ElementsAre("dense/kernel", "dense/bias", "dense_1/kernel",
                                                 "dense_1/bias", "dense_2/kernel", "dense_2/bias"));
    EXPECT_EQ(import->model.tensors.at("dense/kernel").shape, (std::vector<std::int64_t>{1024, 512}));
    options.cut = "conv5_block2_out";
    EXPECT_EQ(importKeras(sharedFile(imageNet), options, readKerasFile).error().code,
              ErrorCode::missingTensor);
    options.cut = "conv9_out";
    const auto unknown = importKeras(sharedFile(imageNet), options, readKerasFile);
    EXPECT_EQ(unknown.error().code, ErrorCode::unknownLayer);
    EXPECT_EQ(unknown.error().detail, "conv9_out");
}

TEST(KerasImport, InitialisesTheRestWhenTold) {
    PLEURASCOPE_NEEDS_SHARED(imageNet);
    KerasImportOptions options;
    options.initialiseMissing = true;
    const auto import = importKeras(sharedFile(imageNet), options, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    EXPECT_EQ(import->model.tensors.size(), 276U);
    EXPECT_THAT(import->initialised, ::testing::Contains("conv5_block3_2_conv/kernel"));
    for (const float value : import->model.tensors.at("post_bn/moving_variance").values)
        ASSERT_EQ(value, 1.0F);
    const auto& kernel = import->model.tensors.at("dense_2/kernel").values;
    EXPECT_LE(*std::max_element(kernel.begin(), kernel.end()), std::sqrt(6.0F / 130));
    EXPECT_GT(*std::max_element(kernel.begin(), kernel.end()), 0.9F * std::sqrt(6.0F / 130));
}

/// As keras.applications 2 published it: the first layers' names hold a slash, so their groups are nested.
TEST(KerasImport, ReadsADenseNetWhoseNamesHoldSlashes) {
    BackboneDescription backbone{"densenet", 8, {1, 2}, {4, 4}, "relu"};
    core::Bytes bytes;
    {
        const auto lock = hdf5::lockLibrary();
        hdf5::Writer file;
        std::vector<std::string> names;
        for (const auto& layer : backboneLayers(backbone)) {
            const auto tensors = tensorsOf(layer);
            if (tensors.empty())
                continue;
            const bool first = layer.name == "conv1_conv" || layer.name == "conv1_bn";
            const std::string name = first ? "conv1/" + layer.name.substr(6) : layer.name;
            std::vector<std::string> weights;
            for (const auto& [tensor, shape] : tensors) {
                weights.push_back(name + tensor.substr(tensor.rfind('/')) + ":0");
                file.addTensor("/" + name + "/" + weights.back(), testing::filledTensor(tensor, shape));
            }
            file.addStringList("/" + name, "weight_names", weights);
            names.push_back(name);
        }
        file.addStringList("/", "layer_names", names);
        bytes = file.bytes().value();
    }
    const test::TemporaryFolder own;
    ASSERT_TRUE(core::writeFileAtomically(own.path() / "dense.h5", bytes));
    KerasImportOptions options;
    options.initialiseMissing = true;
    const auto import = importKeras(own.path() / "dense.h5", options, readKerasFile);
    ASSERT_TRUE(import) << core::describe(import.error());
    const auto& description = import->model.description;
    EXPECT_EQ(description.backbone.family, "densenet");
    EXPECT_THAT(description.backbone.blocks, ElementsAre(1, 2));
    EXPECT_THAT(description.backbone.filters, ElementsAre(4, 4));
    EXPECT_EQ(description.scaling, Scaling::torch) << "what keras.applications does for a DenseNet";
    EXPECT_EQ(description.scalingSource, "assumed");
    const auto& kernel = import->model.tensors.at("conv1_conv/kernel");
    EXPECT_EQ(kernel.values, testing::filledTensor("conv1_conv/kernel", kernel.shape).values);
    const auto& gamma = import->model.tensors.at("bn/gamma");
    EXPECT_EQ(gamma.values, testing::filledTensor("bn/gamma", gamma.shape).values);
    EXPECT_THAT(import->initialised, ::testing::Each(::testing::StartsWith("dense")));
}

TEST(KerasImport, RefusesAnotherNetworkByItsFirstLayer) {
    const std::string file =
        "weights/keras-squeezenet/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5";
    PLEURASCOPE_NEEDS_SHARED(file);
    const auto import = importKeras(sharedFile(file), {}, readKerasFile);
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, ErrorCode::unsupportedFormat);
    EXPECT_THAT(import.error().detail, HasSubstr("layer conv1 "));
}

TEST(KerasFile, CutShortAnywhereIsRefusedWithItsPath) {
    PLEURASCOPE_NEEDS_SHARED(folder + "narrow_flat.keras");
    const test::TemporaryFolder temporary;
    for (const char* name :
         {"narrow_flat.keras", "narrow_nested.weights.h5", "narrow_flat_model_legacy.h5"}) {
        const auto whole = *core::readFile(sharedFile(folder + name));
        const auto cut = temporary.path() / name;
        for (const double share : {0.0, 0.001, 0.1, 0.5, 0.9, 0.999}) {
            ASSERT_TRUE(core::writeFileAtomically(cut, std::span(whole).first(static_cast<std::size_t>(
                                                           static_cast<double>(whole.size()) * share))));
            const auto file = readKerasFile(cut);
            ASSERT_FALSE(file) << name << " " << share;
            EXPECT_EQ(file.error().path, cut.string());
            EXPECT_FALSE(file.error().detail.empty());
        }
    }
}

} // namespace
} // namespace pleurascope::weights
