// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingConfig.h"

#include <string>
#include <vector>

namespace pleurascope::training {

/// One way to set a run up, out of a space.
struct Candidate {
    std::string values; ///< a JSON object, one member a key of the space
    TrainingConfig config;
};

/// The declared values that a search may choose from: a JSON object, each key with a list of values. A key is
/// one of run.json's configuration ("learning_rate", "batch", "head", ...; a value that is an object changes
/// the members it names), or "cut", or a name of one's own whose values are objects that set several of those
/// at once:
///
///     {"learning_rate": [0.0003, 0.001], "head size": [{"head": [], "dropout": []}, {"head": [128],
///     "dropout": [0.3]}]}
class SearchSpace {
public:
    /// Errors: invalidArgument, naming the key: not a list, an unknown key, a value that the configuration
    /// would not take as it stands, or a key that decides what is measured (data, labels, split, seed and the
    /// like).
    [[nodiscard]] static core::Result<SearchSpace> fromJson(const std::string& text);
    /// Learning rate and head of a frozen backbone: 3 x 4 candidates.
    [[nodiscard]] static SearchSpace standard();

    /// Every combination that makes a sound configuration, in the space's order, the last key's values
    /// changing fastest. Errors: those of fromJson; limitExceeded beyond 100,000.
    [[nodiscard]] core::Result<std::vector<Candidate>> candidates(const TrainingConfig& base) const;
    [[nodiscard]] const std::string& json() const { return m_json; }

private:
    explicit SearchSpace(std::string json)
        : m_json(std::move(json)) {}

    std::string m_json;
};

} // namespace pleurascope::training
