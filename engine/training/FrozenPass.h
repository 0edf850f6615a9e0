// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/FreeMemory.h"
#include "engine/training/FrozenPart.h"
#include "engine/training/ItemLoader.h"
#include "engine/training/RowStore.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace pleurascope::training {

class FeatureCache;

/// Takes items through the frozen part of a network, once each, and keeps their rows; decoding and copying
/// overlap the network's work. Rows that a cache holds are taken from it.
class FrozenPass {
public:
    struct Config {
        int inputSize = 224;
        std::size_t expected = 0;     ///< rows in all
        std::filesystem::path folder; ///< for rows that do not fit into memory
        FeatureCache* cache = nullptr;
    };
    /// Errors: writeFailed, diskFull.
    [[nodiscard]] static core::Result<FrozenPass> create(FrozenPart part, const RunData& data,
                                                         intake::FilmReader& reader, Config config);

    /// Adds the rows of `items`, in order. Ends early, with what is done so far, where `stop` came.
    /// `itemDone` is called after each. Errors: those of FilmReader::readFilm, outOfMemory, writeFailed,
    /// diskFull.
    [[nodiscard]] core::Result<void> take(const std::vector<Item>& items, const std::stop_token& stop,
                                          const std::function<void()>& itemDone);
    /// Forgets all items but the first `count`.
    void keepFirst(std::size_t count);

    [[nodiscard]] std::int64_t rowOf(const Item& item) const { return m_rowOf.at(item); }
    /// The item of each row.
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] std::shared_ptr<const RowStore> rows() const { return m_rows; }

private:
    FrozenPass(FrozenPart part, const RunData& data, intake::FilmReader& reader, Config config,
               std::shared_ptr<RowStore> rows);
    [[nodiscard]] std::vector<torch::Tensor> forward(std::span<const imaging::InputPlanes> planes);
    [[nodiscard]] core::Result<void> flush();
    [[nodiscard]] core::Result<void> keep(const LoadedItem& item, const std::vector<torch::Tensor>& computed);
    [[nodiscard]] std::string keyOf(const std::string& identity) const;

    FrozenPart m_part;
    const RunData* m_data;
    intake::FilmReader* m_reader;
    Config m_config;
    std::string m_partIdentity; ///< with input size and scaling; empty without a cache
    std::shared_ptr<RowStore> m_rows;
    std::vector<Item> m_items;
    std::map<Item, std::int64_t> m_rowOf;
    std::deque<LoadedItem> m_waiting; ///< for enough to make a batch
    FreeMemory m_freeMemory;
};

} // namespace pleurascope::training
