// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyRows.h"

#include <algorithm>

namespace pleurascope::ui::browse {

namespace {

constexpr std::size_t keptRows = 3000; ///< about 4 MB
constexpr std::size_t fetchedAtOnce = 400;

} // namespace

StudyRows::StudyRows(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StudyRows::fetch);
}

store::WorklistRow* StudyRows::find(std::int64_t studyId) {
    const auto known = m_entries.find(studyId);
    const bool isFresh = known != m_entries.end() && known->second.generation == m_generation;
    if (known != m_entries.end())
        known->second.lookedAt = ++m_clock;
    if (!isFresh) {
        m_wanted.push_back(studyId);
        if (!m_soon.isActive())
            m_soon.start();
    }
    return known == m_entries.end() ? nullptr : &known->second.row;
}

void StudyRows::put(const std::vector<store::WorklistRow>& rows) {
    for (const auto& row : rows) {
        Entry& entry = m_entries[row.study.id];
        entry.row = row;
        entry.generation = m_generation;
        entry.lookedAt = std::max(entry.lookedAt, m_clock);
    }
    dropOldest();
}

void StudyRows::renew(const std::string& modelHash) {
    m_modelHash = modelHash;
    ++m_generation;
    m_task.cancel(); // what it brings is of before
}

void StudyRows::forgetScores() {
    for (auto& [id, entry] : m_entries)
        entry.row.prediction.reset();
}

std::optional<std::int64_t> StudyRows::studyOfFilm(std::int64_t filmId) const {
    const auto entry = std::ranges::find_if(
        m_entries, [filmId](const auto& known) { return known.second.row.film.id == filmId; });
    return entry == m_entries.end() ? std::nullopt : std::optional(entry->first);
}

std::vector<std::int64_t> StudyRows::lookedAt() const {
    constexpr std::size_t screens = 200;
    std::vector<std::pair<std::uint64_t, std::int64_t>> looks;
    for (const auto& [id, entry] : m_entries)
        looks.emplace_back(entry.lookedAt, id);
    const auto count = std::min(screens, looks.size());
    std::ranges::partial_sort(looks, looks.begin() + std::ptrdiff_t(count), std::greater());
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.push_back(looks[i].second);
    return ids;
}

void StudyRows::fetch() {
    if (m_task.isRunning())
        return; // what is wanted is taken when that is there
    // what was asked for last is what is in sight now
    std::vector<std::int64_t> ids;
    for (auto wanted = m_wanted.rbegin(); wanted != m_wanted.rend() && ids.size() < fetchedAtOnce; ++wanted)
        ids.push_back(*wanted);
    m_wanted.clear();
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    m_task.start([&library = m_library, ids,
                  model = m_modelHash](std::stop_token) { return library.rows(ids, model); },
                 [this](const auto& rows) {
                     if (!m_wanted.empty())
                         m_soon.start();
                     if (!rows)
                         return; // the next listing says so
                     put(*rows);
                     Q_EMIT came(*rows);
                 });
}

void StudyRows::dropOldest() {
    if (m_entries.size() <= keptRows)
        return;
    std::vector<std::uint64_t> looks;
    for (const auto& [id, entry] : m_entries)
        looks.push_back(entry.lookedAt);
    const auto half = looks.begin() + std::ptrdiff_t(looks.size() / 2);
    std::ranges::nth_element(looks, half);
    std::erase_if(m_entries, [limit = *half](const auto& entry) { return entry.second.lookedAt < limit; });
}

} // namespace pleurascope::ui::browse
