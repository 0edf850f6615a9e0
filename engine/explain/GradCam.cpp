// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/GradCam.h"

#include <algorithm>

namespace pleurascope::explain {

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
    const torch::Tensor scores = score == Score::softmax ? torch::softmax(logits, 1) : logits;
    const torch::Tensor gradient = torch::autograd::grad({scores[0][classIndex]}, {map})[0];
    GradCam cam;
    cam.weights = gradient.mean({2, 3})[0].detach();
    cam.map = (map.detach()[0] * cam.weights.view({-1, 1, 1})).sum(0);
    cam.logits = logits[0].detach();
    return cam;
}

} // namespace pleurascope::explain
