// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <cstdint>

namespace pleurascope::phantom {

enum class EffusionSide : std::uint8_t { none, right, left, both };

/// What a drawn chest shows. Sides are the patient's: the right lung is at the left of the picture.
struct PhantomSpec {
    EffusionSide side = EffusionSide::none;
    double rightAmount = 0; ///< 0 none, 0.1 blunted angle, 1 white hemithorax
    double leftAmount = 0;
    std::uint32_t seed = 0;     ///< the patient: anatomy
    std::uint32_t filmSeed = 0; ///< how this film was taken: exposure, rotation, collimation, marker, noise
    bool marker = true;         ///< an 'R' beside the patient's right shoulder
};

/// A spec for film `index` of a set with `seed`: with an effusion or not, side and amount drawn at random.
[[nodiscard]] PhantomSpec randomSpec(std::uint32_t seed, std::uint32_t index, bool effusion);

/// Draws a frontal chest phantom (soft tissue, lungs, ribs, clavicles, scapulae, heart, diaphragm, spine,
/// stomach bubble, noise, exposure, slight rotation), size x size, u16 with 12 bits used, dense tissue bright
/// (as MONOCHROME2). Deterministic: the same spec and size give the same pixels on every machine.
[[nodiscard]] core::PixelBuffer drawChest(const PhantomSpec& spec, int size);

} // namespace pleurascope::phantom
