// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FrozenPass.h"

#include "engine/core/Sha256.h"
#include "engine/model/TensorConversion.h"
#include "engine/training/FeatureCache.h"

#include <algorithm>

namespace pleurascope::training {

using core::Result;

namespace {

/// Items a pass of the network: two cores are busy, and a prediction beside it still gets through within a
/// second.
constexpr std::size_t passBatch = 8;

constexpr int batchesPerRelease = 16;

} // namespace

FrozenPass::FrozenPass(FrozenPart part, const RunData& data, intake::FilmReader& reader, Config config,
                       std::shared_ptr<RowStore> rows)
    : m_part(std::move(part))
    , m_data(&data)
    , m_reader(&reader)
    , m_config(std::move(config))
    , m_rows(std::move(rows))
    , m_freeMemory(batchesPerRelease) {
    if (m_config.cache != nullptr)
        m_partIdentity = m_part.identity();
}

Result<FrozenPass> FrozenPass::create(FrozenPart part, const RunData& data, intake::FilmReader& reader,
                                      Config config) {
    RowStore::Config store;
    store.shapes = part.shapes();
    store.half = part.givesMaps();
    store.expected = config.expected;
    store.folder = config.folder;
    auto rows = RowStore::create(std::move(store));
    if (!rows)
        return core::failure(rows);
    return FrozenPass(std::move(part), data, reader, std::move(config),
                      std::make_shared<RowStore>(std::move(*rows)));
}

std::string FrozenPass::keyOf(const std::string& identity) const {
    return core::sha256(identity + "\n" + m_partIdentity);
}

Result<void> FrozenPass::take(const std::vector<Item>& items, const std::stop_token& stop,
                              const std::function<void()>& itemDone) {
    const auto kept = [this](const std::string& identity) {
        return m_config.cache == nullptr ? std::vector<std::byte>{}
                                         : m_config.cache->find(keyOf(identity), m_rows->bytesPerRow());
    };
    ItemLoader loader(*m_data, items, m_config.inputSize, *m_reader, kept);
    while (auto item = loader.next()) {
        if (stop.stop_requested())
            break;
        if (!*item)
            return core::failure(*item);
        m_waiting.push_back(std::move(**item));
        const auto toCompute = std::ranges::count_if(m_waiting, [](const auto& w) { return w.row.empty(); });
        if (toCompute == 0 || static_cast<std::size_t>(toCompute) == passBatch)
            if (const auto flushed = flush(); !flushed)
                return flushed;
        itemDone();
    }
    return flush();
}

/// In halves, where the device's memory does not hold all of them at once.
std::vector<torch::Tensor> FrozenPass::forward(std::span<const imaging::InputPlanes> planes) {
    try {
        return m_part.forward(m_part.input(planes));
    } catch (const std::exception& exception) {
        if (model::errorFromTorch(exception).code != core::ErrorCode::outOfMemory || planes.size() < 2)
            throw;
    }
    auto parts = forward(planes.first(planes.size() / 2));
    const auto rest = forward(planes.subspan(planes.size() / 2));
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] = torch::cat({parts[i], rest[i]});
    return parts;
}

Result<void> FrozenPass::flush() {
    std::vector<imaging::InputPlanes> planes;
    for (auto& item : m_waiting)
        if (item.row.empty())
            planes.push_back(std::move(item.planes));
    std::vector<torch::Tensor> computed;
    try {
        if (!planes.empty())
            computed = forward(planes);
        m_freeMemory.tick();
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
    std::int64_t next = 0;
    for (const auto& item : m_waiting) {
        std::vector<torch::Tensor> row;
        if (item.row.empty()) {
            for (const auto& part : computed)
                row.push_back(part.slice(0, next, next + 1));
            ++next;
        }
        if (auto added = keep(item, row); !added)
            return added;
    }
    m_waiting.clear();
    return {};
}

Result<void> FrozenPass::keep(const LoadedItem& item, const std::vector<torch::Tensor>& computed) {
    auto added = computed.empty() ? m_rows->appendBytes(item.row) : m_rows->append(computed);
    if (!added)
        return added;
    if (m_config.cache != nullptr && !computed.empty())
        m_config.cache->put(keyOf(item.identity), m_rows->rowBytes(m_items.size()));
    m_rowOf[item.item] = static_cast<std::int64_t>(m_items.size());
    m_items.push_back(item.item);
    return {};
}

void FrozenPass::keepFirst(std::size_t count) {
    for (std::size_t row = count; row < m_items.size(); ++row)
        m_rowOf.erase(m_items[row]);
    m_items.resize(std::min(count, m_items.size()));
    m_rows->truncate(m_items.size());
}

} // namespace pleurascope::training
