// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Experiment.h"

#include "engine/core/Files.h"
#include "engine/core/Sha256.h"
#include "engine/data/LookAlikes.h"
#include "engine/training/DatasetListing.h"
#include "engine/training/FilmLoader.h"
#include "engine/training/RunRecords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <numeric>
#include <sys/file.h>
#include <unistd.h>

namespace pleurascope::training {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::ordered_json;

namespace {

Result<void> groupByLook(data::Dataset& dataset, intake::FilmReader& reader,
                         const core::ProgressObserver& progress, const std::stop_token& stop) {
    FilmLoader loader(dataset, data::LookPrint::planesSize, reader);
    std::vector<data::LookPrint> prints;
    while (auto film = loader.next()) {
        if (!*film)
            return failure(*film);
        if (stop.stop_requested())
            return failure(ErrorCode::invalidArgument, "stopped");
        prints.emplace_back((*film)->planes);
        progress({prints.size(), dataset.samples.size(), "looks"});
    }
    data::groupLookAlikes(dataset, prints);
    return {};
}

/// Not where every patient is known, nor where the table says which films look alike.
bool needsLooks(const data::Dataset& dataset) {
    return !dataset.looksKnown &&
           std::any_of(dataset.samples.begin(), dataset.samples.end(),
                       [](const data::Sample& sample) { return sample.patientId.empty(); });
}

std::string lastLine(const std::string& text) {
    const auto end = text.find_last_not_of('\n');
    if (end == std::string::npos)
        return {};
    const auto before = text.rfind('\n', end);
    const auto first = before == std::string::npos ? 0 : before + 1;
    return text.substr(first, end + 1 - first);
}

} // namespace

Result<data::Dataset> filmsOf(const TrainingConfig& config, intake::FilmReader& reader,
                              const core::ProgressObserver& progress, const std::stop_token& stop) {
    auto dataset = datasetOf(config);
    if (!dataset || config.split.unit != data::SplitUnit::patient || !needsLooks(*dataset))
        return dataset;
    if (const auto grouped = groupByLook(*dataset, reader, progress, stop); !grouped)
        return failure(grouped);
    return dataset;
}

struct ExperimentFolder::Lock {
    std::filesystem::path file;
    int descriptor = -1;

    Lock() = default;
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() {
        if (descriptor < 0)
            return;
        ::unlink(file.c_str());
        ::close(descriptor);
    }
};

Result<ExperimentFolder> ExperimentFolder::open(const std::filesystem::path& folder,
                                                const std::string& plan) {
    if (const auto made = core::createFolders(folder); !made)
        return failure(made);
    auto lock = std::make_shared<Lock>();
    lock->file = folder / "lock";
    const int descriptor = ::open(lock->file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return tl::unexpected(core::errorFromErrno(errno, lock->file, true));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return failure(ErrorCode::inUse, "another process trains here", folder.string());
    }
    lock->descriptor = descriptor;
    const auto file = folder / "plan.json";
    if (std::filesystem::exists(folder / "run.json"))
        return failure(ErrorCode::alreadyExists, "run.json", folder.string());
    if (std::filesystem::exists(file)) {
        const auto before = core::readText(file);
        if (!before)
            return failure(before);
        if (*before != plan)
            return failure(ErrorCode::alreadyExists, "plan.json differs", folder.string());
    } else if (const auto written = core::writeFileAtomically(file, plan); !written) {
        return failure(written);
    }
    return ExperimentFolder(folder, std::move(lock));
}

Result<void> ExperimentFolder::write(const std::string& name, const std::string& text) const {
    return core::writeFileAtomically(m_path / name, text);
}

Result<TrainingOutcome> ExperimentFolder::train(TrainingConfig config, const RunFunctions& functions,
                                                TrainingObserver& observer,
                                                const std::stop_token& stop) const {
    if (auto finished = finishedRun(config.output))
        return std::move(*finished);
    config.resume = std::filesystem::exists(config.output / "run.json");
    return functions.train(config, observer, stop);
}

std::string planJson(const std::string& kind, const std::string& particulars, const TrainingConfig& config,
                     const data::Dataset& films) {
    std::vector<int> all(films.samples.size());
    std::iota(all.begin(), all.end(), 0);
    core::Sha256 hash;
    hash.add(data::csvOf(films, all));
    const auto run = ordered_json::parse(runJson(config, {}), nullptr, false);
    const ordered_json j = {{"format", 1},
                            {"kind", kind},
                            {"particulars", ordered_json::parse(particulars, nullptr, false)},
                            {"films_sha256", hash.finish()},
                            {"config", run["config"]}};
    return j.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::optional<TrainingOutcome> finishedRun(const std::filesystem::path& run) {
    const auto model = run / "model.psmodel";
    const auto text = core::readText(run / "events.jsonl");
    if (!text || !std::filesystem::exists(model))
        return std::nullopt;
    const auto j = ordered_json::parse(lastLine(*text), nullptr, false);
    if (!j.is_object() || !j.value("done", false) || j.value("outcome", "") != "finished")
        return std::nullopt;
    TrainingOutcome outcome;
    outcome.epochs = j.value("epochs", 0);
    outcome.bestEpoch = j.value("best_epoch", 0);
    outcome.bestValidationAuc = j.value("val_auc", 0.0);
    outcome.seconds = j.value("seconds", 0.0);
    outcome.model = model.string();
    return outcome;
}

} // namespace pleurascope::training
