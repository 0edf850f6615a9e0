// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace pleurascope::core {

/// How far a long job has come. `total` 0 means not yet known. `stage` is a stable word such as "features" or
/// "import", never a sentence.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::string stage;
};

/// Called from the thread that does the work, as often as the work likes; receivers that draw must thin it
/// out.
using ProgressObserver = std::function<void(const Progress&)>;

/// Cancelling is an outcome, not an error: what a stoppable job ended with.
enum class Outcome { finished, stopped };

} // namespace pleurascope::core
