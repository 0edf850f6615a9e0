// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/BackboneShape.h"

#include <algorithm>

namespace pleurascope::model {

namespace {

/// Output channels of a convolution's kernel (HWIO), or 0.
int outputChannels(const weights::TensorMap& tensors, const std::string& layer) {
    const auto found = tensors.find(layer + "/kernel");
    if (found == tensors.end() || found->second.shape.size() != 4)
        return 0;
    return static_cast<int>(std::min<std::int64_t>(found->second.shape[3], 65536));
}

} // namespace

weights::BackboneDescription backboneShape(const weights::TensorMap& tensors,
                                           const weights::BackboneDescription& otherwise) {
    weights::BackboneDescription shape = otherwise;
    if (const int stem = outputChannels(tensors, "conv1_conv"); stem > 0)
        shape.stemFilters = stem;
    for (std::size_t stage = 0; stage < shape.filters.size(); ++stage) {
        const std::string prefix = "conv" + std::to_string(stage + 2) + "_block";
        const int filters = outputChannels(tensors, prefix + "1_1_conv");
        if (filters == 0)
            break;
        shape.filters[stage] = filters;
        // Never fewer blocks than the family has: a file that ends early must not move the stride of the last
        // block.
        while (outputChannels(tensors, prefix + std::to_string(shape.blocks[stage] + 1) + "_1_conv") > 0)
            ++shape.blocks[stage];
    }
    return shape;
}

} // namespace pleurascope::model
