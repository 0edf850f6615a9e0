// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pleurascope::ui::browse {

/// Rows of the worklist that were looked at lately, by study. What is asked for and not there, or older than
/// the last `renew`, is fetched off the GUI thread, what is asked for together at once. GUI thread.
class StudyRows : public QObject {
    Q_OBJECT
public:
    explicit StudyRows(store::Library& library, QObject* parent = nullptr);

    /// Null where it is not there yet: it comes.
    [[nodiscard]] store::WorklistRow* find(std::int64_t studyId);
    void put(const std::vector<store::WorklistRow>& rows);
    /// All rows may have changed: they are shown until they have come again.
    void renew(const std::string& modelHash);
    /// Takes the scores away: another model has been chosen.
    void forgetScores();
    /// Of a film that stands in a row.
    [[nodiscard]] std::optional<std::int64_t> studyOfFilm(std::int64_t filmId) const;
    /// Those that were looked at last.
    [[nodiscard]] std::vector<std::int64_t> lookedAt() const;

Q_SIGNALS:
    void came(const std::vector<pleurascope::store::WorklistRow>& rows);

private:
    struct Entry {
        store::WorklistRow row;
        int generation = 0;
        std::uint64_t lookedAt = 0;
    };
    void fetch();
    void dropOldest();

    store::Library& m_library;
    std::string m_modelHash;
    std::unordered_map<std::int64_t, Entry> m_entries;
    std::vector<std::int64_t> m_wanted;
    int m_generation = 1;
    std::uint64_t m_clock = 0; ///< counts looks
    QTimer m_soon;
    tasks::LatestTask<core::Result<std::vector<store::WorklistRow>>> m_task;
};

} // namespace pleurascope::ui::browse
