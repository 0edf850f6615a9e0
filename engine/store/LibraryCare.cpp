// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/FilmTable.h"
#include "engine/store/LibraryConnection.h"
#include "engine/store/PatientTable.h"
#include "engine/store/SavedSearches.h"
#include "engine/store/StudyTable.h"

// What is done with studies and patients as a whole, and the audit log.

namespace pleurascope::store {

using core::ErrorCode;
using core::Result;
using soci::session;

namespace {

constexpr int auditPage = 1000;

/// One line against what was before it.
std::string whatIsWrong(const AuditLine& line, std::int64_t expectedId, const std::string& before) {
    if (line.id != expectedId)
        return "missing";
    return line.chain == auditChain(before, line) ? "" : "changed";
}

AuditReport checked(session& s) {
    AuditTable audit(s);
    AuditReport report;
    std::string before;
    for (auto lines = audit.from(0, auditPage); !lines.empty(); lines = audit.from(report.lines, auditPage))
        for (const AuditLine& line : lines) {
            report.reason = whatIsWrong(line, report.lines + 1, before);
            if (!report.isWhole()) {
                report.firstBad = report.lines + 1;
                return report;
            }
            ++report.lines;
            before = line.chain;
        }
    if (audit.head() != before) {
        report.reason = "shortened";
        report.firstBad = report.lines + 1;
    }
    return report;
}

} // namespace

Result<int> Library::binStudies(std::span<const std::int64_t> studyIds) {
    return m_connection->database.write([&](session& s) {
        int count = 0;
        for (const std::int64_t id : studyIds)
            if (StudyTable(s).bin(id)) {
                m_connection->note(s, AuditAction::deleted, id, "into the bin");
                ++count;
            }
        return count;
    });
}

Result<int> Library::restoreStudies(std::span<const std::int64_t> studyIds) {
    return m_connection->database.write([&](session& s) {
        int count = 0;
        for (const std::int64_t id : studyIds)
            if (StudyTable(s).restore(id)) {
                m_connection->note(s, AuditAction::restored, id, "from the bin");
                ++count;
            }
        return count;
    });
}

Result<std::vector<std::string>> Library::emptyBin() {
    return m_connection->database.write([&](session& s) {
        std::vector<std::string> copies;
        for (const std::int64_t id : StudyTable(s).binned()) {
            for (const std::string& path : FilmTable(s).copiesOf(id))
                copies.push_back(path);
            m_connection->note(s, AuditAction::deleted, id, "for good");
            StudyTable(s).remove(id);
        }
        std::erase_if(copies, [&](const std::string& path) { return FilmTable(s).atPath(path).has_value(); });
        return copies;
    });
}

Result<void> Library::mergePatients(const std::string& fromId, const std::string& intoId) {
    const auto merged = m_connection->database.write([&](session& s) {
        const bool done = PatientTable(s).merge(fromId, intoId, m_connection->actorNow());
        if (done)
            AuditTable(s).add(m_connection->actorNow(), AuditAction::merged, fromId,
                              "into " + AuditTable(s).pseudonym(intoId));
        return done;
    });
    if (!merged)
        return core::failure(merged);
    if (!*merged)
        return core::failure(ErrorCode::invalidArgument,
                             "these ids are one patient already, or there is none");
    return {};
}

Result<void> Library::splitPatient(const std::string& patientId) {
    const auto split = m_connection->database.write([&](session& s) {
        const bool done = PatientTable(s).split(patientId);
        if (done)
            AuditTable(s).add(m_connection->actorNow(), AuditAction::split, patientId, "");
        return done;
    });
    if (!split)
        return core::failure(split);
    if (!*split)
        return core::failure(ErrorCode::invalidArgument, "this id was not merged into another");
    return {};
}

Result<std::vector<std::pair<std::string, std::string>>> Library::mergedPatients() {
    return m_connection->database.read([](session& s) { return PatientTable(s).links(); });
}

Result<void> Library::saveSearch(const std::string& name, const std::string& words) {
    return m_connection->database.change([&](session& s) { SavedSearches(s).save(name, words); });
}

Result<void> Library::forgetSearch(const std::string& name) {
    return m_connection->database.change([&](session& s) { SavedSearches(s).forget(name); });
}

Result<std::vector<std::pair<std::string, std::string>>> Library::savedSearches() {
    return m_connection->database.read([](session& s) { return SavedSearches(s).all(); });
}

Result<void> Library::note(AuditAction action, std::int64_t studyId, const std::string& detail) {
    return m_connection->database.change([&](session& s) { m_connection->note(s, action, studyId, detail); });
}

Result<std::vector<AuditLine>> Library::auditLines(std::int64_t after, int limit) {
    return m_connection->database.read([&](session& s) { return AuditTable(s).from(after, limit); });
}

Result<AuditReport> Library::verifyAudit() {
    // as a writer: no line comes between the last one and what was noted of it
    return m_connection->database.write([](session& s) { return checked(s); });
}

} // namespace pleurascope::store
