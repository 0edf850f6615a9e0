// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace pleurascope::data {

/// Which of the numbers 0 .. count-1 belong together, by links between two (Tarjan 1975). Each set goes by
/// its lowest member.
class DisjointSets {
public:
    explicit DisjointSets(std::size_t count)
        : m_parent(count) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }

    [[nodiscard]] std::size_t lowest(std::size_t member) {
        while (m_parent[member] != member)
            member = m_parent[member] = m_parent[m_parent[member]];
        return member;
    }
    void link(std::size_t a, std::size_t b) {
        a = lowest(a);
        b = lowest(b);
        (a < b ? m_parent[b] : m_parent[a]) = a < b ? a : b;
    }

private:
    std::vector<std::size_t> m_parent;
};

} // namespace pleurascope::data
