// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/Device.h"

namespace pleurascope::inference {

core::Result<torch::Device> chooseDevice(DeviceChoice choice) {
    const bool hasCuda = choice != DeviceChoice::cpu && torch::cuda::is_available();
    if (choice == DeviceChoice::cuda && !hasCuda)
        return core::failure(core::ErrorCode::deviceUnavailable, "cuda");
    return hasCuda ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
}

std::string deviceName(torch::Device device) {
    if (device.is_cuda())
        return "CUDA " + std::to_string(device.has_index() ? device.index() : 0);
    const int threads = at::get_num_threads();
    return "CPU, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

} // namespace pleurascope::inference
