// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/inference/Predictor.h"

#include <atomic>
#include <cmath>
#include <memory>
#include <utility>

namespace pleurascope::test {

/// A model that says what it is told, and counts how often it was asked.
class FakePredictor : public inference::Predictor {
public:
    FakePredictor(std::string hash, double probability)
        : m_hash(std::move(hash))
        , m_probability(probability) {
        m_description.name = "fake";
        m_description.inputSize = 16;
        m_description.provenance.phantomsOnly = true;
    }
    [[nodiscard]] const weights::ModelDescription& description() const override { return m_description; }
    [[nodiscard]] const std::string& modelHash() const override { return m_hash; }
    [[nodiscard]] std::string deviceName() const override { return "CPU"; }
    [[nodiscard]] core::Result<std::vector<inference::Prediction>>
    predict(std::span<const imaging::InputPlanes> films, std::stop_token) override {
        ++asked;
        inference::Prediction prediction;
        prediction.probability = m_probability;
        prediction.logit = std::log(m_probability / (1 - m_probability));
        return std::vector<inference::Prediction>(films.size(), prediction);
    }

    std::atomic<int> asked = 0;

private:
    std::string m_hash;
    double m_probability;
    weights::ModelDescription m_description;
};

/// A 7 x 7 map with a hill at the lower left of the picture; where `silent`, no place speaks for the class.
class FakeExplainer : public explain::Explainer {
public:
    [[nodiscard]] std::vector<std::string> layers() const override {
        return {"conv4_block6_out", "conv5_block1_preact_relu"};
    }
    [[nodiscard]] core::Result<explain::Heatmap> explain(const imaging::InputPlanes&,
                                                         const explain::HeatmapRequest& request) override {
        ++asked;
        std::vector<float> values(49);
        for (int y = 0; y < 7; ++y)
            for (int x = 0; x < 7; ++x)
                values[std::size_t(y * 7 + x)] =
                    silent ? -1.0F
                           : std::exp(-(float((x - 2) * (x - 2)) + float((y - 5) * (y - 5))) / 2.5F) - 0.05F;
        explain::Heatmap heatmap;
        heatmap.map = core::PixelBuffer::fromVector(7, 7, 1, core::SampleType::f32, std::move(values));
        heatmap.layer = request.layer;
        heatmap.classIndex = request.classIndex;
        return heatmap;
    }

    std::atomic<int> asked = 0;
    std::atomic<bool> silent = false;
};

} // namespace pleurascope::test
