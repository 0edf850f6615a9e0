// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProgressLine.h"

#include <cstdio>
#include <unistd.h>

namespace pleurascope::cli {

ProgressLine::ProgressLine()
    : m_isTerminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::show(const core::Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (!m_isTerminal || progress.total == 0 ||
        (now - m_last < std::chrono::milliseconds(100) && progress.done != progress.total))
        return;
    m_last = now;
    constexpr std::uint64_t width = 30;
    const auto filled = static_cast<std::size_t>(progress.done * width / progress.total);
    const std::string bar = std::string(filled, '=') + std::string(width - filled, ' ');
    std::fprintf(stderr, "\r\033[K%-8s [%s] %llu of %llu", progress.stage.c_str(), bar.c_str(),
                 static_cast<unsigned long long>(progress.done),
                 static_cast<unsigned long long>(progress.total));
    std::fflush(stderr);
    m_isShown = true;
}

void ProgressLine::clear() {
    if (!m_isShown)
        return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_isShown = false;
}

} // namespace pleurascope::cli
