// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FilmLoader.h"

#include "engine/core/Sha256.h"

namespace pleurascope::training {

namespace {

constexpr std::size_t filmsAhead = 16;

} // namespace

FilmLoader::FilmLoader(const data::Dataset& dataset, int inputSize, intake::FilmReader& reader)
    : m_dataset(dataset)
    , m_inputSize(inputSize)
    , m_reader(reader)
    , m_ahead([this] { return load(); }, filmsAhead) {}

std::optional<core::Result<LoadedFilm>> FilmLoader::load() {
    if (m_next == m_dataset.samples.size())
        return std::nullopt;
    const auto file = m_dataset.fileOf(m_dataset.samples[m_next++]);
    auto hash = core::sha256OfFile(file);
    if (!hash)
        return core::failure(hash);
    const auto film = m_reader.readFilm(file);
    if (!film)
        return core::failureIn(film.error(), file.string());
    return LoadedFilm{imaging::inputPlanes(film->image, m_inputSize), std::move(*hash)};
}

} // namespace pleurascope::training
