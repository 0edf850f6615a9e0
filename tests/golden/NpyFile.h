// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace pleurascope::testing {

/// A NumPy 1.0 file (<f4, <f8 or |u1, C order), values widened to double.
struct NpyFile {
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};

/// Throws std::runtime_error where the file is not as expected: a test's own fault.
[[nodiscard]] NpyFile readNpy(const std::filesystem::path& path);

} // namespace pleurascope::testing
