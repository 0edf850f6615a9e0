// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FilmLoader.h"

#include "engine/core/Sha256.h"

namespace pleurascope::training {

namespace {

constexpr std::size_t ahead = 16;

core::Result<LoadedFilm> load(const std::filesystem::path& file, int inputSize, intake::FilmReader& reader) {
    auto hash = core::sha256OfFile(file);
    if (!hash)
        return core::failure(hash);
    const auto film = reader.readFilm(file);
    if (!film)
        return core::failureIn(film.error(), file.string());
    return LoadedFilm{imaging::inputPlanes(film->image, inputSize), std::move(*hash)};
}

} // namespace

FilmLoader::FilmLoader(const data::Dataset& dataset, int inputSize, intake::FilmReader& reader)
    : m_dataset(dataset)
    , m_inputSize(inputSize)
    , m_reader(reader)
    , m_thread([this](std::stop_token stop) { work(stop); }) {}

FilmLoader::~FilmLoader() = default;

void FilmLoader::work(std::stop_token stop) {
    for (const auto& sample : m_dataset.samples) {
        auto film = load(m_dataset.fileOf(sample), m_inputSize, m_reader);
        const bool good = film.has_value();
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < ahead; }))
            return;
        m_ready.push_back(std::move(film));
        m_changed.notify_all();
        if (!good)
            return;
    }
}

std::optional<core::Result<LoadedFilm>> FilmLoader::next() {
    std::unique_lock lock(m_mutex);
    if (m_failed || m_taken == m_dataset.samples.size())
        return std::nullopt;
    m_changed.wait(lock, [this] { return !m_ready.empty(); });
    auto film = std::move(m_ready.front());
    m_ready.pop_front();
    ++m_taken;
    m_failed = !film.has_value();
    m_changed.notify_all();
    return film;
}

} // namespace pleurascope::training
