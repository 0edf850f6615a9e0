// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/phantom/PhantomSet.h"
#include "engine/training/TrainingConfig.h"

#include <filesystem>

namespace pleurascope::desktop {

/// The 24 studies of the demonstration library.
[[nodiscard]] phantom::PhantomSetConfig demonstrationStudies(const std::filesystem::path& output);

/// The phantoms that the demonstration model is trained on; none of them is a study.
[[nodiscard]] phantom::PhantomSetConfig demonstrationTrainingSet(const std::filesystem::path& output);

/// A narrow ResNet V2, trained whole.
[[nodiscard]] training::TrainingConfig demonstrationTraining(const std::filesystem::path& data,
                                                             const std::filesystem::path& output);

} // namespace pleurascope::desktop
