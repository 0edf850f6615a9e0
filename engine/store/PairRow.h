// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>
#include <string>
#include <utility>

namespace pleurascope::store {

/// A row of two texts while a statement fills it.
class PairRow {
public:
    void bind(soci::statement& statement) {
        statement.exchange(soci::into(m_pair.first));
        statement.exchange(soci::into(m_pair.second));
    }
    [[nodiscard]] std::pair<std::string, std::string> record() const { return m_pair; }

private:
    std::pair<std::string, std::string> m_pair;
};

} // namespace pleurascope::store
