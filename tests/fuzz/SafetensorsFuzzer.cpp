// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give tensors whose shapes are what they hold, or an error.
#include "engine/weights/Safetensors.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope::weights;
    const auto tensors = readSafetensors(std::as_bytes(std::span(data, size)));
    if (!tensors)
        return 0;
    for (const auto& [name, tensor] : *tensors)
        if (elementCount(tensor.shape) != std::int64_t(tensor.values.size()))
            std::abort();
    return 0;
}
