// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PillowBlend.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pleurascope::imaging {

core::PixelBuffer blendWithGrey(const core::PixelBuffer& input, int level, double factor) {
    assert(input.type() == core::SampleType::u8);
    const auto alpha = float(factor);
    std::array<std::uint8_t, 256> table{};
    for (int value = 0; value < 256; ++value)
        table[std::size_t(value)] =
            std::uint8_t(std::clamp(float(level) + alpha * float(value - level), 0.0f, 255.0f));
    FreshPixels<std::uint8_t> result(input.width(), input.height(), input.channels());
    std::ranges::transform(input.samples<std::uint8_t>(), result.samples().begin(),
                           [&](std::uint8_t value) { return table[value]; });
    return result.finish();
}

int meanGrey(const core::PixelBuffer& input) {
    assert(input.type() == core::SampleType::u8 && !input.isEmpty());
    assert(input.channels() == 1 || input.channels() == 3);
    const auto samples = input.samples<std::uint8_t>();
    std::uint64_t sum = 0;
    if (input.channels() == 1) {
        for (const auto sample : samples)
            sum += sample;
        return int(double(sum) / double(samples.size()) + 0.5);
    }
    for (std::size_t i = 0; i < samples.size(); i += 3)
        sum += (19595U * samples[i] + 38470U * samples[i + 1] + 7471U * samples[i + 2] + 32768U) >> 16;
    return int(double(sum) / double(samples.size() / 3) + 0.5);
}

} // namespace pleurascope::imaging
