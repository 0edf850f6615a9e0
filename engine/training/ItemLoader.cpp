// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/ItemLoader.h"

#include "engine/imaging/GreyScale.h"

#include <algorithm>

namespace pleurascope::training {

namespace {

constexpr std::size_t itemsAhead = 24;

void mirror(imaging::InputPlanes& planes) {
    const auto size = static_cast<std::ptrdiff_t>(planes.size);
    for (auto row = planes.values.begin(); row != planes.values.end(); row += size)
        std::reverse(row, row + size);
}

} // namespace

ItemLoader::ItemLoader(const RunData& data, std::vector<Item> items, int inputSize,
                       intake::FilmReader& reader, Kept kept)
    : m_data(data)
    , m_items(std::move(items))
    , m_inputSize(inputSize)
    , m_reader(reader)
    , m_kept(std::move(kept))
    , m_ahead([this] { return load(); }, itemsAhead) {}

core::Result<void> ItemLoader::readFilm(int film) {
    if (m_filmRead == film)
        return {};
    const auto file = m_data.dataset.fileOf(m_data.dataset.samples[static_cast<std::size_t>(film)]);
    const auto read = m_reader.readFilm(file);
    if (!read)
        return core::failureIn(read.error(), file.string());
    m_pixels = imaging::renderDefault(read->image);
    m_filmRead = film;
    return {};
}

std::optional<core::Result<LoadedItem>> ItemLoader::load() {
    if (m_next == m_items.size())
        return std::nullopt;
    const Item item = m_items[m_next++];
    const auto& sha256 = m_data.filmSha256[static_cast<std::size_t>(item.film)];
    LoadedItem loaded{item, m_data.plan.identityOf(item, sha256), {}, {}};
    loaded.row = m_kept(loaded.identity);
    if (!loaded.row.empty())
        return loaded;
    if (const auto read = readFilm(item.film); !read)
        return core::failure(read);
    loaded.planes = imaging::inputPlanes(m_data.plan.pixelsOf(item, m_pixels, sha256), m_inputSize);
    if (item.mirrored)
        mirror(loaded.planes);
    return loaded;
}

} // namespace pleurascope::training
