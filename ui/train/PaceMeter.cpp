// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/PaceMeter.h"

#include <algorithm>

namespace pleurascope::ui::train {

void PaceMeter::reset() {
    *this = {};
}

void PaceMeter::add(const core::Progress& progress, double seconds) {
    if (!m_started || progress.stage != m_first.stage || progress.done < m_last.done) {
        m_started = true;
        m_first = progress;
        m_firstSeconds = seconds;
    }
    m_last = progress;
    m_lastSeconds = seconds;
}

std::optional<double> PaceMeter::rate() const {
    const double passed = m_lastSeconds - m_firstSeconds;
    if (passed < 0.5 || m_last.done <= m_first.done)
        return std::nullopt;
    return double(m_last.done - m_first.done) / passed;
}

std::optional<double> PaceMeter::remaining() const {
    const auto pace = rate();
    if (!pace || m_last.total == 0)
        return std::nullopt;
    const auto left = m_last.total - std::min(m_last.total, m_last.done);
    return double(left) / *pace;
}

double PaceMeter::fraction() const {
    return m_last.total == 0 ? 0 : std::min(1.0, double(m_last.done) / double(m_last.total));
}

} // namespace pleurascope::ui::train
