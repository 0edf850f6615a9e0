// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/CrossValidation.h"

#include "engine/data/Split.h"
#include "engine/training/Evaluator.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pleurascope::training {

using core::failure;
using core::Result;
using nlohmann::ordered_json;

namespace {

/// What a cross-validation holds between its folds.
class Folds {
public:
    Folds(const CrossValidationConfig& config, const RunFunctions& functions,
          CrossValidationObserver& observer, std::stop_token stop)
        : m_config(config)
        , m_functions(functions)
        , m_observer(observer)
        , m_stop(std::move(stop)) {}

    Result<void> prepare(intake::FilmReader& reader) {
        auto films = filmsOf(
            m_config.run, reader, [this](const core::Progress& p) { m_observer.advanced(p); }, m_stop);
        if (!films)
            return failure(films);
        m_films = std::move(*films);
        data::SplitConfig split = m_config.run.split;
        split.folds = m_config.folds;
        auto folds = data::foldsOf(m_films, split);
        if (!folds)
            return failure(folds);
        m_folds = std::move(*folds);
        const ordered_json particulars = {{"folds", m_config.folds}};
        auto folder = ExperimentFolder::open(
            m_config.run.output, planJson("crossvalidation", particulars.dump(), m_config.run, m_films));
        if (!folder)
            return failure(folder);
        m_folder.emplace(std::move(*folder));
        m_result.folds = m_config.folds;
        m_result.films.resize(m_films.samples.size());
        return {};
    }

    Result<CrossValidation> execute() {
        const auto start = std::chrono::steady_clock::now();
        double before = 0; // of folds that a run of this before has finished
        for (int fold = 1; fold <= m_config.folds; ++fold) {
            const auto kept = finishedRun(runFolder(fold));
            m_observer.foldBegan(fold, m_config.folds);
            const auto whole = executeFold(fold);
            if (!whole)
                return failure(whole);
            if (!*whole) {
                m_result.outcome = core::Outcome::stopped;
                m_result.films.clear();
                return std::move(m_result);
            }
            before += kept ? kept->seconds : 0;
        }
        m_result.seconds =
            before + std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return finish();
    }

private:
    [[nodiscard]] std::string name(int fold) const { return "fold-" + std::to_string(fold); }
    [[nodiscard]] std::filesystem::path runFolder(int fold) const { return m_folder->path() / name(fold); }

    /// The films of the fold, or all others.
    [[nodiscard]] std::vector<int> side(int fold, bool heldOut) const {
        std::vector<int> which;
        for (std::size_t i = 0; i < m_folds.size(); ++i)
            if ((m_folds[i] == fold - 1) == heldOut)
                which.push_back(static_cast<int>(i));
        return which;
    }

    /// Whether it came to its end.
    Result<bool> executeFold(int fold) {
        const auto trainingTable = name(fold) + "-training.csv", heldOutTable = name(fold) + "-held-out.csv";
        for (const bool heldOut : {false, true})
            if (const auto written = m_folder->write(heldOut ? heldOutTable : trainingTable,
                                                     data::csvOf(m_films, side(fold, heldOut)));
                !written)
                return failure(written);
        const auto start = std::chrono::steady_clock::now();
        const auto kept = finishedRun(runFolder(fold));
        TrainingConfig run = m_config.run;
        run.labels = m_folder->path() / trainingTable;
        run.positive = m_films.classes[static_cast<std::size_t>(m_films.positiveClass)];
        run.output = runFolder(fold);
        run.modelName = m_folder->path().filename().string() + " " + name(fold);
        auto outcome = m_folder->train(run, m_functions, m_observer, m_stop);
        if (!outcome)
            return failure(outcome);
        if (outcome->outcome == core::Outcome::stopped || m_stop.stop_requested())
            return false;
        const auto evaluation = m_functions.evaluate(
            {outcome->model, m_config.run.data, m_folder->path() / heldOutTable}, m_stop);
        if (m_stop.stop_requested())
            return false;
        if (!evaluation)
            return failure(evaluation);
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        keep(fold, *evaluation, std::move(*outcome), spent.count() + (kept ? kept->seconds : 0));
        return true;
    }

    void keep(int fold, const Evaluation& evaluation, TrainingOutcome outcome, double seconds) {
        std::vector<HeldOutScore> scores;
        const auto which = side(fold, true);
        for (std::size_t i = 0; i < which.size(); ++i) {
            const auto& sample = m_films.samples[static_cast<std::size_t>(which[i])];
            scores.push_back({evaluation.films.at(i), fold, sample.label == m_films.positiveClass,
                              !sample.patientId.empty()});
            m_result.films[static_cast<std::size_t>(which[i])] = scores.back();
        }
        m_observer.foldFinished({fold, areaOf(scores), std::move(outcome), seconds});
    }

    Result<CrossValidation> finish() {
        std::vector<double> probabilities;
        for (const HeldOutScore& score : m_result.films)
            probabilities.push_back(score.film.probability);
        weights::ModelDescription anyFold;
        anyFold.positiveClass = m_films.positiveClass;
        m_result.all = evaluationOf(m_films, probabilities, anyFold);
        std::vector<HeldOutScore> known;
        std::copy_if(m_result.films.begin(), m_result.films.end(), std::back_inserter(known),
                     [](const HeldOutScore& score) { return score.hasKnownPatient; });
        m_result.knownPatients = areaOf(known);
        std::string table = "path,fold,label,probability\n";
        for (const auto& [film, fold, isPositive, hasKnownPatient] : m_result.films)
            table += data::csvField(film.path) + "," + std::to_string(fold) + "," +
                     data::csvField(film.label) + "," + ordered_json(film.probability).dump() + "\n";
        if (const auto written = m_folder->write("oof.csv", table); !written)
            return failure(written);
        return std::move(m_result);
    }

    const CrossValidationConfig& m_config;
    const RunFunctions& m_functions;
    CrossValidationObserver& m_observer;
    std::stop_token m_stop;
    data::Dataset m_films;
    std::vector<int> m_folds; ///< by film, from 0
    std::optional<ExperimentFolder> m_folder;
    CrossValidation m_result;
};

ordered_json areaJson(const AreaOfFilms& area) {
    const bool measured = area.positives > 0 && area.positives < area.n;
    const auto number = [measured](double value) { return measured ? ordered_json(value) : ordered_json(); };
    return {{"n", area.n},
            {"positives", area.positives},
            {"auc", number(area.auc.auc)},
            {"auc_low", number(area.auc.low)},
            {"auc_high", number(area.auc.high)}};
}

std::string dump(const ordered_json& j) {
    return j.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace

AreaOfFilms areaOf(const std::vector<HeldOutScore>& scores) {
    std::vector<double> probabilities;
    std::vector<bool> positive;
    for (const HeldOutScore& score : scores) {
        probabilities.push_back(score.film.probability);
        positive.push_back(score.isPositive);
    }
    const auto positives = std::count(positive.begin(), positive.end(), true);
    return {static_cast<int>(scores.size()), static_cast<int>(positives),
            deLongInterval(probabilities, positive)};
}

Result<CrossValidation> crossValidate(const CrossValidationConfig& config, const RunFunctions& functions,
                                      intake::FilmReader& reader, CrossValidationObserver& observer,
                                      std::stop_token stop) {
    Folds folds(config, functions, observer, stop);
    if (const auto prepared = folds.prepare(reader); !prepared && !stop.stop_requested())
        return failure(prepared);
    if (stop.stop_requested())
        return CrossValidation{core::Outcome::stopped, config.folds, {}, {}, {}, 0};
    return folds.execute();
}

std::string foldJson(const FoldResult& fold) {
    ordered_json j = {{"fold", fold.fold}};
    j.update(areaJson(fold.heldOut));
    j["best_epoch"] = fold.run.bestEpoch;
    j["val_auc"] = fold.run.bestValidationAuc;
    j["model"] = fold.run.model;
    j["seconds"] = fold.seconds;
    return dump(j);
}

std::string crossValidationJson(const CrossValidation& result) {
    ordered_json j = {{"folds", result.folds}};
    const Evaluation& all = result.all;
    j.update(areaJson({all.n, all.positives, {all.auc, all.aucLow, all.aucHigh}}));
    j["auc_bootstrap_low"] = all.aucBootstrapLow;
    j["auc_bootstrap_high"] = all.aucBootstrapHigh;
    j["patients"] = all.patients;
    j["average_precision"] = all.averagePrecision;
    j["brier"] = all.brier;
    j["ece"] = all.ece;
    j["keras_auc"] = all.kerasAuc;
    j["keras_accuracy"] = all.kerasAccuracy;
    j["known_patients"] = areaJson(result.knownPatients);
    j["seconds"] = result.seconds;
    return dump(j);
}

} // namespace pleurascope::training
