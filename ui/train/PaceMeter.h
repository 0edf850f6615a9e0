// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"

#include <optional>
#include <string>

namespace pleurascope::ui::train {

/// How fast a job goes and how long it still takes, from its progress and a clock that the caller reads. A
/// new stage starts anew.
class PaceMeter {
public:
    void reset();
    /// `seconds`: of any steady clock.
    void add(const core::Progress& progress, double seconds);

    /// Items a second in this stage; none in its first half second.
    [[nodiscard]] std::optional<double> rate() const;
    /// Seconds to the end of the stage; none without a rate or a total.
    [[nodiscard]] std::optional<double> remaining() const;
    [[nodiscard]] const core::Progress& progress() const { return m_last; }
    /// 0..1 of the stage; 0 where the total is not known.
    [[nodiscard]] double fraction() const;

private:
    core::Progress m_first;
    core::Progress m_last;
    double m_firstSeconds = 0;
    double m_lastSeconds = 0;
    bool m_started = false;
};

} // namespace pleurascope::ui::train
