// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Predictor.h"

#include <gtest/gtest.h>
#include <optional>

namespace pleurascope::reading {

/// Says the same of every film.
class FakePredictor : public inference::Predictor {
public:
    FakePredictor(std::string hash, double probability)
        : m_hash(std::move(hash))
        , m_probability(probability) {
        m_description.name = "Fake";
        m_description.inputSize = 16;
        m_description.threshold = 0.4;
        m_description.provenance.phantomsOnly = true;
    }
    [[nodiscard]] const weights::ModelDescription& description() const override { return m_description; }
    [[nodiscard]] const std::string& modelHash() const override { return m_hash; }
    [[nodiscard]] std::string deviceName() const override { return "none"; }
    core::Result<std::vector<inference::Prediction>> predict(std::span<const imaging::InputPlanes> films,
                                                             std::stop_token) override {
        if (failure)
            return tl::unexpected(*failure);
        for (const auto& film : films)
            EXPECT_EQ(film.size, 16);
        return std::vector<inference::Prediction>(films.size(), {m_probability, -1.5, {}});
    }

    std::optional<core::Error> failure;

private:
    weights::ModelDescription m_description;
    std::string m_hash;
    double m_probability;
};

} // namespace pleurascope::reading
