// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"

#include <chrono>
#include <string>

namespace pleurascope::cli {

/// A bar on standard error, ten times a second at most, and nothing at all where that is no terminal. Clears
/// itself.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const core::Progress& progress);
    /// Takes the bar away so that a line can be printed.
    void clear();
    [[nodiscard]] core::ProgressObserver observer() {
        return [this](const core::Progress& progress) { show(progress); };
    }

private:
    const bool m_isTerminal;
    bool m_isShown = false;
    std::chrono::steady_clock::time_point m_last{};
};

} // namespace pleurascope::cli
