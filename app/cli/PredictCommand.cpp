// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "engine/data/Dataset.h"
#include "engine/intake/FilmReader.h"

#include <array>
#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string model, output;
    std::vector<std::string> paths;
    bool json = false;
};

/// One line of the answer.
struct Row {
    std::string path;
    std::optional<inference::Prediction> prediction;
    std::string label;
    std::string reason; ///< not empty: an error
};

std::string nineDigits(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

const char* statusOf(const Row& row) {
    return row.prediction ? "ok" : "error";
}

std::string csvLine(const Row& row) {
    std::string line = data::csvField(row.path) + ",";
    if (row.prediction)
        line += nineDigits(row.prediction->probability) + "," + nineDigits(row.prediction->logit) + "," +
                data::csvField(row.label);
    else
        line += ",,";
    return line + "," + statusOf(row) + "," + data::csvField(row.reason) + "\n";
}

nlohmann::ordered_json jsonOf(const Row& row) {
    nlohmann::ordered_json j = {{"path", row.path}};
    j["probability"] =
        row.prediction ? nlohmann::ordered_json(row.prediction->probability) : nlohmann::ordered_json();
    j["logit"] = row.prediction ? nlohmann::ordered_json(row.prediction->logit) : nlohmann::ordered_json();
    j["label"] = row.label;
    j["status"] = statusOf(row);
    j["reason"] = row.reason;
    return j;
}

/// Reads films, predicts them in batches, keeps the order.
class BatchPredictor {
public:
    BatchPredictor(inference::Predictor& predictor, intake::FilmReader& reader)
        : m_predictor(predictor)
        , m_reader(reader) {}

    void add(const Input& input) {
        Row row;
        row.path = input ? input->string() : input.error().path;
        const auto film =
            input ? m_reader.readFilm(*input) : core::Result<intake::Film>(core::failure(input));
        if (film) {
            m_planes.push_back(imaging::inputPlanes(film->image, m_predictor.description().inputSize));
            m_places.push_back(m_rows.size());
        } else {
            row.reason = reasonText(film.error());
        }
        m_rows.push_back(std::move(row));
    }

    [[nodiscard]] bool isFull() const { return m_rows.size() >= 8; }

    std::vector<Row> take() {
        const auto predictions = m_predictor.predict(m_planes);
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            Row& row = m_rows[m_places[i]];
            if (predictions)
                answer(row, (*predictions)[i]);
            else
                row.reason = reasonText(predictions.error());
        }
        m_planes.clear();
        m_places.clear();
        return std::exchange(m_rows, {});
    }

private:
    void answer(Row& row, const inference::Prediction& prediction) const {
        const auto& logits = prediction.logits;
        const auto best = std::max_element(logits.begin(), logits.end()) - logits.begin();
        const auto& d = m_predictor.description();
        const bool positive = prediction.probability >= d.threshold;
        // With two classes the threshold decides; with more, the positive class if it is reached, else the
        // likeliest.
        const auto other = d.classes.size() == 2 ? 1 - d.positiveClass : static_cast<int>(best);
        row.label = d.classes[static_cast<std::size_t>(positive ? d.positiveClass : other)];
        row.prediction = prediction;
    }

    inference::Predictor& m_predictor;
    intake::FilmReader& m_reader;
    std::vector<imaging::InputPlanes> m_planes;
    std::vector<std::size_t> m_places;
    std::vector<Row> m_rows;
};

/// Rows go to standard output as they come, or are kept for the file, which is written whole at the end.
struct Sink {
    const Options& options;
    std::string kept;
    bool anyError = false;

    void write(const std::string& text) {
        if (options.output.empty()) {
            std::fputs(text.c_str(), stdout);
            std::fflush(stdout);
        } else {
            kept += text;
        }
    }
    void write(const std::vector<Row>& rows) {
        for (const auto& row : rows) {
            anyError = anyError || !row.prediction;
            if (options.json)
                printJson(jsonOf(row));
            if (!options.json || !options.output.empty())
                write(csvLine(row));
        }
    }
};

core::Result<bool> predict(const Options& options) {
    const auto module = openLearning();
    if (!module)
        return core::failure(module);
    const auto predictor = (*module)->openModel(options.model, inference::DeviceChoice::automatic);
    if (!predictor)
        return core::failure(predictor);
    Interruption interruption;
    ProgressLine line;
    intake::FilmReader reader(core::readerProgram());
    BatchPredictor batch(**predictor, reader);
    Sink sink{options, {}, false};
    if (!options.json || !options.output.empty())
        sink.write("path,probability,logit,label,status,reason\n");
    const auto inputs = inputsOf(options.paths, reader);
    for (std::size_t i = 0; i < inputs.size() && !interruption.token().stop_requested(); ++i) {
        batch.add(inputs[i]);
        if (batch.isFull() || i + 1 == inputs.size()) {
            line.clear();
            sink.write(batch.take());
            line.show({i + 1, inputs.size(), "films"});
        }
    }
    if (!options.output.empty())
        if (const auto written = core::writeFileAtomically(options.output, sink.kept); !written)
            return core::failure(written);
    return sink.anyError || interruption.token().stop_requested();
}

} // namespace

void addPredictCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "predict", "Score films: path,probability,logit,label,status,reason; exit 1 if any is in error");
    command->add_option("--model", options->model, "The .psmodel")->required()->type_name("M");
    command->add_option("paths", options->paths, "Films or folders")->required()->type_name("PATH");
    command->add_option("--output", options->output, "CSV to write instead of standard output")
        ->type_name("CSV");
    command->add_flag("--json", options->json, "One JSON object a film");
    command->callback([options, &run] {
        run = [options](const Context&) {
            const auto anyError = predict(*options);
            if (!anyError)
                printError(anyError.error());
            return anyError && !*anyError ? success : failed;
        };
    });
}

} // namespace pleurascope::cli
