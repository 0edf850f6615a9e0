// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/MixedPrecision.h"

#include <torch/torch.h>

#include <ATen/autocast_mode.h>

namespace pleurascope::training {

namespace {

void enable(bool enabled) {
#if TORCH_VERSION_MAJOR >= 2 && TORCH_VERSION_MINOR >= 4
    at::autocast::set_autocast_enabled(at::kCUDA, enabled);
    at::autocast::set_autocast_dtype(at::kCUDA, at::kBFloat16);
#else
    at::autocast::set_enabled(enabled);
    at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
#endif
}

} // namespace

MixedPrecision::MixedPrecision(bool wanted)
    : m_wanted(wanted) {
    if (m_wanted)
        enable(true);
}

MixedPrecision::~MixedPrecision() {
    if (!m_wanted)
        return;
    enable(false);
    // Weights cast for one step are stale in the next.
    at::autocast::clear_cache();
}

} // namespace pleurascope::training
