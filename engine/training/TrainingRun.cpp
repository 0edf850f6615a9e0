// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingRun.h"

#include "engine/core/Installation.h"
#include "engine/core/Sha256.h"
#include "engine/training/EpochLoop.h"
#include "engine/training/FeatureCache.h"
#include "engine/training/FreeMemory.h"
#include "engine/training/FrozenPass.h"
#include "engine/training/HeadLearner.h"
#include "engine/training/NetworkLearner.h"
#include "engine/training/RunDescription.h"
#include "engine/training/RunNetwork.h"
#include "engine/training/RunProgress.h"
#include "engine/training/StageLearner.h"

#include <optional>

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// Rarely enough to cost nothing beside the batches themselves.
constexpr int batchesPerRelease = 16;

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
    RunFacts facts() const;
    Result<void> passFrozenPart();
    Result<void> passFresh(int epoch);
    Result<void> makeLearner();
    Result<void> trainEpochs();
    Result<bool> trainEpoch(EpochLoop& loop, int epoch);
    EpochLoop::Config loopConfig() const;
    EpochRows validationRows() const;
    EpochRows rowsOf(int epoch) const;
    std::vector<int> labelsOf(const std::vector<Item>& items) const;
    Result<Calibration> calibrate();
    Result<TrainingOutcome> finish();
    bool hasEndedEarly() const;

    const TrainingConfig& m_config;
    intake::FilmReader& m_reader;
    TrainingObserver& m_observer;
    std::stop_token m_stop;

    std::optional<RunData> m_data;
    std::optional<RunNetwork> m_network;
    std::size_t m_stage = 0; ///< index of the first layer that is fine-tuned; 0: none is
    std::optional<RunProgress> m_progress;
    std::optional<FeatureCache> m_cache;
    std::optional<FrozenPass> m_pass;
    std::size_t m_standingRows = 0;
    std::unique_ptr<Learner> m_learner;
    FreeMemory m_freeMemory{batchesPerRelease};
    TrainingOutcome m_outcome;
};

Result<TrainingOutcome> Run::execute() {
    if (const auto prepared = prepare(); !prepared)
        return failure(prepared);
    auto progress = m_config.resume ? RunProgress::takeUp(m_config, facts())
                                    : RunProgress::begin(m_config, facts(), *m_data);
    if (!progress)
        return failure(progress);
    m_progress.emplace(std::move(*progress));
    m_observer.dataRead(m_progress->facts().summary);
    const auto passed = passFrozenPart();
    if (!passed || (m_stop.stop_requested() && m_progress->last().epoch == 0)) {
        m_progress->discard();
        if (!passed)
            return failure(passed);
        m_outcome.outcome = core::Outcome::stopped;
        m_outcome.seconds = m_progress->seconds();
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
    auto network = RunNetwork::create(m_config, describeModel(m_config, *m_data, {}, {}), m_reader);
    if (!network)
        return failure(network);
    m_network = std::move(*network);
    if (!m_config.fineTuning.stage.empty()) {
        const auto first = m_network->network.backbone.firstOfStage(m_config.fineTuning.stage);
        if (!first)
            return failure(first);
        m_stage = *first;
    }
    return m_data->hashFilms();
}

RunFacts Run::facts() const {
    RunFacts facts;
    facts.program = "PleuraScope " + std::string(core::programVersion());
    facts.dataSha256 = m_data->sha256();
    if (!m_config.labels.empty())
        facts.labelsSha256 = core::sha256OfFile(m_config.labels).value_or("");
    facts.summary = m_data->summary();
    m_network->addTo(facts);
    return facts;
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
        m_progress->beat();
    });
    m_standingRows = m_pass->items().size();
    FreeMemory::giveBack();
    return taken;
}

/// Copies that this epoch alone shows take the place of the last one's.
Result<void> Run::passFresh(int epoch) {
    const auto items = m_data->plan.freshOf(epoch);
    if (items.empty())
        return {};
    m_pass->keepFirst(m_standingRows);
    return m_pass->take(items, m_stop, [&] { m_progress->beat(); });
}

Result<void> Run::makeLearner() {
    const auto& network = m_network->network;
    const auto rows = m_pass->rows();
    const Objective objective(m_config.optimization, labelsOf(m_data->plan.trainingOf(1)),
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
    return m_progress->restore(*m_learner);
}

std::vector<int> Run::labelsOf(const std::vector<Item>& items) const {
    std::vector<int> labels;
    for (const Item& item : items)
        labels.push_back(m_data->dataset.samples[static_cast<std::size_t>(item.film)].label);
    return labels;
}

EpochRows Run::validationRows() const {
    EpochRows rows;
    rows.labels = labelsOf(m_pass->items());
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
    for (int epoch = m_progress->last().epoch + 1; epoch <= m_config.epochs && !hasEndedEarly(); ++epoch) {
        const auto whole = trainEpoch(loop, epoch);
        if (!whole)
            return core::failureIn(whole.error(), m_config.output.string());
        if (!*whole) {
            m_outcome.outcome = core::Outcome::stopped;
            return {};
        }
    }
    m_outcome.endedEarly = hasEndedEarly() && m_progress->last().epoch < m_config.epochs;
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
    std::uint64_t done = static_cast<std::uint64_t>(epoch - 1) * batches;
    const int batch = loop.batch();
    const auto record = loop.run(epoch, rows, m_stop, [&] {
        m_observer.advanced({++done, static_cast<std::uint64_t>(m_config.epochs) * batches, "epochs"});
        m_progress->beat();
        m_freeMemory.tick();
    });
    if (loop.batch() < batch)
        m_observer.batchReduced(loop.batch());
    if (!record)
        return failure(record);
    if (!record->has_value())
        return false;
    FreeMemory::giveBack();
    const auto kept = m_progress->keep(**record, *m_learner);
    if (!kept)
        return failure(kept);
    m_observer.epochFinished(*kept);
    return true;
}

bool Run::hasEndedEarly() const {
    const int patience = m_config.optimization.earlyStopping;
    return patience > 0 && m_progress->last().epoch - m_progress->best().epoch >= patience;
}

/// From the best epoch's word on the validation films; nothing where copies of training films are among them.
Result<Calibration> Run::calibrate() {
    if (m_progress->facts().summary.validationLeaks || m_progress->best().epoch == 0)
        return Calibration{};
    const auto restored = m_learner->restore(m_progress->bestTensors(), m_learner->optimizerState());
    if (!restored)
        return failure(restored);
    const auto logits = EpochLoop(*m_learner, loopConfig()).validationLogits(validationRows());
    if (!logits)
        return failure(logits);
    return calibrationFrom(*logits, m_data->dataset.positiveClass);
}

Result<TrainingOutcome> Run::finish() {
    auto description = describeModel(m_config, *m_data, m_progress->facts(), m_progress->best());
    description.backbone = m_network->network.description.backbone;
    const auto calibration = calibrate();
    if (!calibration)
        return failure(calibration);
    calibration->applyTo(description);
    return m_progress->finish(m_outcome, {std::move(description), m_network->network.backbone.tensors()});
}

} // namespace

Result<TrainingOutcome> runTraining(const TrainingConfig& config, intake::FilmReader& reader,
                                    TrainingObserver& observer, std::stop_token stop) {
    return Run(config, reader, observer, std::move(stop)).execute();
}

} // namespace pleurascope::training
