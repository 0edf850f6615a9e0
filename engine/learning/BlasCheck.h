// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pleurascope::learning {

/// The BLAS that this process has loaded.
struct LoadedBlas {
    std::string
        library;      ///< file name behind all links, e.g. "libopenblasp-r0.3.21.so"; empty if none was found
    std::string path; ///< of that file
    bool isSlow = false; ///< the reference implementation
};

[[nodiscard]] LoadedBlas loadedBlas();
/// Gives an OpenBLAS one thread; true where `blas` is one. Its waiting threads spin beside OpenMP's, which
/// compute the convolutions: on two cores, fifty epochs of a head took 12.2 s with two threads of each
/// and 3.3 s so.
bool useOneThread(const LoadedBlas& blas);
/// Whether a BLAS of this file name and folder is the reference one (Debian: .../blas/libblas.so.3.x).
[[nodiscard]] bool isReferenceBlas(const std::string& realPath);

} // namespace pleurascope::learning
