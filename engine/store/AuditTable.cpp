// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/AuditTable.h"

#include "engine/core/Secret.h"
#include "engine/core/Sha256.h"
#include "engine/store/Dialect.h"
#include "engine/store/LibraryValues.h"
#include "engine/store/Select.h"

#include <array>

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

constexpr const char* headValue = "audit_head";
constexpr const char* keyValue = "pseudonym_key";

class AuditRow {
public:
    void bind(soci::statement& statement) {
        statement.exchange(into(m_line.id));
        for (std::string* text :
             {&m_line.madeAt, &m_line.actor, &m_line.action, &m_line.subject, &m_line.detail, &m_line.chain})
            statement.exchange(into(*text));
    }
    [[nodiscard]] AuditLine record() const { return m_line; }

private:
    AuditLine m_line;
};

std::string pseudonymOf(const std::string& key, const std::string& subject) {
    return core::hmacSha256(key, subject).substr(0, 16);
}

} // namespace

std::string_view auditActionName(AuditAction action) {
    constexpr std::array<std::string_view, 11> names{"opened",  "imported", "exported", "scored",
                                                     "verdict", "deleted",  "restored", "merged",
                                                     "split",   "settings", "backup"};
    return names.at(std::size_t(action));
}

std::string auditChain(const std::string& before, const AuditLine& line) {
    // each field with its length before it: no two lines give the same text
    std::string text = before;
    for (const std::string& field :
         {std::to_string(line.id), line.madeAt, line.actor, line.action, line.subject, line.detail})
        text += "\n" + std::to_string(field.size()) + " " + field;
    return core::sha256(text);
}

void AuditTable::add(const std::string& actor, AuditAction action, const std::string& subject,
                     const std::string& detail) {
    add(actor, action, {{subject, detail}});
}

void AuditTable::add(const std::string& actor, AuditAction action,
                     const std::vector<std::pair<std::string, std::string>>& lines) {
    if (lines.empty())
        return;
    AuditLine line;
    m_session << "SELECT COALESCE(MAX(id), 0) FROM audit", into(line.id);
    m_session << "SELECT " << utcNow(m_session), into(line.madeAt);
    line.actor = actor;
    line.action = auditActionName(action);
    line.chain = head();
    const std::string ownKey = key();
    soci::statement insert =
        (m_session.prepare << "INSERT INTO audit (id, made_at, actor, action, subject, detail, chain) "
                              "VALUES (:id, :made, :actor, :action, :subject, :detail, :chain)",
         use(line.id), use(line.madeAt), use(line.actor), use(line.action), use(line.subject),
         use(line.detail), use(line.chain));
    for (const auto& [subject, detail] : lines) {
        ++line.id;
        line.subject = subject.empty() ? std::string() : pseudonymOf(ownKey, subject);
        line.detail = detail;
        line.chain = auditChain(line.chain, line);
        insert.execute(true);
    }
    LibraryValues(m_session).set(headValue, line.chain);
}

std::vector<AuditLine> AuditTable::from(std::int64_t after, int limit) {
    return selectAll<AuditRow>(m_session,
                               "SELECT id, made_at, actor, action, subject, detail, chain FROM audit "
                               "WHERE id > :after ORDER BY id LIMIT :limit",
                               use(after), use(limit));
}

std::string AuditTable::head() {
    return LibraryValues(m_session).get(headValue);
}

std::string AuditTable::key() {
    LibraryValues values(m_session);
    std::string key = values.get(keyValue);
    if (key.empty()) {
        key = core::randomKey();
        values.set(keyValue, key);
    }
    return key;
}

std::string AuditTable::pseudonym(const std::string& subject) {
    return pseudonymOf(key(), subject);
}

} // namespace pleurascope::store
