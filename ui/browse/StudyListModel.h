// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ScoringQueue.h"
#include "ui/browse/StudyListing.h"
#include "ui/browse/StudyRows.h"
#include "ui/tasks/LatestTask.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QImage>
#include <QTimer>

#include <optional>
#include <unordered_map>
#include <vector>

namespace pleurascope::ui::browse {

/// The worklist as it is shown: filtered by chip and by words, in triage order (flagged by score, who waits
/// too long, the others as they arrived, then what has been read) or by a column. The library filters and
/// sorts, off the GUI thread; the model holds the order, and of the rows those that were looked at lately.
/// Selections and scroll positions survive a new order. GUI thread; the library must outlive the global
/// thread pool's work.
class StudyListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        thumbnailColumn,
        patientColumn,
        studyColumn,
        viewColumn,
        descriptionColumn,
        scoreColumn,
        stateColumn
    };
    static constexpr int columns = stateColumn + 1;
    enum Role { StudyIdRole = Qt::UserRole, ThumbnailRole, GroupRole };

    explicit StudyListModel(store::Library& library, QObject* parent = nullptr);

    /// The library has changed: asks for everything again. A search, a filter and an order ask for the list
    /// alone.
    void reload();
    void setFilter(StudyFilter filter);
    /// Every word must occur somewhere in name, id, accession, date or description.
    void setSearch(const QString& words);
    void sortByTriage();
    void sortByColumn(int column, Qt::SortOrder order);
    [[nodiscard]] bool isTriageOrder() const { return m_question.order == store::StudyOrder::triage; }
    /// Whose scores are shown.
    void setModelHash(const QString& hash);
    [[nodiscard]] QString modelHash() const { return QString::fromStdString(m_question.modelHash); }
    /// Who has waited longer than this stands with the flagged.
    void setLongestWait(int hours);
    [[nodiscard]] int longestWait() const { return m_longestWaitHours; }

    /// Puts a fresh prediction into its row, and asks for the order anew; scores of another model are left
    /// out.
    void applyScore(const reading::ScoredFilm& scored);
    void setThumbnail(qint64 filmId, const QImage& thumbnail);
    void setCannotBeShown(qint64 filmId);

    /// How many studies of the whole library a chip stands for.
    [[nodiscard]] int count(StudyFilter filter) const { return m_counts.ofChips[std::size_t(filter)]; }
    [[nodiscard]] bool showsBin() const { return m_chip == StudyFilter::bin; }
    /// Whether the library holds made-up studies alone.
    [[nodiscard]] bool isDemonstration() const { return m_counts.demonstration; }
    [[nodiscard]] int groupCount(StudyGroup group) const { return m_listing.groupSizes[std::size_t(group)]; }
    [[nodiscard]] std::optional<StudyGroup> group(int row) const;

    /// Empty but for its id while it is being fetched.
    [[nodiscard]] const store::WorklistRow& study(int row) const;
    [[nodiscard]] bool isLoaded(int row) const;
    [[nodiscard]] StateContext context(int row) const;
    [[nodiscard]] QModelIndex indexOf(qint64 studyId) const;
    /// How many unread studies that arrived earlier stand below this row because of its score.
    [[nodiscard]] int raisedAbove(int row) const;

    [[nodiscard]] std::optional<qint64> studyAfter(qint64 studyId) const { return neighbour(studyId, 1); }
    [[nodiscard]] std::optional<qint64> studyBefore(qint64 studyId) const { return neighbour(studyId, -1); }
    /// The next unread study below `studyId` (0: from the top), then from the top; never `studyId` itself.
    [[nodiscard]] std::optional<qint64> nextUnread(qint64 studyId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The order is the one that was asked for last.
    void listed();
    void failed(const pleurascope::core::Error& error);

private:
    void ask();
    void take(core::Result<StudyListing> listing);
    void show(StudyListing listing);
    void reorder(const std::vector<std::int64_t>& ids);
    void arrange(std::vector<std::int64_t> ids);
    void rowsCame(const std::vector<store::WorklistRow>& rows);
    void changed(std::int64_t studyId);
    [[nodiscard]] bool isUnread(int row) const;
    [[nodiscard]] std::optional<qint64> neighbour(qint64 studyId, int step) const;
    [[nodiscard]] QString words(int row, int column) const;

    store::Library& m_library;
    store::StudyFilter m_question; ///< without the chip and the moments, which are set when it is asked
    StudyFilter m_chip = StudyFilter::all;
    int m_longestWaitHours = 4;
    StudyListing m_listing;
    LibraryCounts m_counts;
    bool m_isStale = true; ///< counts and rows are of a library that has changed since
    std::unordered_map<std::int64_t, int> m_places; ///< row of a study
    mutable StudyRows m_rows;                       ///< looking at a row makes it come
    QHash<qint64, QImage> m_thumbnails;             ///< by film
    QHash<qint64, bool> m_cannotBeShown;
    bool m_isBegun = false;
    QTimer m_askSoon;
    tasks::LatestTask<core::Result<StudyListing>> m_ask;
};

} // namespace pleurascope::ui::browse
