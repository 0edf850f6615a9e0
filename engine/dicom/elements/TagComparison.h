// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/TagList.h"

namespace pleurascope::dicom {

/// An element in one of two files or in both. Views their lines.
struct TagPair {
    const TagLine* first = nullptr; ///< null where that file has no such element
    const TagLine* second = nullptr;

    [[nodiscard]] const TagLine& any() const { return first ? *first : *second; }
    /// The length of a sequence differs with what is in it, which is told by itself.
    [[nodiscard]] bool isSame() const {
        return first && second && first->vr == second->vr && first->value == second->value &&
               first->hash == second->hash;
    }
};

/// Both files' elements, met by their path, in the order of the paths. Both lists must outlive the result.
[[nodiscard]] std::vector<TagPair> compareTags(const std::vector<TagLine>& first,
                                               const std::vector<TagLine>& second);

} // namespace pleurascope::dicom
