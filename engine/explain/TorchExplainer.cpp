// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/TorchExplainer.h"

#include "engine/explain/GradCam.h"
#include "engine/model/TensorConversion.h"

namespace pleurascope::explain {

namespace {

core::PixelBuffer toPixels(const torch::Tensor& map) {
    const torch::Tensor plain = map.to(torch::kCPU, torch::kFloat32).contiguous();
    const auto* first = plain.data_ptr<float>();
    return core::PixelBuffer::fromVector(static_cast<int>(plain.size(1)), static_cast<int>(plain.size(0)), 1,
                                         core::SampleType::f32,
                                         std::vector<float>(first, first + plain.numel()));
}

} // namespace

std::vector<std::string> TorchExplainer::layers() const {
    std::vector<std::string> names;
    for (const auto& layer : m_predictor->network().backbone.layers())
        if (layer.kind != weights::LayerKind::input && layer.kind != weights::LayerKind::zeroPadding)
            names.push_back(layer.name);
    return names;
}

core::Result<Heatmap> TorchExplainer::explain(const imaging::InputPlanes& film,
                                              const HeatmapRequest& request) {
    const auto& network = m_predictor->network();
    const auto& description = network.description;
    const int classIndex = request.classIndex < 0 ? description.positiveClass : request.classIndex;
    if (static_cast<std::size_t>(classIndex) >= description.classes.size())
        return core::failure(core::ErrorCode::invalidArgument, "class " + std::to_string(classIndex));
    if (film.size != description.inputSize)
        return core::failure(core::ErrorCode::invalidArgument, "planes of " + std::to_string(film.size));
    Heatmap heatmap;
    heatmap.layer = request.layer.empty() ? description.backbone.cut : request.layer;
    heatmap.classIndex = classIndex;
    heatmap.score = request.score;
    const auto held = m_predictor->lock();
    try {
        const torch::Tensor image = inference::inputTensor({&film, 1}, description.scaling, network.device);
        const auto cam =
            gradCam(network.backbone, network.head, image, heatmap.layer, classIndex, request.score);
        if (!cam)
            return core::failure(cam);
        heatmap.map = toPixels(cam->map);
        // The map is of the film as it is; the opinion that it stands beside is the predictor's.
        const torch::InferenceMode inference;
        heatmap.prediction =
            inference::predictionFromLogits(description.flipAverage ? network.logits(image)[0] : cam->logits,
                                            description.positiveClass, description.temperature);
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
    return heatmap;
}

} // namespace pleurascope::explain
