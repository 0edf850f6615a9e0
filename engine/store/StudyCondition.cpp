// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/StudyCondition.h"

#include "engine/store/NameSound.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace pleurascope::store {

namespace {

/// Letters, not bytes of UTF-8.
std::size_t lengthOf(const std::string& word) {
    return std::size_t(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// A word as FTS5 takes it literally (sqlite.org/fts5.html, 3.1 strings).
std::string quoted(const std::string& word) {
    std::string text = "\"";
    for (const char c : word)
        text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

/// What contains `word`, as a LIKE pattern with '\' as its escape.
std::string containing(const std::string& word) {
    std::string text = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + "%";
}

/// "~M460" for a word that may be a name, the word itself where it cannot be one.
std::string asSound(const std::string& word) {
    const bool isName =
        lengthOf(word) >= 3 && std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
    const std::string code = isName ? soundex(word) : std::string();
    return code.empty() ? word : "~" + code;
}

} // namespace

StudyCondition::StudyCondition(const StudyFilter& filter, bool postgres, Sound sound,
                               std::optional<TriageGroup> group)
    : m_filter(filter)
    , m_postgres(postgres) {
    // The order in which these add parameters is the order in which fromAndWhere() names them.
    m_needsScore =
        group || filter.opinion || filter.scoreFrom || filter.scoreTo || filter.order == StudyOrder::score;
    if (m_needsScore)
        m_joinValues.emplace_back(filter.modelHash);
    m_parameters = int(m_joinValues.size());
    takeText(filter.text, sound);
    takeStudy();
    takeFilm();
    takeScore();
    takeReading();
    if (group)
        takeGroup(*group);
    else
        takeOrder();
}

std::string StudyCondition::parameter(std::vector<Value>& values, Value value) {
    values.push_back(std::move(value));
    return ":p" + std::to_string(m_parameters++);
}

void StudyCondition::where(const std::string& condition) {
    m_where += " AND " + condition;
}

/// `condition` has a '?' where the value goes.
void StudyCondition::where(const std::string& condition, Value value) {
    const auto place = condition.find('?');
    where(condition.substr(0, place) + parameter(m_whereValues, std::move(value)) +
          condition.substr(place + 1));
}

void StudyCondition::takeText(const std::string& text, Sound sound) {
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        std::ranges::replace(word, '^', ' '); // a name is indexed without it
        takeWord(sound == Sound::alike ? asSound(word) : word);
    }
    if (!m_match.empty())
        where("t.words MATCH ?", m_match);
}

void StudyCondition::takeWord(const std::string& word) {
    m_needsText = true;
    if (m_postgres)
        where("t.words LIKE lower(? COLLATE \"und-x-icu\")", containing(word));
    else if (lengthOf(word) >= 3)
        m_match += (m_match.empty() ? "" : " AND ") + quoted(word);
    else
        where("t.words LIKE ? ESCAPE '\\'", containing(word));
}

void StudyCondition::takeStudy() {
    if (!m_filter.dateFrom.empty())
        where("s.date >= ?", m_filter.dateFrom);
    if (!m_filter.dateTo.empty())
        where("s.date <> '' AND s.date <= ?", m_filter.dateTo);
    if (m_filter.demonstration)
        where(*m_filter.demonstration ? "s.demonstration = 1" : "s.demonstration = 0");
    if (!m_filter.patientId.empty())
        where("s.patient_key = ?", m_filter.patientId);
    if (!m_filter.description.empty())
        where(m_postgres ? "s.description ILIKE ?" : "s.description LIKE ? ESCAPE '\\'",
              containing(m_filter.description));
}

void StudyCondition::takeFilm() {
    m_needsFilm = !m_filter.modality.empty() || !m_filter.view.empty();
    if (!m_filter.modality.empty())
        where("f.modality = ?", m_filter.modality);
    if (!m_filter.view.empty())
        where("f.view = ?", m_filter.view);
}

void StudyCondition::takeScore() {
    if (m_filter.opinion)
        switch (*m_filter.opinion) {
        case OpinionState::none:
            where("c.study_id IS NULL");
            break;
        case OpinionState::scored:
            where("c.is_refused = 0");
            break;
        case OpinionState::flagged:
            where("c.is_flagged = 1");
            break;
        case OpinionState::refused:
            where("c.is_refused = 1");
            break;
        }
    if (m_filter.scoreFrom)
        where("c.is_refused = 0 AND c.probability >= ?", *m_filter.scoreFrom);
    if (m_filter.scoreTo)
        where("c.is_refused = 0 AND c.probability <= ?", *m_filter.scoreTo);
}

void StudyCondition::takeReading() {
    if (m_filter.reading)
        switch (*m_filter.reading) {
        case ReadingState::unread:
            where("s.verdict_id = 0 AND s.reading_by = ''");
            break;
        case ReadingState::reading:
            where("s.verdict_id = 0 AND s.reading_by <> ''");
            break;
        case ReadingState::read:
            where("s.verdict_id <> 0");
            break;
        }
    if (m_filter.agreement)
        switch (*m_filter.agreement) {
        case AgreementState::none:
            where("s.verdict_id = 0");
            break;
        case AgreementState::agreed:
            where("s.verdict_id <> 0 AND s.verdict_agrees = 1");
            break;
        case AgreementState::disputed:
            where("s.verdict_id <> 0 AND s.verdict_agrees = 0");
            break;
        }
}

void StudyCondition::takeGroup(TriageGroup group) {
    const bool isRead = group == TriageGroup::readToday || group == TriageGroup::readBefore;
    where(isRead ? "s.verdict_id <> 0" : "s.verdict_id = 0");
    m_order = isRead ? "s.verdict_id DESC" : "s.id";
    switch (group) {
    case TriageGroup::flagged:
        where("c.is_flagged = 1");
        m_order = "c.probability DESC, s.id";
        break;
    case TriageGroup::waiting:
        where("COALESCE(c.is_flagged, 0) = 0");
        where("s.imported_at < ?", m_filter.waitingSince);
        break;
    case TriageGroup::arrival:
        where("COALESCE(c.is_flagged, 0) = 0");
        where("s.imported_at >= ?", m_filter.waitingSince);
        break;
    case TriageGroup::readToday:
        where("s.verdict_at >= ?", m_filter.readBefore);
        break;
    case TriageGroup::readBefore:
        where("s.verdict_at < ?", m_filter.readBefore);
        break;
    }
}

void StudyCondition::takeOrder() {
    const std::string direction = m_filter.descending ? " DESC" : "";
    switch (m_filter.order) {
    case StudyOrder::newest:
    case StudyOrder::triage: // by its groups
        m_order = "s.date DESC, s.time DESC, s.id DESC";
        return;
    case StudyOrder::patient:
        m_order = "s.patient_name";
        break;
    case StudyOrder::patientId:
        m_order = "s.patient_id";
        break;
    case StudyOrder::modality:
        m_needsFilm = true;
        m_order = "f.modality";
        break;
    case StudyOrder::description:
        m_order = "s.description";
        break;
    case StudyOrder::date:
        m_order = "s.date" + direction + ", s.time";
        break;
    case StudyOrder::view:
        m_needsFilm = true;
        m_order = "f.view";
        break;
    case StudyOrder::score:
        m_order = "CASE WHEN c.is_refused = 0 THEN c.probability ELSE -1.0 END";
        break;
    case StudyOrder::state:
        m_order = "CASE WHEN s.verdict_id <> 0 THEN 2 WHEN s.reading_by <> '' THEN 1 ELSE 0 END";
        break;
    case StudyOrder::arrival:
        m_order = "s.id" + direction;
        return;
    }
    m_order += direction + ", s.id";
}

std::string StudyCondition::fromAndWhere() const {
    std::string sql = " FROM study AS s";
    if (m_needsText)
        sql += m_postgres ? " JOIN study_text AS t ON t.study_id = s.id"
                          : " JOIN study_text AS t ON t.rowid = s.id";
    if (m_needsFilm)
        sql += " JOIN film AS f ON f.id = s.first_film_id";
    if (m_needsScore)
        sql += " LEFT JOIN study_score AS c ON c.study_id = s.id AND c.model_hash = :p0";
    return sql + " WHERE s.first_film_id <> 0 AND s.binned_at " + (m_filter.inBin ? "<>" : "=") + " ''" +
           m_where;
}

std::string StudyCondition::order() const {
    return " ORDER BY " + m_order;
}

std::vector<StudyCondition::Value> StudyCondition::values() const {
    std::vector<Value> all = m_joinValues;
    all.insert(all.end(), m_whereValues.begin(), m_whereValues.end());
    return all;
}

} // namespace pleurascope::store
