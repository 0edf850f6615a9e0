// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/ChestPhantom.h"

#include "engine/phantom/Abdomen.h"
#include "engine/phantom/Anatomy.h"
#include "engine/phantom/Body.h"
#include "engine/phantom/Film.h"
#include "engine/phantom/Lungs.h"
#include "engine/phantom/Mediastinum.h"
#include "engine/phantom/Random.h"
#include "engine/phantom/Skeleton.h"

#include <cassert>

namespace pleurascope::phantom {

namespace {

constexpr std::uint32_t specStream = 100;

/// Small ones are commonest; a white side is rare.
double randomAmount(Random& random) {
    const double kind = random.uniform();
    if (kind < 0.25)
        return random.uniform(0.10, 0.18);
    if (kind < 0.65)
        return random.uniform(0.18, 0.38);
    if (kind < 0.90)
        return random.uniform(0.38, 0.70);
    return random.uniform(0.70, 1.0);
}

} // namespace

PhantomSpec randomSpec(std::uint32_t seed, std::uint32_t index, bool effusion) {
    Random random(seed, specStream + index * 1000);
    PhantomSpec spec;
    spec.seed = std::uint32_t(random.next() >> 32);
    spec.filmSeed = std::uint32_t(random.next() >> 32);
    spec.marker = random.chance(0.9);
    if (!effusion)
        return spec;
    const double kind = random.uniform();
    spec.side = kind < 0.45 ? EffusionSide::right : kind < 0.80 ? EffusionSide::left : EffusionSide::both;
    if (spec.side != EffusionSide::left)
        spec.rightAmount = randomAmount(random);
    if (spec.side != EffusionSide::right)
        spec.leftAmount = randomAmount(random);
    return spec;
}

core::PixelBuffer drawChest(const PhantomSpec& spec, int size) {
    assert(size > 0);
    const Anatomy anatomy(spec);
    constexpr double overscan = 1.12;
    Canvas tissue(size, overscan);
    addBody(tissue, anatomy);
    const Canvas air = airInLungs(anatomy, tissue);
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column)
            tissue.at(column, row) -= air.at(column, row);
    addMarkings(tissue, air, anatomy);
    addAirways(tissue, anatomy);
    addGas(tissue, anatomy);
    addSpine(tissue, anatomy);
    addRibs(tissue, anatomy);
    addShoulderGirdle(tissue, anatomy);
    return exposeFilm(tissue, spec);
}

} // namespace pleurascope::phantom
