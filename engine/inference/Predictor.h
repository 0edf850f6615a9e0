// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/imaging/InputPlanes.h"
#include "engine/weights/ModelDescription.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace pleurascope::inference {

enum class DeviceChoice : std::uint8_t { automatic, cpu, cuda };

/// The network's opinion of one film.
struct Prediction {
    double probability = 0; ///< of the positive class, softmax at the model's temperature
    /// z_positive - z_negative at temperature 1; with more than two classes z_positive - logsumexp(others)
    double logit = 0;
    std::vector<double> logits; ///< one a class
};

/// A loaded model on a device. Thread-safe: calls from several threads are answered one after another; a
/// prediction does not wait for training. Torch-free boundary: planes in, numbers out.
class Predictor {
public:
    virtual ~Predictor() = default;
    [[nodiscard]] virtual const weights::ModelDescription& description() const = 0;
    /// SHA-256 of the model file.
    [[nodiscard]] virtual const std::string& modelHash() const = 0;
    /// "CPU, 2 threads" or the CUDA device's name.
    [[nodiscard]] virtual std::string deviceName() const = 0;
    /// One prediction a film, in order. Planes must have the model's input size. Films are cut into batches
    /// inside. Stopping ends between batches with what is done so far. Errors: outOfMemory, internal.
    [[nodiscard]] virtual core::Result<std::vector<Prediction>>
    predict(std::span<const imaging::InputPlanes> films, std::stop_token stop = {}) = 0;
};

} // namespace pleurascope::inference
