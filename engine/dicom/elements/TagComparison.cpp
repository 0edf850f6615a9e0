// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/TagComparison.h"

#include <map>

namespace pleurascope::dicom {

std::vector<TagPair> compareTags(const std::vector<TagLine>& first, const std::vector<TagLine>& second) {
    std::map<std::string, TagPair> pairs;
    for (const auto& line : first)
        pairs[line.path].first = &line;
    for (const auto& line : second)
        pairs[line.path].second = &line;
    std::vector<TagPair> result;
    for (const auto& [path, pair] : pairs)
        result.push_back(pair);
    return result;
}

} // namespace pleurascope::dicom
