// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationLineage.h"

#include "engine/core/Sha256.h"
#include "engine/data/AugmentationJson.h"

#include <map>

namespace pleurascope::data {

namespace {

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return field;
    std::string text = "\"";
    for (const char c : field)
        text += c == '"' ? "\"\"" : std::string(1, c);
    return text + '"';
}

} // namespace

std::string itemIdentity(std::string_view filmSha256, const AugmentationPlan& plan, std::uint32_t copy) {
    if (copy == 0)
        return std::string(filmSha256);
    return core::sha256("augmented\n" + std::string(filmSha256) + '\n' + toJson(plan.recipe) + '\n' +
                        std::to_string(plan.seed) + '\n' + std::to_string(copy));
}

std::vector<ItemLineage> lineageOf(std::span<const TrainingItem> items, const AugmentationPlan& plan,
                                   std::span<const std::string> filmSha256) {
    std::vector<ItemLineage> lineage;
    lineage.reserve(items.size());
    for (const TrainingItem& item : items) {
        const std::string& source = filmSha256[std::size_t(item.film)];
        lineage.push_back({item, source, itemIdentity(source, plan, item.copy)});
    }
    return lineage;
}

core::Result<void> checkLineage(const Dataset& dataset, const Split& split,
                                std::span<const ItemLineage> lineage,
                                std::span<const std::string> filmSha256) {
    std::map<std::string, int> validated;
    for (const int film : split.validation)
        validated.emplace(filmSha256[std::size_t(film)], film);
    validated.erase(""); // not read
    for (const ItemLineage& line : lineage)
        if (const auto found = validated.find(line.sourceSha256); found != validated.end()) {
            const Sample& trained = dataset.samples[std::size_t(line.item.film)];
            return core::failure(core::ErrorCode::invalidArgument,
                                 trained.path + " is trained on, and the same file is validated on as " +
                                     dataset.samples[std::size_t(found->second)].path,
                                 dataset.fileOf(trained).string());
        }
    return {};
}

std::string lineageCsv(const Dataset& dataset, std::span<const ItemLineage> lineage, bool validationLeaks) {
    std::string csv = "identity,source_sha256,path,copy";
    csv += validationLeaks ? ",validation_leaks\n" : "\n";
    for (const ItemLineage& line : lineage)
        csv += line.identity + ',' + line.sourceSha256 + ',' +
               quoted(dataset.samples[std::size_t(line.item.film)].path) + ',' +
               std::to_string(line.item.copy) + (validationLeaks ? ",true\n" : "\n");
    return csv;
}

} // namespace pleurascope::data
