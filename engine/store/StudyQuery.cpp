// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/StudyQuery.h"

#include "engine/store/Dialect.h"
#include "engine/store/PatientTable.h"
#include "engine/store/StudyCondition.h"

namespace pleurascope::store {

namespace {

std::vector<std::int64_t> numbersFrom(soci::session& session, const std::string& query,
                                      const std::vector<StudyCondition::Value>& values) {
    std::int64_t number = 0;
    soci::statement statement(session);
    statement.exchange(soci::into(number));
    for (const auto& value : values)
        std::visit([&](const auto& plain) { statement.exchange(soci::use(plain)); }, value);
    statement.alloc();
    statement.prepare(query);
    statement.define_and_bind();
    statement.execute();
    std::vector<std::int64_t> numbers;
    while (statement.fetch())
        numbers.push_back(number);
    return numbers;
}

std::string limitOf(int limit) {
    return limit < 0 ? std::string() : " LIMIT " + std::to_string(limit);
}

std::vector<std::int64_t> idsFor(soci::session& session, const StudyFilter& filter,
                                 StudyCondition::Sound sound) {
    const StudyCondition condition(filter, isPostgres(session), sound);
    return numbersFrom(session,
                       "SELECT s.id" + condition.fromAndWhere() + condition.order() + limitOf(filter.limit),
                       condition.values());
}

/// Group after group, each by an index of its own, so that the first rows of a long list come quickly.
TriageList triageFor(soci::session& session, const StudyFilter& filter, StudyCondition::Sound sound) {
    TriageList list;
    for (std::size_t group = 0; group < triageGroupCount; ++group) {
        const int left = filter.limit < 0 ? -1 : filter.limit - int(list.ids.size());
        const StudyCondition condition(filter, isPostgres(session), sound, TriageGroup(group));
        const auto some =
            numbersFrom(session, "SELECT s.id" + condition.fromAndWhere() + condition.order() + limitOf(left),
                        condition.values());
        list.sizes[group] = int(some.size());
        list.ids.insert(list.ids.end(), some.begin(), some.end());
    }
    return list;
}

} // namespace

StudyFilter StudyQuery::keyed(const StudyFilter& filter) {
    StudyFilter keyed = filter;
    keyed.patientId = PatientTable(m_session).keyOf(filter.patientId);
    return keyed;
}

std::vector<std::int64_t> StudyQuery::ids(const StudyFilter& filter) {
    if (filter.order == StudyOrder::triage)
        return triage(filter).ids;
    auto found = idsFor(m_session, keyed(filter), StudyCondition::Sound::literal);
    if (found.empty() && !filter.text.empty())
        found = idsFor(m_session, keyed(filter), StudyCondition::Sound::alike);
    return found;
}

TriageList StudyQuery::triage(const StudyFilter& filter) {
    auto found = triageFor(m_session, keyed(filter), StudyCondition::Sound::literal);
    if (found.ids.empty() && !filter.text.empty())
        found = triageFor(m_session, keyed(filter), StudyCondition::Sound::alike);
    return found;
}

int StudyQuery::count(const StudyFilter& filter) {
    const StudyFilter meant = keyed(filter);
    const StudyCondition condition(meant, isPostgres(m_session), StudyCondition::Sound::literal);
    return int(
        numbersFrom(m_session, "SELECT COUNT(*)" + condition.fromAndWhere(), condition.values()).at(0));
}

} // namespace pleurascope::store
