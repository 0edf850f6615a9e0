// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/Backbone.h"

#include <memory>
#include <vector>

namespace pleurascope::inference {

/// A backbone's forward pass on the processor, without gradients, by oneDNN itself: layers fused
/// (LayerFusion), weights packed once, values in oneDNN's blocked layouts from end to end. Films pass one by
/// one as long as maps are wide: two cores are as busy, and values stay in the caches. Past the waist
/// (findWaist) the weights are most of what is read, so eight films go together. A film's result never
/// depends on its neighbours. Results are those of Backbone::forward to within rounding. Weights are those of
/// the moment of construction. One call at a time.
class OneDnnBackbone {
public:
    /// Nothing where a layer is of a kind that this pass does not know (concatenations), or where the program
    /// was built without oneDNN's headers. `outputs`: indices into backbone.layers(), ascending.
    [[nodiscard]] static std::shared_ptr<OneDnnBackbone> create(const model::Backbone& backbone,
                                                                std::vector<std::size_t> outputs);
    ~OneDnnBackbone();

    /// (N, 3, H, W) float32 on the CPU -> the values of `outputs`, (N, C, h, w) each. Throws what oneDNN
    /// throws (std::exception).
    [[nodiscard]] std::vector<torch::Tensor> run(const torch::Tensor& input);

private:
    class State;
    explicit OneDnnBackbone(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace pleurascope::inference
