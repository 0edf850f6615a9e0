// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <utility>
#include <vector>

namespace pleurascope::store {

/// Patients with more than one id. A link says that one id is another one's patient; the id at the end of the
/// links is the key that joins their studies. The studies keep what their files say, so that taking a link
/// away parts them again. Throws what SOCI throws.
class PatientTable {
public:
    explicit PatientTable(soci::session& session)
        : m_session(session) {}

    /// The key of a patient id.
    [[nodiscard]] std::string keyOf(const std::string& patientId);
    /// False where both are one patient already, or an id is empty.
    bool merge(const std::string& fromId, const std::string& intoId, const std::string& reader);
    /// Takes back what merged `patientId` into another; false where nothing did.
    bool split(const std::string& patientId);
    /// Each id that was merged, and into which.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> links();

private:
    void keyStudiesOf(const std::string& oldKey);

    soci::session& m_session;
};

} // namespace pleurascope::store
