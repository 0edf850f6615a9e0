// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pleurascope::learning {

/// The BLAS that this process has loaded.
struct LoadedBlas {
    std::string
        library; ///< file name behind all links, e.g. "libopenblasp-r0.3.21.so"; empty if none was found
    bool isSlow = false; ///< the reference implementation
};

[[nodiscard]] LoadedBlas loadedBlas();
/// Whether a BLAS of this file name and folder is the reference one (Debian: .../blas/libblas.so.3.x).
[[nodiscard]] bool isReferenceBlas(const std::string& realPath);

} // namespace pleurascope::learning
