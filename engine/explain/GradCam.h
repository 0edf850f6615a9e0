// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/explain/Explainer.h"
#include "engine/model/Backbone.h"
#include "engine/model/ClassifierHead.h"

#include <torch/torch.h>

namespace pleurascope::explain {

/// What Grad-CAM computes for one image, on the way.
struct GradCam {
    torch::Tensor weights; ///< (C): spatial mean of d score / d map
    torch::Tensor map;     ///< (h, w): sum_c weights_c * map_c, before the ReLU
    torch::Tensor logits;  ///< (classes)
};

/// Grad-CAM (Selvaraju et al. 2017, equations 1 and 2) of one image (1, 3, H, W) at `layer`, which must be on
/// the way to the cut. With Score::softmax the score is the class's probability. No gradient passes below the
/// layer. Errors: unknownLayer.
[[nodiscard]] core::Result<GradCam> gradCam(const model::Backbone& backbone,
                                            const model::ClassifierHead& head, const torch::Tensor& image,
                                            const std::string& layer, int classIndex, Score score);

/// The same at the cut, from its map (1, C, h, w): the head's gradient needs no pass of the backbone.
[[nodiscard]] GradCam gradCamAtCut(const torch::Tensor& map, const model::ClassifierHead& head,
                                   int classIndex, Score score);

} // namespace pleurascope::explain
