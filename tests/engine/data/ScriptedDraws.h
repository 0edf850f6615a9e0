// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentationDraws.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace pleurascope::data {

/// Replays draws logged from Augmentor (`["randint", [0, 25], 10]`, ...) and checks that the same ones are
/// asked for.
class ScriptedDraws : public AugmentationDraws {
public:
    explicit ScriptedDraws(nlohmann::json log)
        : m_log(std::move(log)) {}

    int integer(int low, int high) override {
        const auto entry = next();
        if (entry.is_null())
            return low;
        if (entry[0] == "choice") {
            const auto& choices = entry[1][0];
            EXPECT_EQ(low, 0);
            EXPECT_EQ(high, int(choices.size()) - 1);
            return int(std::find(choices.begin(), choices.end(), entry[2]) - choices.begin());
        }
        EXPECT_EQ(entry[0], "randint");
        EXPECT_EQ(entry[1], (nlohmann::json{low, high}));
        return entry[2].get<int>();
    }

    double uniform(double low, double high) override {
        const auto entry = next();
        if (entry.is_null())
            return low;
        EXPECT_TRUE(entry[0] == "uniform" || entry[0] == "np.random.uniform") << entry;
        EXPECT_EQ(entry[1][0].get<double>(), low);
        EXPECT_EQ(entry[1][1].get<double>(), high);
        return entry[2].get<double>();
    }

    [[nodiscard]] bool isUsedUp() const { return m_used == m_log.size(); }

private:
    nlohmann::json next() {
        if (m_used < m_log.size())
            return m_log[m_used++];
        ADD_FAILURE() << "more draws than Augmentor made";
        return nullptr;
    }

    nlohmann::json m_log;
    std::size_t m_used = 0;
};

} // namespace pleurascope::data
