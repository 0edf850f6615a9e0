// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/ModelDescription.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pleurascope::weights {

enum class LayerKind : std::uint8_t {
    input,
    zeroPadding,
    convolution,
    maxPooling,
    averagePooling,
    batchNormalization,
    relu,
    add,
    concatenate ///< along the channels
};

/// One Keras layer. Pools are 'valid' and so are convolutions but for `padded` ones: padding is a layer of
/// its own, as in keras.applications' ResNets.
struct Layer {
    std::string name;
    LayerKind kind = LayerKind::input;
    std::vector<int> inputs; ///< indices of earlier layers
    int channels = 0;        ///< of the output
    int inputChannels = 0;   ///< convolution: of the input
    int kernel = 0;          ///< convolution, pool: square; zeroPadding: on each side
    int stride = 1;
    bool bias = false;
    bool padded = false; ///< convolution: 'same', (kernel - 1) / 2 zeros on each side
};

/// keras.applications' ResNets and DenseNets: BatchNormalization(epsilon=1.001e-5).
constexpr double batchNormEpsilon = 1.001e-5;

/// All layers of the described network, whatever its cut.
[[nodiscard]] std::vector<Layer> backboneLayers(const BackboneDescription& description);

/// The layers that `cut` depends on, in order, with `cut` last. Errors: unknownLayer.
[[nodiscard]] core::Result<std::vector<Layer>> layersUpTo(const std::vector<Layer>& layers,
                                                          std::string_view cut);

/// The described network up to its cut. Errors: unknownLayer.
[[nodiscard]] core::Result<std::vector<Layer>> layersToCut(const BackboneDescription& description);

/// Names ("conv1_conv/kernel") and Keras shapes of the tensors that a layer holds.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::int64_t>>> tensorsOf(const Layer& layer);

/// The same for the head (`dense`, `dense_1`, ...) on `features` inputs.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::int64_t>>>
tensorsOf(const HeadDescription& head, int features, int classes);

} // namespace pleurascope::weights
