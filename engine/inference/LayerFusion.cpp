// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/LayerFusion.h"

#include <algorithm>

namespace pleurascope::inference {

using weights::Layer;
using weights::LayerKind;

namespace {

class Fusion {
public:
    Fusion(const std::vector<Layer>& layers, const std::vector<std::size_t>& outputs)
        : m_layers(layers)
        , m_isOutput(layers.size(), false)
        , m_isDone(layers.size(), false)
        , m_users(layers.size()) {
        for (const std::size_t output : outputs)
            m_isOutput[output] = true;
        for (std::size_t i = 0; i < layers.size(); ++i)
            for (const int input : layers[i].inputs)
                m_users[static_cast<std::size_t>(input)].push_back(static_cast<int>(i));
    }

    std::vector<FusedStep> steps() {
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (m_isDone[i])
                continue;
            m_isDone[i] = true;
            if (m_layers[i].kind == LayerKind::input || isTakenByConvolution(static_cast<int>(i)))
                continue;
            m_steps.push_back(stepFrom(static_cast<int>(i)));
        }
        return std::move(m_steps);
    }

private:
    const Layer& layer(int i) const { return m_layers[static_cast<std::size_t>(i)]; }

    /// The only layer that reads `i`, where nobody else needs its value; -1 otherwise.
    int soleUser(int i) const {
        const auto place = static_cast<std::size_t>(i);
        return m_isOutput[place] || m_users[place].size() != 1 ? -1 : m_users[place].front();
    }

    int soleUser(int i, LayerKind kind) const {
        const int user = soleUser(i);
        return user >= 0 && layer(user).kind == kind ? user : -1;
    }

    bool isTakenByConvolution(int i) const {
        return layer(i).kind == LayerKind::zeroPadding && soleUser(i, LayerKind::convolution) >= 0;
    }

    /// Whether a value may be overwritten by the sum `user`: computed, not an output, read by all others
    /// before.
    bool isSpent(int value, int user) const {
        const auto place = static_cast<std::size_t>(value);
        if (m_isOutput[place] || !m_isDone[place] || layer(value).kind == LayerKind::input)
            return false;
        return std::all_of(m_users[place].begin(), m_users[place].end(), [&](int other) {
            return other == user ||
                   (m_isDone[static_cast<std::size_t>(other)] && !isTakenByConvolution(other));
        });
    }

    FusedStep stepFrom(int i) {
        FusedStep step;
        step.layer = i;
        step.input = layer(i).inputs.front();
        step.output = i;
        if (layer(i).kind == LayerKind::convolution)
            extendConvolution(step);
        if (layer(i).kind == LayerKind::convolution || layer(i).kind == LayerKind::batchNormalization)
            step.relu = take(step, soleUser(step.output, LayerKind::relu));
        return step;
    }

    void extendConvolution(FusedStep& step) {
        const Layer& convolution = layer(step.layer);
        step.padding = convolution.padded ? convolution.kernel / 2 : 0;
        if (isTakenByConvolution(step.input)) {
            step.padding += layer(step.input).kernel;
            step.input = layer(step.input).inputs.front();
        }
        if (const int norm = soleUser(step.output, LayerKind::batchNormalization); take(step, norm))
            step.batchNorm = norm;
        const int sum = soleUser(step.output, LayerKind::add);
        if (sum < 0 || layer(sum).inputs.size() != 2)
            return;
        const int other = layer(sum).inputs[layer(sum).inputs[0] == step.output ? 1 : 0];
        if (other != step.output && isSpent(other, sum) && take(step, sum))
            step.addend = other;
    }

    bool take(FusedStep& step, int user) {
        if (user < 0)
            return false;
        m_isDone[static_cast<std::size_t>(user)] = true;
        step.output = user;
        return true;
    }

    const std::vector<Layer>& m_layers;
    std::vector<bool> m_isOutput;
    std::vector<bool> m_isDone; ///< computed by a step so far
    std::vector<std::vector<int>> m_users;
    std::vector<FusedStep> m_steps;
};

} // namespace

std::vector<FusedStep> fuseLayers(const std::vector<Layer>& layers, const std::vector<std::size_t>& outputs) {
    return Fusion(layers, outputs).steps();
}

int findWaist(const std::vector<Layer>& layers) {
    constexpr int wanted = 32;
    const int count = static_cast<int>(layers.size());
    std::vector<int> stride(layers.size(), 1);
    std::vector<int> lastRead(layers.size(), 0);
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (const int input : layers[i].inputs) {
            const auto read = static_cast<std::size_t>(input);
            stride[i] = std::max(stride[i], stride[read] * layers[i].stride);
            lastRead[read] = static_cast<int>(i);
        }
    int readBehind = 0; // the last layer that reads one before i
    for (int i = 0; i + 1 < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        if (stride[place] >= wanted && readBehind <= i)
            return i;
        readBehind = std::max(readBehind, lastRead[place]);
    }
    return -1;
}

} // namespace pleurascope::inference
