// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/VerdictDraft.h"

namespace pleurascope::ui::review {

void VerdictDraft::open(std::int64_t studyId, const std::optional<store::VerdictRecord>& kept) {
    *this = {};
    m_studyId = studyId;
    m_kept = kept;
    if (!kept)
        return;
    m_seenVerdict = kept->id;
    m_choice = kept->choice;
    m_side = kept->side;
    m_size = kept->size;
    m_comment = kept->comment;
}

std::optional<store::VerdictRecord> VerdictDraft::takeUnsaved(const std::string& modelHash) {
    if (!m_choice || m_studyId == 0 || isKept())
        return std::nullopt;
    store::VerdictRecord record;
    record.studyId = m_studyId;
    record.choice = *m_choice;
    record.side = m_side;
    record.size = m_size;
    record.comment = m_comment;
    record.modelHash = modelHash;
    m_kept = record;
    return record;
}

bool VerdictDraft::isKept() const {
    return m_kept && m_kept->choice == *m_choice && m_kept->side == m_side && m_kept->size == m_size &&
           m_kept->comment == m_comment;
}

} // namespace pleurascope::ui::review
