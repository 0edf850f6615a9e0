// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/InputPlanes.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/ReadAhead.h"
#include "engine/training/RunData.h"

namespace pleurascope::training {

/// An item, ready for a network.
struct LoadedItem {
    Item item;
    std::string identity;        ///< names its pixels
    imaging::InputPlanes planes; ///< empty where the row was kept
    std::vector<std::byte> row;  ///< what was kept of it, or empty
};

/// Brings items to the network's size, a few ahead, each film read once for all items in a row that are made
/// of it. Films of which all items are kept already are not read.
class ItemLoader {
public:
    /// Looks for a kept row by identity; empty where there is none. Called on the loader's thread.
    using Kept = std::function<std::vector<std::byte>(const std::string& identity)>;

    ItemLoader(const RunData& data, std::vector<Item> items, int inputSize, intake::FilmReader& reader,
               Kept kept);
    /// The next item; nothing after the last. Errors: those of FilmReader::readFilm.
    [[nodiscard]] std::optional<core::Result<LoadedItem>> next() { return m_ahead.next(); }

private:
    [[nodiscard]] std::optional<core::Result<LoadedItem>> load();
    [[nodiscard]] core::Result<void> readFilm(int film);

    const RunData& m_data;
    const std::vector<Item> m_items;
    const int m_inputSize;
    intake::FilmReader& m_reader;
    const Kept m_kept;
    std::size_t m_next = 0;
    int m_filmRead = -1; ///< whose pixels m_pixels are
    core::PixelBuffer m_pixels;
    ReadAhead<LoadedItem> m_ahead; // last: its thread uses the rest
};

} // namespace pleurascope::training
