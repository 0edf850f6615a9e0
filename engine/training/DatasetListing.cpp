// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/DatasetListing.h"

namespace pleurascope::training {

core::Result<data::Dataset> datasetOf(const TrainingConfig& config) {
    if (!config.labels.empty())
        return data::datasetFromCsv(config.data, config.labels, config.positive);
    const bool asKeras = config.kerasSplit || config.splitLast;
    auto dataset = data::datasetFromFolder(
        config.data, config.positive, asKeras ? data::FolderListing::asKeras : data::FolderListing::films);
    for (std::size_t label = 0; dataset && label < dataset->classes.size(); ++label)
        if (dataset->countOf(int(label)) == 0)
            return core::failure(core::ErrorCode::emptyClass, dataset->classes[label],
                                 (config.data / dataset->classes[label]).string());
    return dataset;
}

} // namespace pleurascope::training
