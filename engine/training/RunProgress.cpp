// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunProgress.h"

#include "engine/core/Files.h"

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

Result<void> checkSame(const RunFacts& before, const RunFacts& now, const std::string& folder) {
    if (before.weightsSha256 != now.weightsSha256)
        return failure(core::ErrorCode::invalidArgument,
                       "resume: the weight file is not the one that the run began with", folder);
    if (before.dataSha256 != now.dataSha256)
        return failure(core::ErrorCode::invalidArgument,
                       "resume: films or labels are not those that the run began with", folder);
    return {};
}

} // namespace

Result<RunProgress> RunProgress::begin(const TrainingConfig& config, RunFacts facts, const RunData& data) {
    auto folder = RunFolder::create(config.output);
    if (!folder)
        return failure(folder);
    facts.created = timestamp();
    RunProgress progress(std::move(*folder), std::move(facts), config.effectiveKeptEpoch());
    if (const auto written = progress.m_folder.writeRun(config, progress.m_facts); !written)
        return failure(written);
    if (const auto written = progress.m_folder.writeLineage(data.lineage(config.epochs)); !written)
        return failure(written);
    return progress;
}

Result<RunProgress> RunProgress::takeUp(const TrainingConfig& config, RunFacts facts) {
    auto folder = RunFolder::open(config.output);
    if (!folder)
        return failure(folder);
    const auto text = core::readText(config.output / "run.json");
    if (!text)
        return failure(text);
    const auto before = factsFromRunJson(*text);
    if (!before)
        return core::failureIn(before.error(), (config.output / "run.json").string());
    if (const auto same = checkSame(*before, facts, config.output.string()); !same)
        return failure(same);
    facts.created = before->created;
    RunProgress progress(std::move(*folder), std::move(facts), config.effectiveKeptEpoch());
    progress.m_isTakenUp = true;
    auto checkpoint = progress.m_folder.readCheckpoint();
    if (!checkpoint)
        return failure(checkpoint);
    std::optional<EpochRecord> last;
    if (*checkpoint) {
        progress.m_last = (*checkpoint)->last;
        progress.m_best = (*checkpoint)->best;
        progress.m_bestTensors = std::move((*checkpoint)->bestTensors);
        progress.m_secondsBefore = progress.m_last.seconds;
        progress.m_resumed = std::move(*checkpoint);
        last = progress.m_last;
    }
    if (const auto rewound = progress.m_folder.rewind(last); !rewound)
        return failure(rewound);
    return progress;
}

Result<void> RunProgress::restore(Learner& learner) {
    if (!m_resumed)
        return {};
    auto restored = learner.restore(m_resumed->tensors, m_resumed->optimizerState);
    m_resumed.reset();
    return restored;
}

Result<EpochRecord> RunProgress::keep(EpochRecord record, const Learner& learner) {
    record.seconds = seconds();
    record.validationLeaks = m_facts.summary.validationLeaks;
    m_last = record;
    Checkpoint checkpoint{m_last, m_best, learner.tensors(), {}, learner.optimizerState()};
    if (m_best.epoch == 0 || m_kept == KeptEpoch::last || record.validation.auc > m_best.validation.auc) {
        checkpoint.best = m_best = record;
        m_bestTensors = checkpoint.tensors;
    }
    checkpoint.bestTensors = m_bestTensors;
    if (const auto written = m_folder.writeCheckpoint(checkpoint); !written)
        return failure(written);
    if (const auto appended = m_folder.appendEpoch(record); !appended)
        return failure(appended);
    return record;
}

Result<TrainingOutcome> RunProgress::finish(TrainingOutcome outcome, weights::ModelContents model) {
    outcome.epochs = m_last.epoch;
    outcome.bestEpoch = m_best.epoch;
    outcome.bestValidationAuc = m_best.validation.auc;
    outcome.validationLeaks = m_facts.summary.validationLeaks;
    if (m_best.epoch > 0) {
        for (const auto& [name, tensor] : m_bestTensors)
            model.tensors[name] = tensor;
        const auto file = m_folder.writeModel(model);
        if (!file)
            return failure(file);
        outcome.model = file->string();
    }
    outcome.seconds = seconds();
    if (const auto told = m_folder.appendDone(outcome); !told)
        return failure(told);
    return outcome;
}

double RunProgress::seconds() const {
    return m_secondsBefore +
           std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
}

void RunProgress::discard() {
    if (!m_isTakenUp)
        m_folder.discard();
}

} // namespace pleurascope::training
