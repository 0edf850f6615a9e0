// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/KerasWeightsFile.h"

#include "engine/weights/KerasFile.h"

namespace pleurascope::weights {

core::Result<TensorMap> readKerasWeights(const std::filesystem::path& path) {
    auto file = readKerasFile(path);
    if (!file)
        return core::failure(file);
    return std::move(file->tensors);
}

} // namespace pleurascope::weights
