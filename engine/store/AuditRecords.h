// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pleurascope::store {

enum class AuditAction : std::uint8_t {
    opened,
    imported,
    exported,
    scored,
    verdict,
    deleted,
    restored,
    merged,
    split,
    settings,
    backup
};

/// "opened", "imported" ...: as the log and its export have it.
[[nodiscard]] std::string_view auditActionName(AuditAction action);

/// A line of the audit log. Nothing in it names a patient.
struct AuditLine {
    std::int64_t id = 0; ///< 1, 2, 3 ... without a gap
    std::string madeAt;  ///< UTC ISO 8601
    std::string actor;   ///< the reader, or the database's role
    std::string action;
    std::string subject; ///< a keyed pseudonym of the study or patient, or empty
    std::string detail;  ///< numbers and codes
    std::string chain;   ///< SHA-256, hexadecimal, of the chain before and this line
};

/// What the chain of a line has to be.
[[nodiscard]] std::string auditChain(const std::string& before, const AuditLine& line);

/// What `audit verify` found.
struct AuditReport {
    std::int64_t lines = 0;
    std::int64_t firstBad = 0; ///< id of the first line that is not as it was written, 0: none
    std::string reason;        ///< "changed", "missing", "shortened", or empty

    [[nodiscard]] bool isWhole() const { return reason.empty(); }
};

} // namespace pleurascope::store
