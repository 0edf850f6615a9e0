// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingRun.h"

#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "engine/core/Sha256.h"
#include "engine/inference/Device.h"
#include "engine/training/EpochLoop.h"
#include "engine/training/FeatureCache.h"
#include "engine/training/FrozenPass.h"
#include "engine/training/HeadLearner.h"
#include "engine/training/NetworkLearner.h"
#include "engine/training/RunDescription.h"
#include "engine/training/RunFolder.h"
#include "engine/training/RunNetwork.h"
#include "engine/training/StageLearner.h"

#include <chrono>
#include <optional>

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// A run's stages in order, and what it holds between them.
class Run {
public:
    Run(const TrainingConfig& config, intake::FilmReader& reader, TrainingObserver& observer,
        std::stop_token stop)
        : m_config(config)
        , m_reader(reader)
        , m_observer(observer)
        , m_stop(std::move(stop)) {}

    Result<TrainingOutcome> execute();

private:
    Result<void> prepare();
    Result<void> openFolder();
    Result<void> continueFolder();
    Result<void> passFrozenPart();
    Result<void> passFresh(int epoch);
    Result<void> makeLearner();
    Result<void> trainEpochs();
    Result<bool> trainEpoch(EpochLoop& loop, int epoch);
    EpochLoop::Config loopConfig() const;
    EpochRows validationRows() const;
    EpochRows rowsOf(int epoch) const;
    Result<void> keepEpoch(EpochRecord record);
    Result<Calibration> calibrate();
    Result<TrainingOutcome> finish();
    bool hasEndedEarly() const;
    double seconds() const {
        return m_secondsBefore +
               std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

    const TrainingConfig& m_config;
    intake::FilmReader& m_reader;
    TrainingObserver& m_observer;
    std::stop_token m_stop;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    double m_secondsBefore = 0; ///< of the run that is resumed

    std::optional<RunData> m_data;
    std::optional<RunNetwork> m_network;
    std::optional<RunFolder> m_folder;
    RunFacts m_facts;
    std::optional<FeatureCache> m_cache;
    std::optional<FrozenPass> m_pass;
    std::size_t m_standingRows = 0;
    std::size_t m_stage = 0; ///< index of the first layer that is fine-tuned
    std::unique_ptr<Learner> m_learner;
    std::optional<Checkpoint> m_checkpoint; ///< of the last epoch
    TrainingOutcome m_outcome;
    std::uint64_t m_batches = 0;
};

Result<TrainingOutcome> Run::execute() {
    if (const auto prepared = prepare(); !prepared)
        return failure(prepared);
    if (const auto opened = m_config.resume ? continueFolder() : openFolder(); !opened)
        return failure(opened);
    const auto passed = passFrozenPart();
    if (!passed || (m_stop.stop_requested() && !m_checkpoint)) {
        if (!m_config.resume)
            m_folder->discard();
        if (!passed)
            return failure(passed);
        m_outcome.outcome = core::Outcome::stopped;
        m_outcome.seconds = seconds();
        return m_outcome;
    }
    if (const auto made = makeLearner(); !made)
        return failure(made);
    if (const auto trained = trainEpochs(); !trained)
        return failure(trained);
    return finish();
}

Result<void> Run::prepare() {
    if (auto checked = checkConfig(m_config); !checked)
        return checked;
    auto data = RunData::list(m_config);
    if (!data)
        return failure(data);
    m_data = std::move(*data);
    auto network = RunNetwork::create(m_config, describeModel(m_config, *m_data, m_facts, {}));
    if (!network)
        return failure(network);
    m_network = std::move(*network);
    if (!m_config.fineTuning.stage.empty()) {
        const auto first = m_network->network.backbone.firstOfStage(m_config.fineTuning.stage);
        if (!first)
            return failure(first);
        m_stage = *first;
    }
    if (auto hashed = m_data->hashFilms(); !hashed)
        return hashed;
    m_facts.weightsSha256 = m_network->weightsSha256;
    m_facts.dataSha256 = m_data->sha256();
    if (!m_config.labels.empty())
        m_facts.labelsSha256 = core::sha256OfFile(m_config.labels).value_or("");
    m_facts.summary = m_data->summary();
    m_facts.summary.device = inference::deviceName(m_network->network.device);
    m_facts.summary.backboneWeights =
        m_config.weights.empty() ? "random" : m_config.weights.filename().string();
    m_facts.summary.cut = m_network->network.description.backbone.cut;
    m_facts.summary.wantedCut = m_network->wantedCut;
    m_facts.program = "PleuraScope " + std::string(core::programVersion());
    m_facts.torch = TORCH_VERSION;
    return {};
}

Result<void> Run::openFolder() {
    auto folder = RunFolder::create(m_config.output);
    if (!folder)
        return failure(folder);
    m_folder.emplace(std::move(*folder));
    m_facts.created = timestamp();
    m_observer.dataRead(m_facts.summary);
    if (auto written = m_folder->writeRun(m_config, m_facts); !written)
        return written;
    return m_folder->writeLineage(m_data->lineage(m_config.epochs));
}

Result<void> Run::continueFolder() {
    auto folder = RunFolder::open(m_config.output);
    if (!folder)
        return failure(folder);
    m_folder.emplace(std::move(*folder));
    const auto text = core::readText(m_config.output / "run.json");
    if (!text)
        return failure(text);
    const auto before = factsFromRunJson(*text);
    if (!before)
        return core::failureIn(before.error(), (m_config.output / "run.json").string());
    if (before->weightsSha256 != m_facts.weightsSha256 || before->dataSha256 != m_facts.dataSha256)
        return failure(core::ErrorCode::invalidArgument,
                       before->weightsSha256 != m_facts.weightsSha256
                           ? "resume: the weight file is not the one that the run began with"
                           : "resume: films or labels are not those that the run began with",
                       m_config.output.string());
    m_facts.created = before->created;
    m_observer.dataRead(m_facts.summary);
    auto checkpoint = m_folder->readCheckpoint();
    if (!checkpoint)
        return failure(checkpoint);
    m_checkpoint = std::move(*checkpoint);
    if (!m_checkpoint)
        return m_folder->rewind({});
    m_secondsBefore = m_checkpoint->last.seconds;
    return m_folder->rewind(m_checkpoint->last);
}

Result<void> Run::passFrozenPart() {
    const auto& network = m_network->network;
    const auto part = m_config.trainBackbone ? FrozenPart::none(network)
                      : m_stage > 0          ? FrozenPart::below(network, m_stage)
                                             : FrozenPart::backbone(network);
    if (!m_config.featureCache.empty() && !m_config.trainBackbone)
        m_cache.emplace(m_config.featureCache);
    const auto items = m_data->plan.standing();
    FrozenPass::Config config;
    config.inputSize = m_config.inputSize;
    config.expected = items.size() + m_data->plan.freshOf(1).size();
    config.folder = m_config.output / "state";
    config.cache = m_cache ? &*m_cache : nullptr;
    auto pass = FrozenPass::create(part, *m_data, m_reader, config);
    if (!pass)
        return failure(pass);
    m_pass.emplace(std::move(*pass));
    std::uint64_t done = 0;
    const auto taken = m_pass->take(items, m_stop, [&] {
        m_observer.advanced({++done, items.size(), "films"});
        m_folder->beat();
    });
    m_standingRows = m_pass->items().size();
    return taken;
}

/// Copies that this epoch alone shows take the place of the last one's.
Result<void> Run::passFresh(int epoch) {
    const auto items = m_data->plan.freshOf(epoch);
    if (items.empty())
        return {};
    m_pass->keepFirst(m_standingRows);
    return m_pass->take(items, m_stop, [&] { m_folder->beat(); });
}

Result<void> Run::makeLearner() {
    const auto& network = m_network->network;
    const auto rows = m_pass->rows();
    std::vector<int> labels;
    for (const Item& item : m_data->plan.trainingOf(1))
        labels.push_back(m_data->dataset.samples[static_cast<std::size_t>(item.film)].label);
    const Objective objective(m_config.optimization, labels,
                              static_cast<int>(m_data->dataset.classes.size()));
    if (m_config.trainBackbone)
        m_learner = std::make_unique<NetworkLearner>(network, rows, objective, m_config.optimization,
                                                     m_config.learningRate);
    else if (m_stage > 0)
        m_learner = std::make_unique<StageLearner>(network, rows, objective,
                                                   StageLearner::Config{m_stage, m_config.learningRate,
                                                                        m_config.fineTuning.learningRate,
                                                                        m_config.optimization});
    else
        m_learner = std::make_unique<HeadLearner>(network.head, network.device, rows, objective,
                                                  m_config.optimization, m_config.learningRate);
    if (!m_checkpoint)
        return {};
    return m_learner->restore(m_checkpoint->tensors, m_checkpoint->optimizerState);
}

EpochRows Run::validationRows() const {
    EpochRows rows;
    for (const Item& item : m_pass->items())
        rows.labels.push_back(m_data->dataset.samples[static_cast<std::size_t>(item.film)].label);
    for (const Item& item : m_data->plan.validation())
        rows.validation.push_back(m_pass->rowOf(item));
    for (const Item& item : m_data->plan.validationTwins())
        rows.validationTwins.push_back(m_pass->rowOf(item));
    return rows;
}

EpochRows Run::rowsOf(int epoch) const {
    EpochRows rows = validationRows();
    for (const Item& item : m_data->plan.trainingOf(epoch))
        rows.training.push_back(m_pass->rowOf(item));
    return rows;
}

EpochLoop::Config Run::loopConfig() const {
    return {m_config.epochs,
            m_config.batch,
            m_config.split.seed,
            static_cast<int>(m_data->dataset.classes.size()),
            m_data->dataset.positiveClass,
            m_config.optimization,
            m_network->network.device.is_cuda()};
}

Result<void> Run::trainEpochs() {
    EpochLoop loop(*m_learner, loopConfig());
    const int first = m_checkpoint ? m_checkpoint->last.epoch + 1 : 1;
    m_outcome.epochs = first - 1;
    for (int epoch = first; epoch <= m_config.epochs && !hasEndedEarly(); ++epoch) {
        const auto whole = trainEpoch(loop, epoch);
        if (!whole)
            return core::failureIn(whole.error(), m_config.output.string());
        if (!*whole) {
            m_outcome.outcome = core::Outcome::stopped;
            return {};
        }
    }
    m_outcome.endedEarly = hasEndedEarly() && m_outcome.epochs < m_config.epochs;
    return {};
}

/// Whether the epoch was gone through to its end.
Result<bool> Run::trainEpoch(EpochLoop& loop, int epoch) {
    if (const auto passed = passFresh(epoch); !passed)
        return failure(passed);
    if (m_stop.stop_requested())
        return false;
    const EpochRows rows = rowsOf(epoch);
    const auto batches = static_cast<std::uint64_t>(loop.batchesOf(rows));
    m_batches = static_cast<std::uint64_t>(epoch - 1) * batches;
    const int batch = loop.batch();
    const auto record = loop.run(epoch, rows, m_stop, [&] {
        m_observer.advanced({++m_batches, static_cast<std::uint64_t>(m_config.epochs) * batches, "epochs"});
        m_folder->beat();
    });
    if (loop.batch() < batch)
        m_observer.batchReduced(loop.batch());
    if (!record)
        return failure(record);
    if (!record->has_value())
        return false;
    if (const auto kept = keepEpoch(**record); !kept)
        return failure(kept);
    return true;
}

Result<void> Run::keepEpoch(EpochRecord record) {
    record.seconds = seconds();
    if (!m_checkpoint)
        m_checkpoint.emplace();
    auto& checkpoint = *m_checkpoint;
    checkpoint.last = record;
    checkpoint.tensors = m_learner->tensors();
    checkpoint.optimizerState = m_learner->optimizerState();
    if (checkpoint.best.epoch == 0 || record.validation.auc > checkpoint.best.validation.auc) {
        checkpoint.best = record;
        checkpoint.bestTensors = checkpoint.tensors;
    }
    if (auto written = m_folder->writeCheckpoint(checkpoint); !written)
        return written;
    if (auto appended = m_folder->appendEpoch(record); !appended)
        return appended;
    m_outcome.epochs = record.epoch;
    m_observer.epochFinished(record);
    return {};
}

bool Run::hasEndedEarly() const {
    const int patience = m_config.optimization.earlyStopping;
    return patience > 0 && m_checkpoint && m_checkpoint->last.epoch - m_checkpoint->best.epoch >= patience;
}

/// From the best epoch's word on the validation films; nothing where copies of training films are among them.
Result<Calibration> Run::calibrate() {
    if (m_facts.summary.validationLeaks)
        return Calibration{};
    const auto restored = m_learner->restore(m_checkpoint->bestTensors, m_checkpoint->optimizerState);
    if (!restored)
        return failure(restored);
    const auto logits = EpochLoop(*m_learner, loopConfig()).validationLogits(validationRows());
    if (!logits)
        return failure(logits);
    return calibrationFrom(*logits, m_data->dataset.positiveClass);
}

Result<TrainingOutcome> Run::finish() {
    if (m_checkpoint) {
        m_outcome.bestEpoch = m_checkpoint->best.epoch;
        m_outcome.bestValidationAuc = m_checkpoint->best.validation.auc;
        auto description = describeModel(m_config, *m_data, m_facts, m_checkpoint->best);
        description.backbone = m_network->network.description.backbone;
        const auto calibration = calibrate();
        if (!calibration)
            return failure(calibration);
        calibration->applyTo(description);
        weights::ModelContents contents{std::move(description), m_network->network.backbone.tensors()};
        for (const auto& [name, tensor] : m_checkpoint->bestTensors)
            contents.tensors[name] = tensor;
        const auto file = m_folder->writeModel(contents);
        if (!file)
            return failure(file);
        m_outcome.model = file->string();
    }
    m_outcome.seconds = seconds();
    if (const auto told = m_folder->appendDone(m_outcome); !told)
        return failure(told);
    return m_outcome;
}

} // namespace

Result<TrainingOutcome> runTraining(const TrainingConfig& config, intake::FilmReader& reader,
                                    TrainingObserver& observer, std::stop_token stop) {
    return Run(config, reader, observer, std::move(stop)).execute();
}

} // namespace pleurascope::training
