// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingRun.h"

#include "engine/core/Installation.h"
#include "engine/core/Sha256.h"
#include "engine/inference/Device.h"
#include "engine/model/BackboneShape.h"
#include "engine/model/Initialisation.h"
#include "engine/model/TensorConversion.h"
#include "engine/training/EpochLoop.h"
#include "engine/training/FilmLoader.h"
#include "engine/training/HeadLearner.h"
#include "engine/training/NetworkLearner.h"
#include "engine/training/RunFolder.h"
#include "engine/weights/KerasWeightsFile.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// Films a pass of the frozen backbone: two cores are busy, and a prediction beside it still gets through
/// within a second.
constexpr std::size_t featureBatch = 8;

/// What a run holds between its stages.
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
    Result<weights::TensorMap> backboneTensors();
    Result<void> openFolder();
    Result<void> readFilms();
    Result<void> takeFilm(imaging::InputPlanes planes);
    Result<void> flushFeatures();
    std::unique_ptr<Learner> makeLearner();
    Result<TrainingOutcome> trainEpochs(Learner& learner);
    Result<void> keepEpoch(const EpochRecord& record, const Learner& learner);
    Result<TrainingOutcome> finish(TrainingOutcome outcome);
    weights::ModelDescription description() const;
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

    const TrainingConfig& m_config;
    intake::FilmReader& m_reader;
    TrainingObserver& m_observer;
    std::stop_token m_stop;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();

    data::Dataset m_dataset;
    data::Split m_split;
    weights::BackboneDescription m_backbone; ///< as configured, or as the weight file has it
    std::optional<inference::Network> m_network;
    std::optional<RunFolder> m_folder;
    RunFacts m_facts;
    std::vector<imaging::InputPlanes> m_planes; ///< of all films, or of those that wait for the backbone
    std::vector<torch::Tensor> m_features;
    EpochRecord m_best;
    weights::TensorMap m_bestTensors;
};

Result<TrainingOutcome> Run::execute() {
    if (const auto prepared = prepare(); !prepared)
        return failure(prepared);
    if (const auto opened = openFolder(); !opened)
        return failure(opened);
    auto read = readFilms();
    if (!read) {
        m_folder->discard();
        return failure(read);
    }
    if (m_stop.stop_requested()) {
        m_folder->discard();
        return TrainingOutcome{core::Outcome::stopped, 0, 0, 0, {}, seconds()};
    }
    const auto learner = makeLearner();
    return trainEpochs(*learner);
}

Result<void> Run::prepare() {
    if (const auto checked = checkConfig(m_config); !checked)
        return checked;
    auto dataset = m_config.labels.empty()
                       ? data::datasetFromFolder(m_config.data, m_config.positive)
                       : data::datasetFromCsv(m_config.data, m_config.labels, m_config.positive);
    if (!dataset)
        return failure(dataset);
    m_dataset = std::move(*dataset);
    auto split = data::splitDataset(m_dataset, m_config.split);
    if (!split)
        return core::failureIn(split.error(), m_config.data.string());
    m_split = std::move(*split);
    const auto device = inference::chooseDevice(m_config.device);
    if (!device)
        return failure(device);
    auto tensors = backboneTensors();
    if (!tensors)
        return failure(tensors);
    m_backbone =
        m_config.weights.empty() ? m_config.backbone : model::backboneShape(*tensors, m_config.backbone);
    weights::ModelContents contents{description(), std::move(*tensors)};
    auto backbone = model::Backbone::create(m_backbone, contents.tensors);
    if (!backbone)
        return core::failureIn(backbone.error(), m_config.weights.string());
    contents.tensors.merge(model::initialHead(m_config.head, backbone->features(),
                                              static_cast<int>(m_dataset.classes.size()),
                                              m_config.split.seed));
    auto network = inference::Network::create(contents, *device);
    if (!network)
        return failure(network);
    m_network = std::move(*network);
    return {};
}

Result<weights::TensorMap> Run::backboneTensors() {
    if (m_config.weights.empty())
        return model::initialBackbone(m_config.backbone, m_config.split.seed);
    auto hash = core::sha256OfFile(m_config.weights);
    if (!hash)
        return failure(hash);
    m_facts.weightsSha256 = std::move(*hash);
    return weights::readKerasWeights(m_config.weights);
}

Result<void> Run::openFolder() {
    auto folder = RunFolder::create(m_config.output);
    if (!folder)
        return failure(folder);
    m_folder.emplace(std::move(*folder));
    m_facts.created = timestamp();
    m_facts.program = "PleuraScope " + std::string(core::programVersion());
    m_facts.torch = TORCH_VERSION;
    if (!m_config.labels.empty())
        m_facts.labelsSha256 = core::sha256OfFile(m_config.labels).value_or("");
    m_facts.summary = summaryOf(m_dataset, m_split);
    m_facts.summary.device = inference::deviceName(m_network->device);
    m_facts.summary.backboneWeights =
        m_config.weights.empty() ? "random" : m_config.weights.filename().string();
    m_observer.dataRead(m_facts.summary);
    return m_folder->writeRun(m_config, m_facts);
}

Result<void> Run::readFilms() {
    FilmLoader loader(m_dataset, m_config.inputSize, m_reader);
    core::Sha256 hash;
    std::uint64_t done = 0;
    while (auto film = loader.next()) {
        if (m_stop.stop_requested())
            return {};
        if (!*film)
            return failure(*film);
        const auto& sample = m_dataset.samples[done];
        hash.add(sample.path + "\n" + m_dataset.classes[static_cast<std::size_t>(sample.label)] + "\n" +
                 (*film)->sha256 + "\n");
        if (auto taken = takeFilm(std::move((*film)->planes)); !taken)
            return taken;
        m_observer.advanced({++done, m_dataset.samples.size(), "films"});
        m_folder->beat();
    }
    if (auto flushed = flushFeatures(); !flushed)
        return flushed;
    m_facts.dataSha256 = hash.finish();
    return m_folder->writeRun(m_config, m_facts);
}

Result<void> Run::takeFilm(imaging::InputPlanes planes) {
    m_planes.push_back(std::move(planes));
    if (m_config.trainBackbone || m_planes.size() < featureBatch)
        return {};
    return flushFeatures();
}

Result<void> Run::flushFeatures() {
    if (m_config.trainBackbone || m_planes.empty())
        return {};
    try {
        const torch::NoGradGuard noGrad;
        const torch::Tensor input = inference::inputTensor(m_planes, m_config.scaling, m_network->device);
        m_features.push_back(model::globalAverage(m_network->backbone.forward(input)));
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
    m_planes.clear();
    return {};
}

std::unique_ptr<Learner> Run::makeLearner() {
    if (m_config.trainBackbone)
        return std::make_unique<NetworkLearner>(*m_network, std::move(m_planes));
    return std::make_unique<HeadLearner>(m_network->head, torch::cat(m_features));
}

Result<TrainingOutcome> Run::trainEpochs(Learner& learner) {
    EpochLoop loop(learner, m_dataset, m_split,
                   {m_config.batch, m_config.learningRate, m_config.split.seed,
                    static_cast<int>(m_dataset.classes.size()), m_dataset.positiveClass});
    const auto total =
        static_cast<std::uint64_t>(m_config.epochs) * static_cast<std::uint64_t>(loop.batchesPerEpoch());
    std::uint64_t batches = 0;
    TrainingOutcome outcome;
    for (int epoch = 1; epoch <= m_config.epochs; ++epoch) {
        auto record = loop.run(epoch, m_stop, [&] {
            m_observer.advanced({++batches, total, "epochs"});
            m_folder->beat();
        });
        if (!record)
            return core::failureIn(record.error(), m_config.output.string());
        if (!record->has_value()) {
            outcome.outcome = core::Outcome::stopped;
            break;
        }
        (*record)->seconds = seconds();
        if (const auto kept = keepEpoch(**record, learner); !kept)
            return failure(kept);
        outcome.epochs = epoch;
        m_observer.epochFinished(**record);
    }
    return finish(outcome);
}

Result<void> Run::keepEpoch(const EpochRecord& record, const Learner& learner) {
    auto now = learner.tensors();
    if (m_best.epoch == 0 || record.validation.auc > m_best.validation.auc) {
        m_best = record;
        m_bestTensors = now;
    }
    Checkpoint checkpoint{record.epoch, m_best.epoch, m_best.validation.auc, learner.optimizerState()};
    for (auto& [name, tensor] : now)
        checkpoint.tensors.emplace("now/" + name, std::move(tensor));
    for (const auto& [name, tensor] : m_bestTensors)
        checkpoint.tensors.emplace("best/" + name, tensor);
    if (auto written = m_folder->writeCheckpoint(checkpoint); !written)
        return written;
    return m_folder->appendEpoch(record);
}

Result<TrainingOutcome> Run::finish(TrainingOutcome outcome) {
    outcome.bestEpoch = m_best.epoch;
    outcome.bestValidationAuc = m_best.validation.auc;
    if (m_best.epoch > 0) {
        weights::ModelContents contents{description(), m_network->backbone.tensors()};
        for (auto& [name, tensor] : m_bestTensors)
            contents.tensors[name] = std::move(tensor);
        const auto file = m_folder->writeModel(contents);
        if (!file)
            return failure(file);
        outcome.model = file->string();
    }
    outcome.seconds = seconds();
    if (const auto told = m_folder->appendDone(outcome); !told)
        return failure(told);
    return outcome;
}

weights::ModelDescription Run::description() const {
    weights::ModelDescription d;
    d.name = m_config.modelName.empty() ? m_config.output.filename().string() : m_config.modelName;
    d.backbone = m_backbone;
    d.head = m_config.head;
    d.inputSize = m_config.inputSize;
    d.scaling = m_config.scaling;
    d.classes = m_dataset.classes;
    d.positiveClass = m_dataset.positiveClass;
    auto& p = d.provenance;
    p.created = m_facts.created;
    p.program = m_facts.program;
    p.trainingData = std::filesystem::absolute(m_config.data).lexically_normal().filename().string();
    p.trainingDataSha256 = m_facts.dataSha256;
    p.backboneWeights = m_facts.summary.backboneWeights;
    p.backboneWeightsSha256 = m_facts.weightsSha256;
    p.split = m_config.split.unit == data::SplitUnit::patient ? "patient" : "image";
    p.seed = m_config.split.seed;
    p.trainingFilms = m_facts.summary.trainingFilms;
    p.validationFilms = m_facts.summary.validationFilms;
    p.bestEpoch = m_best.epoch;
    p.phantomsOnly = m_config.phantomsOnly;
    const auto& v = m_best.validation;
    p.metrics = {{"val_loss", v.loss},           {"val_auc", v.auc},       {"val_accuracy", v.accuracy},
                 {"val_precision", v.precision}, {"val_recall", v.recall}, {"val_keras_auc", v.kerasAuc}};
    return d;
}

} // namespace

Result<TrainingOutcome> runTraining(const TrainingConfig& config, intake::FilmReader& reader,
                                    TrainingObserver& observer, std::stop_token stop) {
    return Run(config, reader, observer, std::move(stop)).execute();
}

} // namespace pleurascope::training
