// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/TorchPredictor.h"

#include "engine/core/Sha256.h"
#include "engine/inference/Device.h"
#include "engine/model/TensorConversion.h"

namespace pleurascope::inference {

namespace {

/// Films a batch: enough to keep two cores busy, few enough that a single prediction never waits long behind
/// one.
constexpr std::size_t batchSize = 8;

} // namespace

core::Result<std::shared_ptr<TorchPredictor>> TorchPredictor::open(const std::filesystem::path& file,
                                                                   DeviceChoice choice) {
    const auto device = chooseDevice(choice);
    if (!device)
        return core::failure(device);
    const auto contents = weights::readModelFile(file);
    if (!contents)
        return core::failure(contents);
    auto network = Network::create(*contents, *device);
    if (!network)
        return core::failureIn(network.error(), file.string());
    auto hash = core::sha256OfFile(file);
    if (!hash)
        return core::failure(hash);
    return std::make_shared<TorchPredictor>(std::move(*network), std::move(*hash));
}

TorchPredictor::TorchPredictor(Network network, std::string hash)
    : m_network(std::move(network))
    , m_hash(std::move(hash)) {}

std::string TorchPredictor::deviceName() const {
    return inference::deviceName(m_network.device);
}

core::Result<std::vector<Prediction>> TorchPredictor::predict(std::span<const imaging::InputPlanes> films,
                                                              std::stop_token stop) {
    const auto& description = m_network.description;
    const int wanted = description.inputSize;
    for (const auto& film : films)
        if (film.size != wanted)
            return core::failure(core::ErrorCode::invalidArgument, "planes of " + std::to_string(film.size) +
                                                                       ", expected " +
                                                                       std::to_string(wanted));
    const auto held = lock();
    std::vector<Prediction> predictions;
    try {
        const torch::InferenceMode inference;
        for (std::size_t first = 0; first < films.size() && !stop.stop_requested(); first += batchSize) {
            const auto batch = films.subspan(first, std::min(batchSize, films.size() - first));
            const torch::Tensor input = inputTensor(batch, description.scaling, m_network.device);
            const torch::Tensor logits = m_network.logits(input);
            for (std::int64_t i = 0; i < logits.size(0); ++i)
                predictions.push_back(
                    predictionFromLogits(logits[i], description.positiveClass, description.temperature));
        }
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
    return predictions;
}

} // namespace pleurascope::inference
