// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what becomes of every file below a folder, as the tables of engine/dicom/README.md.
#include "engine/core/Files.h"
#include "engine/dicom/DicomFile.h"
#include "engine/dicom/directory/DicomDirectory.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace pleurascope;

struct Outcome {
    int shown = 0, partial = 0, noPixels = 0, other = 0, refused = 0;
};

struct Refusal {
    std::string file, cause;
};

/// A DICOMDIR may be read leniently where no film would be.
bool isDirectory(const std::filesystem::path& path) {
    const auto bytes = core::readFile(path);
    return bytes && dicom::readDirectory(*bytes);
}

/// What one reading gave, added to the counts of its corpus.
void count(const std::filesystem::path& path, const std::string& name, Outcome& outcome,
           std::vector<Refusal>& details) {
    const auto film = dicom::readFilm(path);
    if (film && !film->isPartial)
        ++outcome.shown;
    else if (film) {
        ++outcome.partial;
        details.push_back({name, "shown: " + film->warnings.back()});
    } else if (film.error().code == core::ErrorCode::noPixels || isDirectory(path))
        ++outcome.noPixels;
    else if (film.error().code == core::ErrorCode::notRecognised)
        ++outcome.other;
    else {
        ++outcome.refused;
        details.push_back(
            {name, std::string(core::errorCodeName(film.error().code)) + ": " + film.error().detail});
    }
}

std::string corpusOf(const std::filesystem::path& relative) {
    auto part = relative.begin();
    const auto first = part->string();
    return first == "conformance" && ++part != relative.end() ? part->string() : first;
}

} // namespace

int main(int argumentCount, char** arguments) {
    if (argumentCount != 2) {
        std::fputs("usage: dicom_corpus_table FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(std::filesystem::relative(entry.path(), folder));
    std::sort(files.begin(), files.end());
    std::map<std::string, Outcome> outcomes;
    std::vector<Refusal> details;
    double slowest = 0;
    for (const auto& file : files) {
        const auto begin = std::chrono::steady_clock::now();
        count(folder / file, file.string(), outcomes[corpusOf(file)], details);
        slowest = std::max(slowest,
                           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::puts(
        "| Corpus | shown | in part | no picture in it | not DICOM | refused |\n|---|---|---|---|---|---|");
    for (const auto& [corpus, o] : outcomes)
        std::printf("| %s | %d | %d | %d | %d | %d |\n", corpus.c_str(), o.shown, o.partial, o.noPixels,
                    o.other, o.refused);
    std::puts("\n| File | What becomes of it |\n|---|---|");
    for (const auto& [file, cause] : details)
        std::printf("| `%s` | %s |\n", std::filesystem::path(file).filename().c_str(), cause.c_str());
    std::fprintf(stderr, "%zu files, the slowest %.2f s\n", files.size(), slowest);
    return 0;
}
