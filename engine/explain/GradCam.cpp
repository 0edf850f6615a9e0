// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/GradCam.h"

#include <algorithm>

namespace pleurascope::explain {

namespace {

torch::Tensor scoreOf(const torch::Tensor& logits, int classIndex, Score score) {
    return (score == Score::softmax ? torch::softmax(logits, 1) : logits)[0][classIndex];
}

/// The sum over channels of weights (C) times map (1, C, h, w).
torch::Tensor weighted(const torch::Tensor& map, const torch::Tensor& weights) {
    return torch::matmul(weights, map[0].flatten(1)).view({map.size(2), map.size(3)});
}

} // namespace

GradCam gradCamAtCut(const torch::Tensor& map, const model::ClassifierHead& head, int classIndex,
                     Score score) {
    const torch::AutoGradMode gradients(true);
    const torch::Tensor features = model::globalAverage(map.detach()).requires_grad_(true);
    const torch::Tensor logits = head.forward(features);
    const torch::Tensor gradient = torch::autograd::grad({scoreOf(logits, classIndex, score)}, {features})[0];
    GradCam cam;
    // Every place has the same share in its feature, so the gradient is the same at all of them.
    cam.weights = gradient[0].detach() / double(map.size(2) * map.size(3));
    cam.map = weighted(map.detach(), cam.weights);
    cam.logits = logits[0].detach();
    return cam;
}

core::Result<GradCam> gradCam(const model::Backbone& backbone, const model::ClassifierHead& head,
                              const torch::Tensor& image, const std::string& layer, int classIndex,
                              Score score) {
    const auto& layers = backbone.layers();
    const bool known = std::any_of(layers.begin(), layers.end(), [&](const weights::Layer& l) {
        return l.name == layer && l.kind != weights::LayerKind::input;
    });
    if (!known)
        return core::failure(core::ErrorCode::unknownLayer, layer);
    const torch::AutoGradMode gradients(true);
    torch::Tensor map;
    const auto tap = [&](const weights::Layer& seen, torch::Tensor& value) {
        if (seen.name != layer)
            return;
        // Weights ask for no gradients, so the graph begins here: nothing below the layer is recorded.
        map = value.detach().requires_grad_(true);
        value = map;
    };
    const torch::Tensor logits = head.forward(model::globalAverage(backbone.forward(image, tap)));
    const torch::Tensor gradient = torch::autograd::grad({scoreOf(logits, classIndex, score)}, {map})[0];
    GradCam cam;
    cam.weights = gradient.mean({2, 3})[0].detach();
    cam.map = weighted(map.detach(), cam.weights);
    cam.logits = logits[0].detach();
    return cam;
}

} // namespace pleurascope::explain
