// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <string>

namespace pleurascope::ui::review {

/// The verdict as it stands on the panel, and which of it the library already has. Every change of a verdict
/// is a new record (verdicts are never overwritten); without a choice there is nothing to keep.
class VerdictDraft {
public:
    /// Opens a study: what the library holds of it, if anything.
    void open(std::int64_t studyId, const std::optional<store::VerdictRecord>& kept);

    void choose(store::VerdictChoice choice) { m_choice = choice; }
    void setSide(const std::string& side) { m_side = side; } ///< "", "R", "L" or "B"
    void setSize(const std::string& size) { m_size = size; } ///< "", "small", "medium" or "large"
    void setComment(const std::string& comment) { m_comment = comment; }

    [[nodiscard]] std::int64_t studyId() const { return m_studyId; }
    /// Id of the newest verdict that the reader saw when the study was opened; 0: none.
    [[nodiscard]] std::int64_t seenVerdict() const { return m_seenVerdict; }
    [[nodiscard]] std::optional<store::VerdictChoice> choice() const { return m_choice; }
    [[nodiscard]] const std::string& side() const { return m_side; }
    [[nodiscard]] const std::string& size() const { return m_size; }
    [[nodiscard]] const std::string& comment() const { return m_comment; }

    /// What is to be written now: nothing without a choice or where the library has it all. `modelHash` is
    /// that of the score that is shown, or empty. Taking it counts as kept until markFailed().
    [[nodiscard]] std::optional<store::VerdictRecord> takeUnsaved(const std::string& modelHash);
    void markFailed() { m_kept.reset(); }

private:
    [[nodiscard]] bool isKept() const;

    std::int64_t m_studyId = 0;
    std::int64_t m_seenVerdict = 0;
    std::optional<store::VerdictChoice> m_choice;
    std::string m_side;
    std::string m_size;
    std::string m_comment;
    std::optional<store::VerdictRecord> m_kept;
};

} // namespace pleurascope::ui::review
