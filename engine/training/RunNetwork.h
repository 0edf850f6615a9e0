// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Network.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/RunRecords.h"

namespace pleurascope::training {

/// The network that a run starts from: a backbone from a weight file or by chance, cut where the
/// configuration says, and a new head.
struct RunNetwork {
    inference::Network network;
    std::string weightsName;   ///< file name or "random"
    std::string weightsSha256; ///< empty: random
    std::string wantedCut;     ///< the cut that was asked for, where the file ends before it; else empty

    /// `description` says classes, head and scaling; its backbone is set here. Errors: those of
    /// FilmReader::readKeras, unknownLayer, missingTensor, shapeMismatch, deviceUnavailable.
    [[nodiscard]] static core::Result<RunNetwork>
    create(const TrainingConfig& config, weights::ModelDescription description, intake::FilmReader& reader);
    /// What a run's record says of it: hash, name of the weights, device, cut.
    void addTo(RunFacts& facts) const;
};

} // namespace pleurascope::training
