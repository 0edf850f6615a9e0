// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Dataset.h"
#include "engine/imaging/InputPlanes.h"
#include "engine/intake/FilmReader.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace pleurascope::training {

/// A film of a dataset, read and brought to the network's size.
struct LoadedFilm {
    imaging::InputPlanes planes;
    std::string sha256; ///< of the file
};

/// Reads the films of a dataset in order, a few ahead, on a thread of its own that ends with this object:
/// decoding overlaps the network's work.
class FilmLoader {
public:
    FilmLoader(const data::Dataset& dataset, int inputSize, intake::FilmReader& reader);
    ~FilmLoader();
    FilmLoader(const FilmLoader&) = delete;
    FilmLoader& operator=(const FilmLoader&) = delete;

    /// The next film; nothing after the last. Errors: those of FilmReader::readFilm; none comes after an
    /// error.
    [[nodiscard]] std::optional<core::Result<LoadedFilm>> next();

private:
    void work(std::stop_token stop);

    const data::Dataset& m_dataset;
    const int m_inputSize;
    intake::FilmReader& m_reader;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<core::Result<LoadedFilm>> m_ready;
    std::size_t m_taken = 0;
    bool m_failed = false;
    std::jthread m_thread; // last: starts when all else stands
};

} // namespace pleurascope::training
