// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunFolder.h"

#include "engine/core/Files.h"
#include "engine/weights/Safetensors.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <unistd.h>

namespace pleurascope::training {

using core::ErrorCode;
using core::Result;
using nlohmann::ordered_json;

namespace {

/// Appends and syncs: what has been told is on the disk.
Result<void> append(const std::filesystem::path& path, const std::string& text) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0)
        return tl::unexpected(core::errorFromErrno(errno, path, true));
    const off_t before = ::lseek(fd, 0, SEEK_END);
    int problem = 0;
    const ssize_t put = ::write(fd, text.data(), text.size());
    if (put < 0)
        problem = errno;
    else if (static_cast<std::size_t>(put) < text.size())
        problem = ENOSPC;
    if (problem == 0 && ::fdatasync(fd) != 0)
        problem = errno;
    // Never half a line: readers take each line as whole.
    if (problem != 0 && before >= 0 && ::ftruncate(fd, before) != 0)
        problem = errno;
    ::close(fd);
    if (problem != 0)
        return tl::unexpected(core::errorFromErrno(problem, path, true));
    return {};
}

constexpr std::string_view nowPrefix = "now/", bestPrefix = "best/";

weights::TensorMap allTensors(const Checkpoint& checkpoint) {
    weights::TensorMap all = checkpoint.optimizerState;
    for (const auto& [name, tensor] : checkpoint.tensors)
        all.emplace(std::string(nowPrefix) + name, tensor);
    if (checkpoint.best.epoch != checkpoint.last.epoch)
        for (const auto& [name, tensor] : checkpoint.bestTensors)
            all.emplace(std::string(bestPrefix) + name, tensor);
    return all;
}

Checkpoint checkpointOf(const EpochRecord& last, const EpochRecord& best, weights::TensorMap all) {
    Checkpoint checkpoint{last, best, {}, {}, {}};
    for (auto& [name, tensor] : all) {
        if (name.starts_with(nowPrefix))
            checkpoint.tensors.emplace(name.substr(nowPrefix.size()), std::move(tensor));
        else if (name.starts_with(bestPrefix))
            checkpoint.bestTensors.emplace(name.substr(bestPrefix.size()), std::move(tensor));
        else
            checkpoint.optimizerState.emplace(name, std::move(tensor));
    }
    if (best.epoch == last.epoch)
        checkpoint.bestTensors = checkpoint.tensors;
    return checkpoint;
}

} // namespace

struct RunFolder::State {
    std::filesystem::path folder;
    int lock = -1;
    std::chrono::steady_clock::time_point lastBeat{};
    std::filesystem::path checkpoint;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (lock < 0)
            return;
        ::unlink((folder / "lock").c_str());
        ::close(lock);
    }
};

RunFolder::RunFolder(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
RunFolder::RunFolder(RunFolder&&) noexcept = default;
RunFolder& RunFolder::operator=(RunFolder&&) noexcept = default;
RunFolder::~RunFolder() = default;

Result<RunFolder> RunFolder::lock(const std::filesystem::path& folder) {
    const auto lockFile = folder / "lock";
    const int lock = ::open(lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0)
        return tl::unexpected(core::errorFromErrno(errno, lockFile, true));
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return core::failure(ErrorCode::inUse, "another process trains here", folder.string());
    }
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->lock = lock;
    return RunFolder(std::move(state));
}

Result<RunFolder> RunFolder::create(const std::filesystem::path& folder) {
    if (const auto made = core::createFolders(folder / "state"); !made)
        return core::failure(made);
    auto run = lock(folder);
    if (!run)
        return run;
    if (std::filesystem::exists(folder / "run.json"))
        return core::failure(ErrorCode::alreadyExists, "run.json", folder.string());
    run->beat();
    return run;
}

Result<RunFolder> RunFolder::open(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "run.json"))
        return core::failure(ErrorCode::fileNotFound, "no run stands here", (folder / "run.json").string());
    if (const auto made = core::createFolders(folder / "state"); !made)
        return core::failure(made);
    auto run = lock(folder);
    if (run)
        run->beat();
    return run;
}

Result<void> RunFolder::writeRun(const TrainingConfig& config, const RunFacts& facts) {
    if (const auto written = core::writeFileAtomically(m_state->folder / "run.json", runJson(config, facts));
        !written)
        return written;
    const auto history = m_state->folder / "history.csv";
    return std::filesystem::exists(history) ? Result<void>{}
                                            : append(history, historyHeader(facts.summary.validationLeaks));
}

Result<void> RunFolder::appendEpoch(const EpochRecord& record) {
    if (auto appended = append(m_state->folder / "history.csv", historyLine(record)); !appended)
        return appended;
    return append(m_state->folder / "events.jsonl", epochJson(record) + "\n");
}

Result<void> RunFolder::appendDone(const TrainingOutcome& outcome) {
    return append(m_state->folder / "events.jsonl", doneJson(outcome) + "\n");
}

Result<void> RunFolder::writeCheckpoint(const Checkpoint& checkpoint) {
    const auto folder = m_state->folder / "state";
    const auto file = folder / ("epoch-" + std::to_string(checkpoint.last.epoch) + ".safetensors");
    if (auto written = core::writeFileAtomically(file, weights::writeSafetensors(allTensors(checkpoint)));
        !written)
        return written;
    const ordered_json j = {{"epoch", checkpoint.last.epoch},
                            {"best_epoch", checkpoint.best.epoch},
                            {"best_val_auc", checkpoint.best.validation.auc},
                            {"tensors", file.filename().string()},
                            {"last", ordered_json::parse(epochJson(checkpoint.last))},
                            {"best", ordered_json::parse(epochJson(checkpoint.best))}};
    // From this rename on, the new checkpoint counts.
    if (auto written = core::writeFileAtomically(folder / "state.json", j.dump(2) + "\n"); !written) {
        ::unlink(file.c_str());
        return written;
    }
    if (!m_state->checkpoint.empty() && m_state->checkpoint != file)
        ::unlink(m_state->checkpoint.c_str());
    m_state->checkpoint = file;
    return {};
}

Result<std::optional<Checkpoint>> RunFolder::readCheckpoint() {
    const auto stateFile = m_state->folder / "state" / "state.json";
    if (!std::filesystem::exists(stateFile))
        return std::nullopt;
    const auto text = core::readText(stateFile);
    if (!text)
        return core::failure(text);
    const auto j = nlohmann::json::parse(*text, nullptr, false);
    const auto last = epochFromJson(j.value("last", nlohmann::json::object()).dump());
    const auto best = epochFromJson(j.value("best", nlohmann::json::object()).dump());
    if (!last || !best)
        return core::failureIn((last ? best : last).error(), stateFile.string());
    // The name is ours; a path would not be.
    const auto file = stateFile.parent_path() / ("epoch-" + std::to_string(last->epoch) + ".safetensors");
    const auto bytes = core::readFile(file);
    if (!bytes)
        return core::failure(bytes);
    auto tensors = weights::readSafetensors(*bytes);
    if (!tensors)
        return core::failureIn(tensors.error(), file.string());
    m_state->checkpoint = file;
    return checkpointOf(*last, *best, std::move(*tensors));
}

Result<void> RunFolder::rewind(const std::optional<EpochRecord>& last) {
    std::string events, history = historyHeader(last && last->validationLeaks);
    const auto keep = [&](const EpochRecord& record) {
        events += epochJson(record) + "\n";
        history += historyLine(record);
    };
    const auto file = m_state->folder / "events.jsonl";
    if (last && std::filesystem::exists(file)) {
        const auto text = core::readText(file);
        if (!text)
            return core::failure(text);
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);)
            if (const auto record = epochFromJson(line); record && record->epoch < last->epoch)
                keep(*record);
    }
    if (last)
        keep(*last);
    if (auto written = core::writeFileAtomically(m_state->folder / "history.csv", history); !written)
        return written;
    return core::writeFileAtomically(file, events);
}

Result<void> RunFolder::writeLineage(const std::string& csv) {
    return core::writeFileAtomically(m_state->folder / "lineage.csv", csv);
}

Result<std::filesystem::path> RunFolder::writeModel(const weights::ModelContents& model) {
    const auto file = m_state->folder / "model.psmodel";
    if (const auto written = weights::writeModelFile(file, model); !written)
        return core::failure(written);
    return file;
}

void RunFolder::discard() {
    const auto& folder = m_state->folder;
    for (const char* name : {"run.json", "history.csv", "events.jsonl", "lineage.csv", "lock"})
        ::unlink((folder / name).c_str());
    // rmdir only takes empty folders.
    ::rmdir((folder / "state").c_str());
    ::rmdir(folder.c_str());
}

void RunFolder::beat() {
    const auto now = std::chrono::steady_clock::now();
    if (m_state->lastBeat.time_since_epoch().count() != 0 &&
        now - m_state->lastBeat < std::chrono::seconds(1))
        return;
    m_state->lastBeat = now;
    const std::string text = std::to_string(::getpid()) + " " + timestamp() + "\n";
    // A heartbeat that cannot be written is not worth failing a run for.
    if (::pwrite(m_state->lock, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()))
        (void)::fdatasync(m_state->lock);
}

} // namespace pleurascope::training
