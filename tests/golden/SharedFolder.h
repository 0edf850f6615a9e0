// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace pleurascope::testing {

/// `relative` below PLEURASCOPE_SHARED, or below ../shared beside the checkout.
[[nodiscard]] std::filesystem::path sharedFile(const std::string& relative);
[[nodiscard]] nlohmann::json readJson(const std::filesystem::path& path);

} // namespace pleurascope::testing

/// Skips the test, with a message, where the reference material is absent.
#define PLEURASCOPE_NEEDS_SHARED(relative)                                                                   \
    if (!std::filesystem::exists(pleurascope::testing::sharedFile(relative)))                                \
    GTEST_SKIP() << "needs ../shared/" << relative
