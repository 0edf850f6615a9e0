// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::data {

/// One labelled film.
struct Sample {
    std::string path;      ///< relative to the dataset's root, as in the CSV
    int label = 0;         ///< index into Dataset::classes
    std::string patientId; ///< empty: not known; the film then counts as its own patient
    std::string view;
    std::string age;
    std::string sex;
    /// Films of one look group are as good as copies of one another and stay on one side; empty: of none.
    std::string lookGroup{};
};

struct Dataset {
    std::filesystem::path root;
    std::vector<std::string> classes; ///< sorted, or as they were given to datasetFromCsv
    std::vector<Sample> samples;      ///< folder order, or CSV order
    int positiveClass = 0;            ///< index into classes
    bool looksKnown = false;          ///< the table said which films look alike

    [[nodiscard]] std::filesystem::path fileOf(const Sample& sample) const { return root / sample.path; }
    [[nodiscard]] int countOf(int label) const;
};

/// `--positive` name, if given; else the class named `effusion`, else the last in sorted order. Errors:
/// unknownLabel.
[[nodiscard]] core::Result<int> positiveClass(const std::vector<std::string>& classes,
                                              const std::string& wanted);

/// Which files of a folder are films.
enum class FolderListing : std::uint8_t {
    films,  ///< .png .jpg .jpeg .tif .tiff .dcm
    asKeras ///< .bmp .gif .jpeg .jpg .png, and a folder without any is a class all the same: for Keras' split
};

/// One folder a class (Keras' image_dataset_from_directory: classes are the sorted sub-folders not starting
/// with ".", walked deeply). Errors: fileNotFound, emptyClass (names it; not `asKeras`), unknownLabel, and
/// invalidArgument with fewer than two classes.
[[nodiscard]] core::Result<Dataset> datasetFromFolder(const std::filesystem::path& root,
                                                      const std::string& positive = {},
                                                      FolderListing listing = FolderListing::films);

/// A CSV (RFC 4180) with `path,label` and optionally `patient_id,view,age,sex,look_group`; other columns are
/// ignored; paths are relative to `root` and must exist below it. `classes`, where given, are the only labels
/// allowed, in this order (evaluation with a model's classes). Errors: fileNotFound (a film's path, with its
/// line), invalidCsv (names the line; also a film under two labels), unknownLabel (names label and line),
/// emptyClass, and invalidArgument with fewer than two labels.
[[nodiscard]] core::Result<Dataset> datasetFromCsv(const std::filesystem::path& root,
                                                   const std::filesystem::path& csv,
                                                   const std::string& positive = {},
                                                   const std::vector<std::string>& classes = {});

/// A table that datasetFromCsv reads back: the films of `which` (indices into the samples), in that order,
/// every column.
[[nodiscard]] std::string csvOf(const Dataset& dataset, const std::vector<int>& which);

/// A field as RFC 4180 wants it, quoted where it must be.
[[nodiscard]] std::string csvField(const std::string& text);

} // namespace pleurascope::data
