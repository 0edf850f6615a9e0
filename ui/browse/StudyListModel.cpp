// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyListModel.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

namespace pleurascope::ui::browse {

namespace {

constexpr int firstRows = 100; ///< what stands on the screen before the whole list is known
constexpr int pauseMs = 250;   ///< between a score and the order that it changes: many may come together

std::string asStored(const QDateTime& moment) {
    return moment.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toStdString();
}

/// Those of `ids` that stand in `places`, or that do not.
std::vector<std::int64_t> among(const std::vector<std::int64_t>& ids,
                                const std::unordered_map<std::int64_t, int>& places, bool inside) {
    std::vector<std::int64_t> some;
    for (const std::int64_t id : ids)
        if (places.contains(id) == inside)
            some.push_back(id);
    return some;
}

std::unordered_map<std::int64_t, int> placesOf(const std::vector<std::int64_t>& ids) {
    std::unordered_map<std::int64_t, int> places;
    places.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        places.emplace(ids[i], int(i));
    return places;
}

} // namespace

StudyListModel::StudyListModel(store::Library& library, QObject* parent)
    : QAbstractTableModel(parent)
    , m_library(library)
    , m_rows(library) {
    m_question.order = store::StudyOrder::triage;
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(pauseMs);
    connect(&m_askSoon, &QTimer::timeout, this, &StudyListModel::reload);
    connect(&m_rows, &StudyRows::came, this, &StudyListModel::rowsCame);
}

void StudyListModel::reload() {
    m_isStale = true;
    ask();
}

void StudyListModel::ask() {
    m_askSoon.stop();
    ListingQuestion question{withChip(m_question, m_chip), m_isStale, {}};
    if (m_isStale)
        question.wanted = m_rows.lookedAt();
    const QDateTime now = QDateTime::currentDateTime();
    question.filter.waitingSince = asStored(now.addSecs(-3600LL * m_longestWaitHours));
    question.filter.readBefore = asStored(now.date().startOfDay());
    if (!m_isBegun)
        question.filter.limit = firstRows;
    m_ask.start(
        [&library = m_library, question](std::stop_token) { return askForListing(library, question); },
        [this](auto listing) { take(std::move(listing)); });
}

void StudyListModel::take(core::Result<StudyListing> listing) {
    if (!listing) {
        Q_EMIT failed(listing.error());
        return;
    }
    if (listing->counts) { // the library was looked at anew
        m_counts = *listing->counts;
        m_isStale = false;
        m_rows.renew(m_question.modelHash);
    }
    const bool isCut = !m_isBegun && int(listing->ids.size()) >= firstRows;
    m_isBegun = true;
    show(std::move(*listing));
    Q_EMIT listed();
    if (isCut)
        ask();
}

void StudyListModel::setFilter(StudyFilter filter) {
    m_chip = filter;
    ask();
}

void StudyListModel::setSearch(const QString& words) {
    m_question.text = words.toStdString();
    ask();
}

void StudyListModel::sortByTriage() {
    m_question.order = store::StudyOrder::triage;
    ask();
}

void StudyListModel::sortByColumn(int column, Qt::SortOrder order) {
    constexpr std::array orders{store::StudyOrder::triage,      store::StudyOrder::patient,
                                store::StudyOrder::date,        store::StudyOrder::view,
                                store::StudyOrder::description, store::StudyOrder::score,
                                store::StudyOrder::state};
    m_question.order = orders.at(std::size_t(column));
    m_question.descending = order == Qt::DescendingOrder;
    ask();
}

void StudyListModel::setModelHash(const QString& hash) {
    if (hash == modelHash())
        return;
    m_question.modelHash = hash.toStdString();
    m_rows.renew(m_question.modelHash);
    m_rows.forgetScores();
    for (const std::int64_t study : m_rows.lookedAt())
        changed(study);
}

void StudyListModel::setLongestWait(int hours) {
    m_longestWaitHours = hours;
}

void StudyListModel::show(StudyListing listing) {
    m_rows.put(listing.rows);
    auto ids = std::move(listing.ids);
    const auto before = m_listing.ids;
    m_listing = std::move(listing);
    const auto rows = std::exchange(m_listing.rows, {});
    m_listing.ids = before;
    if (ids != before)
        arrange(std::move(ids));
    rowsCame(rows);
}

/// From one order to another so that what is chosen stays so: those that stay first, then without those that
/// go, with those that come, and into the new order.
void StudyListModel::arrange(std::vector<std::int64_t> ids) {
    const auto places = placesOf(ids);
    auto staying = among(ids, m_places, true);
    const auto going = among(m_listing.ids, places, false);
    if (!going.empty()) {
        auto first = staying;
        first.insert(first.end(), going.begin(), going.end());
        reorder(first);
        beginRemoveRows({}, int(staying.size()), int(first.size()) - 1);
        m_listing.ids = staying;
        m_places = placesOf(staying);
        endRemoveRows();
    }
    const auto coming = among(ids, m_places, false);
    if (!coming.empty()) {
        beginInsertRows({}, int(m_listing.ids.size()), int(ids.size()) - 1);
        m_listing.ids.insert(m_listing.ids.end(), coming.begin(), coming.end());
        m_places = placesOf(m_listing.ids);
        endInsertRows();
    }
    reorder(ids);
}

void StudyListModel::reorder(const std::vector<std::int64_t>& ids) {
    if (ids == m_listing.ids)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const auto before = m_listing.ids;
    m_listing.ids = ids;
    m_places = placesOf(ids);
    QModelIndexList to;
    const QModelIndexList from = persistentIndexList();
    for (const QModelIndex& old : from)
        to << index(m_places.at(before[std::size_t(old.row())]), old.column());
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

void StudyListModel::rowsCame(const std::vector<store::WorklistRow>& rows) {
    for (const auto& row : rows)
        changed(row.study.id);
}

void StudyListModel::applyScore(const reading::ScoredFilm& scored) {
    if (scored.prediction.modelHash != m_question.modelHash)
        return;
    if (m_places.contains(scored.studyId))
        if (auto* row = m_rows.find(scored.studyId)) {
            row->prediction = scored.prediction;
            changed(scored.studyId);
        }
    if (!m_askSoon.isActive())
        m_askSoon.start();
}

void StudyListModel::setThumbnail(qint64 filmId, const QImage& thumbnail) {
    m_thumbnails.insert(filmId, thumbnail);
    if (const auto study = m_rows.studyOfFilm(filmId))
        changed(*study);
}

void StudyListModel::setCannotBeShown(qint64 filmId) {
    m_cannotBeShown.insert(filmId, true);
    if (const auto study = m_rows.studyOfFilm(filmId))
        changed(*study);
}

std::optional<StudyGroup> StudyListModel::group(int row) const {
    if (!isTriageOrder())
        return std::nullopt;
    int end = 0;
    for (std::size_t i = 0; i < m_listing.groupSizes.size(); ++i)
        if (row < (end += m_listing.groupSizes[i]))
            return StudyGroup(i);
    return std::nullopt;
}

const store::WorklistRow& StudyListModel::study(int row) const {
    const std::int64_t id = m_listing.ids[std::size_t(row)];
    if (const auto* known = m_rows.find(id))
        return *known;
    static store::WorklistRow coming;
    coming.study.id = id;
    return coming;
}

bool StudyListModel::isLoaded(int row) const {
    return m_rows.find(m_listing.ids[std::size_t(row)]) != nullptr;
}

StateContext StudyListModel::context(int row) const {
    return {!m_question.modelHash.empty(), m_cannotBeShown.contains(study(row).film.id)};
}

QModelIndex StudyListModel::indexOf(qint64 studyId) const {
    const auto place = m_places.find(studyId);
    return place == m_places.end() ? QModelIndex() : index(place->second, 0);
}

bool StudyListModel::isUnread(int row) const {
    if (const auto place = group(row))
        return *place != StudyGroup::readToday && *place != StudyGroup::readBefore;
    return !m_listing.read.contains(m_listing.ids[std::size_t(row)]);
}

int StudyListModel::raisedAbove(int row) const {
    const std::int64_t raised = m_listing.ids[std::size_t(row)];
    int passed = 0;
    for (int i = row + 1; i < rowCount() && isUnread(i); ++i)
        passed += m_listing.ids[std::size_t(i)] < raised ? 1 : 0;
    return passed;
}

std::optional<qint64> StudyListModel::neighbour(qint64 studyId, int step) const {
    const auto place = m_places.find(studyId);
    if (place == m_places.end())
        return std::nullopt;
    const int row = place->second + step;
    return row >= 0 && row < rowCount() ? std::optional<qint64>(m_listing.ids[std::size_t(row)])
                                        : std::nullopt;
}

std::optional<qint64> StudyListModel::nextUnread(qint64 studyId) const {
    const auto from = m_places.find(studyId);
    const int first = from == m_places.end() ? 0 : from->second + 1;
    for (int i = 0; i < rowCount(); ++i) {
        const int row = (first + i) % rowCount();
        const std::int64_t id = m_listing.ids[std::size_t(row)];
        if (id != studyId && isUnread(row))
            return id;
    }
    return std::nullopt;
}

void StudyListModel::changed(std::int64_t studyId) {
    if (const auto place = m_places.find(studyId); place != m_places.end())
        Q_EMIT dataChanged(index(place->second, 0), index(place->second, columns - 1));
}

} // namespace pleurascope::ui::browse
