// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Profile.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <optional>

namespace pleurascope::cli {

/// Exit codes, a contract with scripts.
constexpr int success = 0;
constexpr int failed = 1;
constexpr int usageError = 2;

/// What every command may need.
struct Context {
    std::optional<std::filesystem::path> profile; ///< `--profile`
};

/// Adds a subcommand to `app`; `run` is set to its work when it was chosen.
using Work = std::function<int(const Context&)>;

void addInspectCommand(CLI::App& app, Work& run);
void addRenderCommand(CLI::App& app, Work& run);
void addTagsCommand(CLI::App& app, Work& run);
void addDiffCommand(CLI::App& app, Work& run);
void addDicomdirCommand(CLI::App& app, Work& run);
void addDeidentifyCommand(CLI::App& app, Work& run);
void addPhantomCommand(CLI::App& app, Work& run);
void addModelCommand(CLI::App& app, Work& run);
void addModelImportCommand(CLI::App& model, Work& run); ///< below `model`
void addModelExportCommand(CLI::App& model, Work& run); ///< below `model`
void addModelFetchCommand(CLI::App& model, Work& run);  ///< below `model`
void addLibraryCommand(CLI::App& app, Work& run);
void addAuditCommand(CLI::App& app, Work& run);
void addDataCommand(CLI::App& app, Work& run);
void addTrainCommand(CLI::App& app, Work& run);
void addCompareCommand(CLI::App& app, Work& run);
void addCrossvalidateCommand(CLI::App& app, Work& run);
void addEvaluateCommand(CLI::App& app, Work& run);
void addPredictCommand(CLI::App& app, Work& run);
void addExplainCommand(CLI::App& app, Work& run);
void addSearchCommand(CLI::App& app, Work& run);

} // namespace pleurascope::cli
