// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"
#include "engine/imaging/InputPlanes.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/ReadAhead.h"

namespace pleurascope::training {

/// A film of a dataset, read and brought to the network's size.
struct LoadedFilm {
    imaging::InputPlanes planes;
    std::string sha256; ///< of the file
};

/// Reads the films of a dataset in order, a few ahead.
class FilmLoader {
public:
    FilmLoader(const data::Dataset& dataset, int inputSize, intake::FilmReader& reader);

    /// The next film; nothing after the last. Errors: those of FilmReader::readFilm; none comes after an
    /// error.
    [[nodiscard]] std::optional<core::Result<LoadedFilm>> next() { return m_ahead.next(); }

private:
    [[nodiscard]] std::optional<core::Result<LoadedFilm>> load();

    const data::Dataset& m_dataset;
    const int m_inputSize;
    intake::FilmReader& m_reader;
    std::size_t m_next = 0; ///< of the reading thread
    ReadAhead<LoadedFilm> m_ahead;
};

} // namespace pleurascope::training
