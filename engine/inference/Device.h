// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/inference/Predictor.h"

#include <torch/torch.h>

namespace pleurascope::inference {

/// `automatic` is CUDA where there is any, else the CPU. Errors: deviceUnavailable.
[[nodiscard]] core::Result<torch::Device> chooseDevice(DeviceChoice choice);
/// "CPU, 2 threads", "CUDA 0".
[[nodiscard]] std::string deviceName(torch::Device device);

} // namespace pleurascope::inference
