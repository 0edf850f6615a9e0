// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/InputPlanes.h"

#include "engine/imaging/GreyScale.h"
#include "engine/imaging/Resize.h"

namespace pleurascope::imaging {

InputPlanes inputPlanes(const Image& image, int size) {
    return inputPlanes(renderDefault(image), size);
}

InputPlanes inputPlanes(const core::PixelBuffer& rendered, int size) {
    const auto resized = resizeBilinear(rendered, size, size);
    const auto samples = resized.samples<float>();
    const auto channels = std::size_t(resized.channels());
    const std::size_t plane = std::size_t(size) * std::size_t(size);
    InputPlanes result{size, resized.channels(), std::vector<float>(samples.size())};
    for (std::size_t i = 0; i < plane; ++i)
        for (std::size_t c = 0; c < channels; ++c)
            result.values[c * plane + i] = samples[i * channels + c];
    return result;
}

} // namespace pleurascope::imaging
