// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/Effusion.h"

#include "engine/phantom/Curve.h"
#include "engine/phantom/Random.h"

namespace pleurascope::phantom {

namespace {
constexpr std::uint32_t effusionStream = 20;
}

Effusion::Effusion(const Anatomy& anatomy, Side side)
    : m_anatomy(anatomy)
    , m_side(side)
    , m_amount(anatomy.lungs[side].fluid) {
    Random random(anatomy.seed, effusionStream + std::uint32_t(side));
    const double angle = anatomy.lungs[side].angle;
    const double height = angle - anatomy.apex;
    m_level = angle - height * m_amount * (0.45 + 0.60 * m_amount);
    m_climb = (0.03 + 0.46 * m_amount) * random.uniform(0.75, 1.25);
    m_medial = 0.10 * m_amount * random.uniform(0.3, 1.3);
    m_haze = 0.04 + 0.24 * m_amount * random.uniform(0.6, 1.2);
}

double Effusion::filling(double lateral, double v) const {
    if (m_amount <= 0)
        return 0;
    const double across = m_anatomy.acrossLung(m_side, lateral);
    const double fromMiddle = 1 - across;
    const double outward = across * across * across;
    const double inward = fromMiddle * fromMiddle * fromMiddle * fromMiddle;
    const double surface = m_level - m_climb * outward - m_medial * inward;
    const double thinning = smoothStep(surface - m_haze * 0.35, surface + m_haze, v);
    // Some air is left in front of a small effusion.
    return thinning * (0.90 + 0.09 * smoothStep(0.2, 0.6, m_amount));
}

} // namespace pleurascope::phantom
