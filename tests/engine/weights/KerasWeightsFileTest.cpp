// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasWeightsFile.h"
#include "engine/core/Files.h"
#include "tests/golden/SharedFolder.h"

#include <gtest/gtest.h>

#include <unistd.h>

namespace pleurascope::weights {
namespace {

using testing::sharedFile;

TEST(KerasWeightsFile, ReadsARealSqueezeNet) {
    const char* file = "weights/keras-squeezenet/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5";
    PLEURASCOPE_NEEDS_SHARED(file);
    const auto tensors = readKerasWeights(sharedFile(file));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    EXPECT_EQ(tensors->size(), 50U);
}

TEST(KerasWeightsFile, ReadsTheRealImageNetTensors) {
    const char* file = "weights/resnet50v2_imagenet_conv1_to_conv4.h5";
    PLEURASCOPE_NEEDS_SHARED(file);
    const auto tensors = readKerasWeights(sharedFile(file));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    EXPECT_EQ(tensors->at("conv1_conv/kernel").shape, (std::vector<std::int64_t>{7, 7, 3, 64}));
}

TEST(KerasWeightsFile, ReadsAKeras3FileByTheNamesOfItsLayers) {
    const char* file = "golden/keras/c_weights/narrow_flat.weights.h5";
    PLEURASCOPE_NEEDS_SHARED(file);
    const auto tensors = readKerasWeights(sharedFile(file));
    ASSERT_TRUE(tensors) << core::describe(tensors.error());
    EXPECT_EQ(tensors->size(), 274U);
    EXPECT_EQ(tensors->at("conv2_block1_0_conv/kernel").shape, (std::vector<std::int64_t>{1, 1, 64, 32}));
}

TEST(KerasWeightsFile, RefusesAFileCutShort) {
    const char* file = "golden/keras/c_weights/narrow_flat_weights_keras2.h5";
    PLEURASCOPE_NEEDS_SHARED(file);
    const auto whole = *core::readFile(sharedFile(file));
    const auto cut =
        std::filesystem::temp_directory_path() / ("pleurascope-cut-" + std::to_string(::getpid()) + ".h5");
    for (const double share : {0.0, 0.01, 0.5, 0.95}) {
        ASSERT_TRUE(core::writeFileAtomically(cut, std::span(whole).first(static_cast<std::size_t>(
                                                       static_cast<double>(whole.size()) * share))));
        const auto tensors = readKerasWeights(cut);
        ASSERT_FALSE(tensors) << share;
        EXPECT_EQ(tensors.error().code, core::ErrorCode::damaged) << share;
        EXPECT_EQ(tensors.error().path, cut.string());
    }
    std::filesystem::remove(cut);
}

TEST(KerasWeightsFile, MissingFileIsNotFound) {
    EXPECT_EQ(readKerasWeights("/nowhere/x.h5").error().code, core::ErrorCode::fileNotFound);
}

} // namespace
} // namespace pleurascope::weights
