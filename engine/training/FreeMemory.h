// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::training {

/// Gives memory that is free back to the system now and then. Maps of tens of megabytes come and go beside
/// small things that stay, so the heap gets holes that the next map does not fit into, and grows; the C
/// library keeps the holes, unless it is asked.
class FreeMemory {
public:
    /// Gives back at every `period`-th tick().
    explicit FreeMemory(int period)
        : m_period(period) {}
    void tick();
    static void giveBack();

private:
    int m_period;
    int m_ticks = 0;
};

} // namespace pleurascope::training
