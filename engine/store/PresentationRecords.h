// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pleurascope::store {

/// A presentation state in a file: how some images are to be shown.
struct PresentationRecord {
    std::int64_t id = 0;
    std::string path;
    std::string sopInstanceUid;
    std::string studyUid;
    std::string label;
    std::string description;
    std::string creator;                ///< "Family^Given"
    std::string madeAt;                 ///< "YYYY-MM-DD HH:MM:SS", as the file says; empty where it does not
    std::vector<std::string> imageUids; ///< SOP Instance UIDs; not filled by Library::presentationsOf
};

/// A film, or a frame of it (from 0), that a reader marked as one to come back to.
struct KeyImage {
    std::int64_t filmId = 0;
    int frame = 0;

    friend bool operator==(const KeyImage&, const KeyImage&) = default;
};

} // namespace pleurascope::store
