// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"

namespace pleurascope::training {

/// That part of a network which a run does not change: it turns inputs into what the trained part sees.
/// Shares the network's tensors.
class FrozenPart {
public:
    /// Nothing stands still: inputs are handed on.
    [[nodiscard]] static FrozenPart none(const inference::Network& network);
    /// All layers before `first`; the trained part sees their boundary's maps.
    [[nodiscard]] static FrozenPart below(const inference::Network& network, std::size_t first);
    /// The backbone and the pooling; the trained part, the head, sees features.
    [[nodiscard]] static FrozenPart backbone(const inference::Network& network);

    /// Films as this part takes them.
    [[nodiscard]] torch::Tensor input(std::span<const imaging::InputPlanes> films) const {
        return inference::inputTensor(films, m_network.description.scaling, m_network.device);
    }
    /// Scaled inputs (N, 3, H, W) on the network's device to the tensors of a row, each (N, ...).
    [[nodiscard]] std::vector<torch::Tensor> forward(const torch::Tensor& input) const;
    /// Of the tensors of a row, without the batch.
    [[nodiscard]] std::vector<std::vector<std::int64_t>> shapes() const;
    /// Whether rows are maps, which may be kept at half precision.
    [[nodiscard]] bool givesMaps() const { return m_end > 0 && !m_pooled; }
    /// SHA-256 over scaling, input size, names and values of the tensors and where the part ends: the same
    /// for two parts that turn a film into the same row.
    [[nodiscard]] std::string identity() const;

private:
    FrozenPart(const inference::Network& network, std::size_t end, bool pooled)
        : m_network(network)
        , m_end(end)
        , m_pooled(pooled) {}

    inference::Network m_network;
    std::size_t m_end;
    bool m_pooled;
};

} // namespace pleurascope::training
