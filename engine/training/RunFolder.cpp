// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunFolder.h"

#include "engine/core/Files.h"
#include "engine/weights/Safetensors.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pleurascope::training {

using core::ErrorCode;
using core::Result;

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

Result<RunFolder> RunFolder::create(const std::filesystem::path& folder) {
    if (const auto made = core::createFolders(folder / "state"); !made)
        return core::failure(made);
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
    if (std::filesystem::exists(folder / "run.json"))
        return core::failure(ErrorCode::alreadyExists, "run.json", folder.string());
    RunFolder run(std::move(state));
    run.beat();
    return run;
}

Result<void> RunFolder::writeRun(const TrainingConfig& config, const RunFacts& facts) {
    if (const auto written = core::writeFileAtomically(m_state->folder / "run.json", runJson(config, facts));
        !written)
        return written;
    const auto history = m_state->folder / "history.csv";
    return std::filesystem::exists(history) ? Result<void>{} : append(history, historyHeader());
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
    const auto file = folder / ("epoch-" + std::to_string(checkpoint.epoch) + ".safetensors");
    if (auto written = core::writeFileAtomically(file, weights::writeSafetensors(checkpoint.tensors));
        !written)
        return written;
    const nlohmann::ordered_json j = {{"epoch", checkpoint.epoch},
                                      {"best_epoch", checkpoint.bestEpoch},
                                      {"best_val_auc", checkpoint.bestValidationAuc},
                                      {"tensors", file.filename().string()}};
    // From this rename on, the new checkpoint counts.
    if (auto written = core::writeFileAtomically(folder / "state.json", j.dump(2) + "\n"); !written) {
        ::unlink(file.c_str());
        return written;
    }
    if (!m_state->checkpoint.empty())
        ::unlink(m_state->checkpoint.c_str());
    m_state->checkpoint = file;
    return {};
}

Result<std::filesystem::path> RunFolder::writeModel(const weights::ModelContents& model) {
    const auto file = m_state->folder / "model.psmodel";
    if (const auto written = weights::writeModelFile(file, model); !written)
        return core::failure(written);
    return file;
}

void RunFolder::discard() {
    const auto& folder = m_state->folder;
    for (const char* name : {"run.json", "history.csv", "events.jsonl", "lock"})
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
