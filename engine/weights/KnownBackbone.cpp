// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KnownBackbone.h"

#include <algorithm>

#define RESNET_FILES "https://storage.googleapis.com/tensorflow/keras-applications/resnet/"
#define DENSENET_FILES "https://storage.googleapis.com/tensorflow/keras-applications/densenet/"
#define WITHOUT_TOP "_weights_tf_dim_ordering_tf_kernels_notop.h5"

namespace pleurascope::weights {

namespace {

BackboneDescription resNetV2(std::vector<int> blocks) {
    BackboneDescription description;
    description.blocks = std::move(blocks);
    return description;
}

} // namespace

const std::vector<KnownBackbone>& knownBackbones() {
    static const std::vector<KnownBackbone> backbones{
        {"resnet50v2", resNetV2({3, 4, 6, 3}), Scaling::tf, "resnet50v2" WITHOUT_TOP,
         RESNET_FILES "resnet50v2" WITHOUT_TOP, "fac2f116257151a9d068a22e544a4917"},
        {"resnet101v2", resNetV2({3, 4, 23, 3}), Scaling::tf, "resnet101v2" WITHOUT_TOP,
         RESNET_FILES "resnet101v2" WITHOUT_TOP, "c0ed64b8031c3730f411d2eb4eea35b5"},
        {"resnet152v2", resNetV2({3, 8, 36, 3}), Scaling::tf, "resnet152v2" WITHOUT_TOP,
         RESNET_FILES "resnet152v2" WITHOUT_TOP, "ed17cf2e0169df9d443503ef94b23b33"},
        {"densenet121",
         {"densenet", 64, {6, 12, 24, 16}, {32, 32, 32, 32}, "relu"},
         Scaling::torch,
         "densenet121" WITHOUT_TOP,
         DENSENET_FILES "densenet121" WITHOUT_TOP,
         "30ee3e1110167f948a6b9946edeeb738"}};
    return backbones;
}

std::vector<std::string> knownBackboneNames() {
    std::vector<std::string> names;
    for (const auto& backbone : knownBackbones())
        names.emplace_back(backbone.name);
    return names;
}

core::Result<KnownBackbone> knownBackbone(std::string_view name) {
    const auto& all = knownBackbones();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const KnownBackbone& backbone) { return backbone.name == name; });
    if (found == all.end())
        return core::failure(core::ErrorCode::invalidArgument, "backbone '" + std::string(name) + "'");
    return *found;
}

std::string backboneName(const BackboneDescription& description) {
    for (const auto& known : knownBackbones()) {
        const auto& other = known.description;
        if (other.family == description.family && other.stemFilters == description.stemFilters &&
            other.blocks == description.blocks && other.filters == description.filters)
            return std::string(known.name);
    }
    return description.family;
}

} // namespace pleurascope::weights
