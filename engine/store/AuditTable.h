// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/AuditRecords.h"

#include <optional>
#include <soci/soci.h>
#include <string>
#include <utility>
#include <vector>

namespace pleurascope::store {

/// The audit log: added to, never changed; each line carries a hash over itself and the one before. Throws
/// what SOCI throws. Runs inside a write transaction.
class AuditTable {
public:
    explicit AuditTable(soci::session& session)
        : m_session(session) {}

    /// `subject` is what it is about, in clear: only its keyed pseudonym is written. Empty: the library
    /// itself.
    void add(const std::string& actor, AuditAction action, const std::string& subject,
             const std::string& detail);
    /// Several lines of one kind: subject and detail of each.
    void add(const std::string& actor, AuditAction action,
             const std::vector<std::pair<std::string, std::string>>& lines);
    /// Those with ids above `after`, in order.
    [[nodiscard]] std::vector<AuditLine> from(std::int64_t after, int limit);
    /// The chain of the last line, as it was noted when that was written; empty where there is none.
    [[nodiscard]] std::string head();
    /// HMAC-SHA256 (RFC 2104) with the library's own key, 16 hexadecimal digits of it.
    [[nodiscard]] std::string pseudonym(const std::string& subject);

private:
    /// Of the pseudonyms; made where there is none yet.
    [[nodiscard]] std::string key();

    soci::session& m_session;
};

} // namespace pleurascope::store
