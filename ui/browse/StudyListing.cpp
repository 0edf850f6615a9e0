// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyListing.h"

#include <algorithm>
#include <numeric>

namespace pleurascope::ui::browse {

using core::Result;

namespace {

constexpr std::size_t rowsAtOnce = 100; ///< more than a screen shows

Result<void> listStudies(store::Library& library, const store::StudyFilter& filter, StudyListing& listing) {
    if (filter.order == store::StudyOrder::triage) {
        auto list = library.triage(filter);
        if (!list)
            return core::failure(list);
        listing.ids = std::move(list->ids);
        listing.groupSizes = list->sizes;
        return {};
    }
    auto ids = library.find(filter);
    if (!ids)
        return core::failure(ids);
    listing.ids = std::move(*ids);
    store::StudyFilter read;
    read.reading = store::ReadingState::read;
    const auto judged = library.find(read);
    if (!judged)
        return core::failure(judged);
    listing.read.insert(judged->begin(), judged->end());
    return {};
}

Result<LibraryCounts> countStudies(store::Library& library, const std::string& modelHash) {
    LibraryCounts counts;
    store::StudyFilter whole;
    whole.modelHash = modelHash;
    for (int chip = 0; chip < studyFilterCount; ++chip) {
        const auto count = library.count(withChip(whole, StudyFilter(chip)));
        if (!count)
            return core::failure(count);
        counts.ofChips[std::size_t(chip)] = *count;
    }
    whole.demonstration = false;
    const auto others = library.count(whole);
    if (!others)
        return core::failure(others);
    counts.demonstration = *others == 0 && counts.ofChips[0] > 0;
    return counts;
}

} // namespace

store::StudyFilter withChip(store::StudyFilter filter, StudyFilter chip) {
    switch (chip) {
    case StudyFilter::all:
        break;
    case StudyFilter::flagged:
        filter.opinion = store::OpinionState::flagged;
        filter.agreement = store::AgreementState::none;
        break;
    case StudyFilter::unread:
        filter.agreement = store::AgreementState::none;
        break;
    case StudyFilter::read:
        filter.reading = store::ReadingState::read;
        break;
    case StudyFilter::disputed:
        filter.agreement = store::AgreementState::disputed;
        break;
    case StudyFilter::bin:
        filter.inBin = true;
        break;
    }
    return filter;
}

Result<StudyListing> askForListing(store::Library& library, const ListingQuestion& question) {
    StudyListing listing;
    if (const auto listed = listStudies(library, question.filter, listing); !listed)
        return core::failure(listed);
    if (question.wantsCounts) {
        const auto counts = countStudies(library, question.filter.modelHash);
        if (!counts)
            return core::failure(counts);
        listing.counts = *counts;
    }
    std::vector<std::int64_t> wanted(
        listing.ids.begin(), listing.ids.begin() + std::ptrdiff_t(std::min(rowsAtOnce, listing.ids.size())));
    wanted.insert(wanted.end(), question.wanted.begin(), question.wanted.end());
    std::ranges::sort(wanted);
    wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
    auto rows = library.rows(wanted, question.filter.modelHash);
    if (!rows)
        return core::failure(rows);
    listing.rows = std::move(*rows);
    return listing;
}

} // namespace pleurascope::ui::browse
