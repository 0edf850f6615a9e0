// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::store {

/// How far the reader has come with a study.
enum class ReadingState : std::uint8_t {
    unread,
    reading, ///< somebody has it open, without a verdict yet
    read     ///< there is a verdict
};

/// What the chosen model said of a study's first film as it is now.
enum class OpinionState : std::uint8_t { none, scored, flagged, refused };

/// The newest verdict against the model.
enum class AgreementState : std::uint8_t { none, agreed, disputed };

enum class StudyOrder : std::uint8_t {
    newest,  ///< by date and time of the study
    triage,  ///< flagged unread and those that have waited too long, by score; then arrival; then what was
             ///< read
    patient, ///< by name
    patientId,
    modality,
    description,
    date, ///< of the study
    view, ///< of the first film
    score,
    state, ///< unread, reading, read
    arrival
};

/// The groups of the triage order, in their order.
enum class TriageGroup : std::uint8_t {
    flagged,   ///< unread, at or above the threshold: by score
    waiting,   ///< unread, and has waited too long: by arrival
    arrival,   ///< unread: by arrival, whatever its score
    readToday, ///< the latest verdict first
    readBefore ///< likewise
};
inline constexpr std::size_t triageGroupCount = 5;

/// Which studies, and in which order. Everything that is set must hold.
struct StudyFilter {
    /// Parts of name, patient id, accession number, date, description or UID, in any order; case does not
    /// count. Where nothing is found literally, words of letters also find names that sound so (nameSound).
    std::string text;
    std::string dateFrom;    ///< YYYY-MM-DD, inclusive
    std::string dateTo;      ///< likewise
    std::string modality;    ///< of the first film
    std::string view;        ///< likewise
    std::string patientId;   ///< exactly; with those that were merged into it
    std::string description; ///< a part of it
    std::optional<ReadingState> reading;
    std::optional<OpinionState> opinion;
    std::optional<AgreementState> agreement;
    std::optional<double> scoreFrom; ///< probability, inclusive
    std::optional<double> scoreTo;
    std::optional<bool> demonstration;
    bool inBin = false; ///< the bin instead of the library

    std::string modelHash; ///< whose scores count; empty: none
    StudyOrder order = StudyOrder::newest;
    bool descending = false; ///< of an order other than newest and triage
    std::string
        waitingSince; ///< triage: what arrived before (UTC ISO 8601) has waited too long; empty: nothing has
    std::string readBefore; ///< triage: verdicts before (UTC ISO 8601) come last; empty: all stand together
    int limit = -1;         ///< -1: no limit

    bool operator==(const StudyFilter&) const = default;
};

/// Studies in triage order.
struct TriageList {
    std::vector<std::int64_t> ids;
    std::array<int, triageGroupCount> sizes{}; ///< of the groups, one after the other
};

} // namespace pleurascope::store
