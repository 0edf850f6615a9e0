// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/JsonLine.h"
#include "engine/core/Files.h"
#include "engine/dicom/deidentification/Deidentifier.h"
#include "engine/imaging/BurnedInText.h"
#include "engine/imaging/GreyScale.h"
#include "engine/intake/FileBytes.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <random>
#include <set>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;
using Dates = dicom::DeidentificationOptions::Dates;

struct Options {
    std::string input, output, seed, report;
    bool keepDates = false;
    bool shiftDates = false;
    bool maskText = false;
};

/// What became of one file.
struct Outcome {
    core::Result<std::filesystem::path> written;
    std::vector<imaging::TextLine> text;
    std::vector<dicom::DeidentificationChange> changes;
};

/// Of nobody's knowledge, so that no one can link the copies to the originals.
std::string randomSeed() {
    std::random_device device;
    std::string seed;
    for (int i = 0; i < 8; ++i)
        seed += std::to_string(device()) + ' ';
    return seed;
}

class DeidentifyRun {
public:
    explicit DeidentifyRun(const Options& options)
        : m_options(options)
        , m_reader(filmReader(false))
        , m_isFolder(std::filesystem::is_directory(options.input) ||
                     std::filesystem::is_directory(options.output)) {
        if (!options.report.empty())
            m_report.open(options.report);
        m_inputs = inputsOf({options.input}, *m_reader);
        m_isFolder = m_isFolder || m_inputs.size() != 1 || // a ZIP file, even of one member
                     (m_inputs.front() && *m_inputs.front() != options.input);
        m_seed = options.seed.empty() ? randomSeed() : options.seed;
    }

    int run() {
        if (!m_options.report.empty() && !m_report)
            return fail({core::ErrorCode::writeFailed, {}, m_options.report});
        for (const auto& input : m_inputs) {
            const std::filesystem::path file = input ? *input : std::filesystem::path(input.error().path);
            auto outcome = input ? process(file) : Outcome{core::failure(input), {}, {}};
            if (!outcome.written)
                printError(core::failureIn(outcome.written.error(), file).value());
            count(outcome);
            report(file, outcome);
        }
        std::printf("%d de-identified, %d refused; text in the pixels of %d%s\n", m_done, m_refused,
                    m_withText,
                    m_withText > 0 && !m_options.maskText ? ", which is left there (--mask-text)" : "");
        return m_refused > 0 ? failed : success;
    }

private:
    /// The isolated reader sees the file first: what it survives is parsed here.
    Outcome process(const std::filesystem::path& file) {
        Outcome outcome{core::failure(core::ErrorCode::internal), {}, {}};
        auto text = findText(file);
        if (!text) {
            outcome.written = core::failure(text);
            return outcome;
        }
        outcome.text = std::move(*text);
        auto clean = intake::readFileBytes(file).and_then(
            [&](const core::Bytes& bytes) { return dicom::deidentify(bytes, optionsFor(outcome.text)); });
        if (!clean) {
            outcome.written = core::failure(clean);
            return outcome;
        }
        outcome.changes = std::move(clean->changes);
        outcome.written = write(*clean);
        return outcome;
    }

    /// In the first, middle and last frame.
    core::Result<std::vector<imaging::TextLine>> findText(const std::filesystem::path& file) {
        std::vector<imaging::TextLine> all;
        std::set<int> frames{0};
        for (auto frame = frames.begin(); frame != frames.end(); ++frame) {
            const auto film = m_reader->readFilm(file, *frame);
            if (!film && film.error().code == core::ErrorCode::noPixels && isCleanedWithoutPicture(file))
                return all;
            if (!film)
                return core::failure(film);
            if (film->header.kind != intake::FileKind::dicom)
                return core::failure(core::ErrorCode::unsupportedFormat,
                                     "only DICOM files are de-identified");
            if (*frame == 0)
                frames.insert({film->header.instance.frames / 2, film->header.instance.frames - 1});
            const auto& image = film->asStored();
            const auto lines =
                imaging::findBurnedInText(image.isGrey() ? imaging::renderDefault(image) : image.pixels);
            all.insert(all.end(), lines.begin(), lines.end());
        }
        return all;
    }

    [[nodiscard]] bool isCleanedWithoutPicture(const std::filesystem::path& file) {
        const auto known = m_reader->readKnown(file);
        return known && dicom::isCleanedWithoutPicture(known->header.instance.sopClassUid);
    }

    [[nodiscard]] dicom::DeidentificationOptions
    optionsFor(const std::vector<imaging::TextLine>& text) const {
        dicom::DeidentificationOptions options;
        options.seed = m_seed;
        if (m_options.keepDates || m_options.shiftDates)
            options.dates = m_options.keepDates ? Dates::keep : Dates::shift;
        if (m_options.maskText)
            for (const auto& line : text)
                options.masks.push_back({line.left, line.top, line.right, line.bottom});
        options.isTextLeft = !m_options.maskText && !text.empty();
        return options;
    }

    /// A file in a folder is called by its new UID: old names often are patients'.
    core::Result<std::filesystem::path> write(const dicom::DeidentifiedFile& clean) const {
        std::filesystem::path path = m_options.output;
        if (m_isFolder) {
            std::error_code error;
            std::filesystem::create_directories(path, error);
            path /= clean.instanceUid + ".dcm";
        }
        if (std::filesystem::exists(path))
            return core::failure(core::ErrorCode::alreadyExists,
                                 m_isFolder ? "a file with the same instance UID was written before" : "",
                                 m_isFolder ? std::string() : path.string());
        return core::writeFileAtomically(path, clean.bytes).map([&] { return path; });
    }

    void count(const Outcome& outcome) {
        ++(outcome.written ? m_done : m_refused);
        m_withText += outcome.text.empty() ? 0 : 1;
    }

    void report(const std::filesystem::path& file, const Outcome& outcome) {
        auto text = ordered_json::array();
        for (const auto& line : outcome.text)
            text.push_back({line.left, line.top, line.right, line.bottom});
        auto changes = ordered_json::array();
        for (const auto& change : outcome.changes)
            changes.push_back({{"element", change.path}, {"action", change.action}});
        ordered_json object{{"source", file.string()}, {"status", outcome.written ? "ok" : "refused"}};
        if (outcome.written)
            object["output"] = outcome.written->string();
        else
            object["reason"] = reasonText(outcome.written.error());
        object["text_boxes"] = text;
        object["text_masked"] = m_options.maskText && outcome.written && !outcome.text.empty();
        object["changes"] = changes;
        if (m_report.is_open())
            m_report << jsonLine(object) << '\n';
    }

    const Options& m_options;
    std::unique_ptr<intake::FilmReader> m_reader;
    bool m_isFolder; ///< copies go into one
    std::vector<Input> m_inputs;
    std::ofstream m_report;
    std::string m_seed;
    int m_done = 0;
    int m_refused = 0;
    int m_withText = 0;
};

} // namespace

void addDeidentifyCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "deidentify", "Write copies of DICOM images, presentation states and key object selections without "
                      "what identifies a person (PS3.15 Basic Profile); exit 1 if any file is refused. Look "
                      "at the copies before you give them away");
    command->add_option("in", options->input, "DICOM file, folder, ZIP file or DICOMDIR")
        ->required()
        ->type_name("IN");
    command
        ->add_option("out", options->output, "File to write, or a folder, where files get new UIDs as names")
        ->required()
        ->type_name("OUT");
    auto* keep = command->add_flag("--keep-dates", options->keepDates, "Keep all dates but the birth date");
    command
        ->add_flag("--shift-dates", options->shiftDates,
                   "Move all dates of a patient back by the same secret number of days")
        ->excludes(keep);
    command
        ->add_option(
            "--seed", options->seed,
            "Secret that new UIDs, pseudonyms and shifts depend on (default: random, never the same)")
        ->type_name("S");
    command->add_flag("--mask-text", options->maskText,
                      "Blacken lines of text that are found in the pixels (native pixel data are written)");
    command
        ->add_option("--report", options->report,
                     "What was changed in each file, as JSON lines; it names the originals' paths")
        ->type_name("FILE");
    command->callback(
        [options, &run] { run = [options](const Context&) { return DeidentifyRun(*options).run(); }; });
}

} // namespace pleurascope::cli
