// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunNetwork.h"

#include "engine/core/Sha256.h"
#include "engine/inference/Device.h"
#include "engine/model/Initialisation.h"
#include "engine/weights/BackboneShape.h"

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// The backbone's tensors, from the weight file or by chance.
Result<weights::TensorMap> startingTensors(const TrainingConfig& config, intake::FilmReader& reader) {
    if (config.weights.empty())
        return model::initialBackbone(config.backbone, config.split.seed);
    return reader.readKeras(config.weights).map([](weights::KerasFile file) {
        return std::move(file.tensors);
    });
}

} // namespace

Result<RunNetwork> RunNetwork::create(const TrainingConfig& config, weights::ModelDescription description,
                                      intake::FilmReader& reader) {
    const auto device = inference::chooseDevice(config.device);
    if (!device)
        return failure(device);
    if (config.optimization.mixedPrecision && !device->is_cuda())
        return failure(core::ErrorCode::invalidArgument, "mixed-precision: needs a CUDA device");
    const bool isRandom = config.weights.empty();
    auto tensors = startingTensors(config, reader);
    if (!tensors)
        return failure(tensors);
    description.backbone = isRandom ? config.backbone : weights::backboneShape(*tensors, config.backbone);
    std::string wantedCut;
    if (config.deepestCut)
        if (auto deepest = weights::deepestCompleteCut(description.backbone, *tensors);
            deepest && *deepest != description.backbone.cut) {
            wantedCut = std::exchange(description.backbone.cut, *deepest);
        }
    weights::ModelContents contents{std::move(description), std::move(*tensors)};
    const auto backbone = model::Backbone::create(contents.description.backbone, contents.tensors);
    if (!backbone)
        return core::failureIn(backbone.error(), config.weights.string());
    contents.tensors.merge(model::initialHead(config.head, backbone->features(),
                                              static_cast<int>(contents.description.classes.size()),
                                              config.split.seed));
    auto network = inference::Network::create(contents, *device);
    if (!network)
        return failure(network);
    RunNetwork made{std::move(*network), "random", {}, std::move(wantedCut)};
    if (!isRandom) {
        made.weightsName = config.weights.filename().string();
        auto hash = core::sha256OfFile(config.weights);
        if (!hash)
            return failure(hash);
        made.weightsSha256 = std::move(*hash);
    }
    return made;
}

void RunNetwork::addTo(RunFacts& facts) const {
    facts.torch = TORCH_VERSION;
    facts.weightsSha256 = weightsSha256;
    facts.summary.device = inference::deviceName(network.device);
    facts.summary.backboneWeights = weightsName;
    facts.summary.cut = network.description.backbone.cut;
    facts.summary.wantedCut = wantedCut;
}

} // namespace pleurascope::training
