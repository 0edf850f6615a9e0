// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/HyperparameterSearch.h"

#include "engine/data/Shuffle.h"
#include "engine/training/RunRecords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pleurascope::training {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::ordered_json;

namespace {

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What a search holds between its trials.
class Search {
public:
    Search(const SearchConfig& config, const RunFunctions& functions, intake::FilmReader& reader,
           SearchObserver& observer, std::stop_token stop)
        : m_config(config)
        , m_functions(functions)
        , m_reader(reader)
        , m_observer(observer)
        , m_stop(std::move(stop)) {}

    Result<void> prepare() {
        const auto films = filmsOf(
            m_config.run, m_reader, [this](const core::Progress& p) { m_observer.advanced(p); }, m_stop);
        if (!films)
            return failure(films);
        m_positive = films->classes[static_cast<std::size_t>(films->positiveClass)];
        data::SplitConfig apart = m_config.run.split;
        apart.validation = m_config.test;
        const auto sides = data::splitDataset(*films, apart);
        if (!sides)
            return failure(sides);
        if (const auto drawn = drawCandidates(); !drawn)
            return drawn;
        auto folder = ExperimentFolder::open(m_config.run.output,
                                             planJson("search", particulars(), m_config.run, *films));
        if (!folder)
            return failure(folder);
        m_folder.emplace(std::move(*folder));
        // From here on the films themselves are forgotten: trials know the one table, the last step the
        // other.
        if (const auto written = m_folder->write("search.csv", data::csvOf(*films, sides->training));
            !written)
            return written;
        return m_folder->write("test.csv", data::csvOf(*films, sides->validation));
    }

    Result<SearchResult> execute() {
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const auto tried = tryCandidate(static_cast<int>(i) + 1, m_candidates[i]);
            if (m_stop.stop_requested())
                return stopped();
            if (!tried)
                return failure(tried);
        }
        if (const auto chosen = choose(); !chosen)
            return failure(chosen);
        const auto tested = test();
        if (m_stop.stop_requested())
            return stopped();
        if (!tested)
            return failure(tested);
        m_result.seconds = secondsSince(start);
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::string particulars() const {
        return ordered_json{{"space", ordered_json::parse(m_config.space.json())},
                            {"method", m_config.method == SearchMethod::grid ? "grid" : "random"},
                            {"trials", m_config.trials},
                            {"test", m_config.test},
                            {"folds", m_config.folds}}
            .dump();
    }

    Result<void> drawCandidates() {
        auto candidates = m_config.space.candidates(m_config.run);
        if (!candidates)
            return failure(candidates);
        if (candidates->empty() || m_config.trials < 1)
            return failure(ErrorCode::invalidArgument, "search: nothing to try");
        auto order = std::vector<int>(candidates->size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<int>(i);
        if (m_config.method == SearchMethod::random)
            data::Shuffle(m_config.run.split.seed).apply(order);
        order.resize(std::min(order.size(), static_cast<std::size_t>(m_config.trials)));
        for (const int place : order)
            m_candidates.push_back(std::move((*candidates)[static_cast<std::size_t>(place)]));
        return {};
    }

    [[nodiscard]] TrainingConfig runOf(const Candidate& candidate, const std::string& name) const {
        TrainingConfig run = candidate.config;
        run.labels = m_folder->path() / "search.csv";
        run.positive = m_positive;
        run.output = m_folder->path() / name;
        run.modelName = m_folder->path().filename().string() + " " + name;
        return run;
    }

    Result<void> tryCandidate(int number, const Candidate& candidate) {
        const auto start = std::chrono::steady_clock::now();
        const auto run = runOf(candidate, "trial-" + std::to_string(number));
        Trial trial{number, candidate.values, 0, {}, 0, {}};
        const auto scored = m_config.folds > 0 ? scoreByFolds(run, trial) : scoreByValidation(run, trial);
        if (m_stop.stop_requested())
            return {};
        if (!scored) {
            const auto code = scored.error().code;
            if (code != ErrorCode::diverged && code != ErrorCode::outOfMemory)
                return failure(scored);
            trial.error = scored.error();
        }
        if (trial.seconds == 0)
            trial.seconds = secondsSince(start);
        m_result.trials.push_back(trial);
        m_observer.trialFinished(trial, static_cast<int>(m_candidates.size()));
        return {};
    }

    Result<void> scoreByValidation(const TrainingConfig& run, Trial& trial) {
        const auto outcome = m_folder->train(run, m_functions, m_observer, m_stop);
        if (!outcome)
            return failure(outcome);
        trial.score = outcome->bestValidationAuc;
        trial.model = outcome->model;
        trial.seconds = outcome->seconds;
        return {};
    }

    Result<void> scoreByFolds(const TrainingConfig& run, Trial& trial) {
        const auto result = crossValidate({run, m_config.folds}, m_functions, m_reader, m_observer, m_stop);
        if (!result)
            return failure(result);
        trial.score = result->all.auc.auc;
        trial.seconds = result->seconds;
        return {};
    }

    /// Of equal ones the first.
    Result<void> choose() {
        const auto& trials = m_result.trials;
        const auto best = std::max_element(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) {
            return (a.error ? -1 : a.score) < (b.error ? -1 : b.score);
        });
        if (best->error)
            return tl::unexpected(*best->error);
        m_result.best = *best;
        return {};
    }

    /// The only look at the test part.
    Result<void> test() {
        m_result.model = m_result.best.model;
        if (m_result.model.empty()) {
            const auto& candidate = m_candidates[static_cast<std::size_t>(m_result.best.number) - 1];
            const auto outcome = m_folder->train(runOf(candidate, "chosen"), m_functions, m_observer, m_stop);
            if (!outcome)
                return failure(outcome);
            m_result.model = outcome->model;
        }
        if (m_stop.stop_requested())
            return {};
        auto evaluation =
            m_functions.evaluate({m_result.model, m_config.run.data, m_folder->path() / "test.csv"}, m_stop);
        if (!evaluation)
            return failure(evaluation);
        m_result.test = std::move(*evaluation);
        return m_folder->write("test-scores.csv", evaluationCsv(m_result.test));
    }

    SearchResult stopped() {
        m_result.outcome = core::Outcome::stopped;
        return std::move(m_result);
    }

    const SearchConfig& m_config;
    const RunFunctions& m_functions;
    intake::FilmReader& m_reader;
    SearchObserver& m_observer;
    std::stop_token m_stop;
    std::string m_positive;
    std::vector<Candidate> m_candidates; ///< that are tried, in order
    std::optional<ExperimentFolder> m_folder;
    SearchResult m_result;
};

ordered_json valuesOf(const Trial& trial) {
    return ordered_json::parse(trial.values, nullptr, false);
}

std::string dump(const ordered_json& j) {
    return j.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace

Result<SearchResult> searchHyperparameters(const SearchConfig& config, const RunFunctions& functions,
                                           intake::FilmReader& reader, SearchObserver& observer,
                                           std::stop_token stop) {
    Search search(config, functions, reader, observer, stop);
    if (const auto prepared = search.prepare(); !prepared && !stop.stop_requested())
        return failure(prepared);
    if (stop.stop_requested()) {
        SearchResult result;
        result.outcome = core::Outcome::stopped;
        return result;
    }
    return search.execute();
}

std::string trialJson(const Trial& trial) {
    ordered_json j = {{"trial", trial.number}, {"values", valuesOf(trial)}};
    if (trial.error)
        j["error"] = core::errorCodeName(trial.error->code);
    else
        j["score"] = trial.score;
    j["model"] = trial.model;
    j["seconds"] = trial.seconds;
    return dump(j);
}

std::string searchJson(const SearchResult& result) {
    const auto& test = result.test;
    return dump({{"trials", result.trials.size()},
                 {"best_trial", result.best.number},
                 {"values", valuesOf(result.best)},
                 {"score", result.best.score},
                 {"model", result.model},
                 {"n", test.n},
                 {"positives", test.positives},
                 {"auc", test.auc},
                 {"auc_low", test.aucLow},
                 {"auc_high", test.aucHigh},
                 {"seconds", result.seconds}});
}

} // namespace pleurascope::training
