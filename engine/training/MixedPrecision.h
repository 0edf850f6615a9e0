// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::training {

/// While this lives, and where `wanted`, this thread's CUDA operations run in bfloat16 where torch's autocast
/// holds that to be safe. bfloat16 has float32's range, so losses need no scaling.
class MixedPrecision {
public:
    explicit MixedPrecision(bool wanted);
    ~MixedPrecision();
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;

private:
    const bool m_wanted;
};

} // namespace pleurascope::training
