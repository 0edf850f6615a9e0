// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/inference/OneDnnBackbone.h"
#include "engine/inference/Predictor.h"

#include <filesystem>
#include <mutex>

namespace pleurascope::inference {

/// Predictor on LibTorch. Weights never change after opening, so a call only waits for other calls on the
/// same predictor.
class TorchPredictor : public Predictor {
public:
    /// Errors: those of weights::readModelFile, Network::create and chooseDevice.
    [[nodiscard]] static core::Result<std::shared_ptr<TorchPredictor>> open(const std::filesystem::path& file,
                                                                            DeviceChoice device);
    TorchPredictor(Network network, std::string hash);

    [[nodiscard]] const weights::ModelDescription& description() const override {
        return m_network.description;
    }
    [[nodiscard]] const std::string& modelHash() const override { return m_hash; }
    [[nodiscard]] std::string deviceName() const override;
    [[nodiscard]] core::Result<std::vector<Prediction>> predict(std::span<const imaging::InputPlanes> films,
                                                                std::stop_token stop) override;

    // For explain, while `lock()` is held.
    [[nodiscard]] const Network& network() const { return m_network; }
    /// The cut's map (N, C, h, w) of scaled inputs, as prediction computes it; no gradients.
    [[nodiscard]] torch::Tensor maps(const torch::Tensor& input) const;
    /// (N, classes), with the mirrored film's where the model says so.
    [[nodiscard]] torch::Tensor logits(const torch::Tensor& input) const;
    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

private:
    Network m_network;
    std::string m_hash;
    std::shared_ptr<OneDnnBackbone> m_fast; ///< none on CUDA, and for networks that it does not know
    std::mutex m_mutex;
};

} // namespace pleurascope::inference
