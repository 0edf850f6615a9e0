// SPDX-License-Identifier: GPL-3.0-or-later
// The bin, patients with more than one id, backup and restore.
#include "app/cli/ErrorSentence.h"
#include "app/cli/JsonLine.h"
#include "app/cli/LibraryCommand.h"
#include "app/cli/OpenLibrary.h"
#include "engine/store/Backup.h"
#include "engine/store/Bin.h"

#include <cstdio>

namespace pleurascope::cli {

namespace {

/// `verb` says what became of the studies.
int tellCount(const core::Result<int>& count, const char* verb, bool json) {
    if (!count)
        return fail(count.error());
    if (json)
        printJson({{verb, *count}});
    else
        std::printf("%d studies %s\n", *count, verb);
    return success;
}

int emptyBin(store::Library& library, bool json) {
    const auto emptied = store::emptyBin(library);
    if (!emptied)
        return fail(emptied.error());
    if (json)
        printJson({{"removed", emptied->studies}, {"copies_deleted", emptied->copies}});
    else
        std::printf("%d studies removed, %d copies deleted\n", emptied->studies, emptied->copies);
    return success;
}

nlohmann::ordered_json jsonOf(const store::LibraryContents& contents) {
    return {{"studies", contents.studies},
            {"films", contents.films},
            {"predictions", contents.predictions},
            {"verdicts", contents.verdicts},
            {"annotations", contents.annotations}};
}

int tellContents(nlohmann::ordered_json object, const store::LibraryContents& contents, bool json) {
    object.update(jsonOf(contents));
    if (json)
        printJson(object);
    else
        std::printf("%lld studies, %lld films, %lld scores, %lld verdicts, %lld annotations\n",
                    static_cast<long long>(contents.studies), static_cast<long long>(contents.films),
                    static_cast<long long>(contents.predictions), static_cast<long long>(contents.verdicts),
                    static_cast<long long>(contents.annotations));
    return success;
}

} // namespace

int removeStudies(const LibraryOptions& options, store::Library& library) {
    return tellCount(library.binStudies(options.studies), "binned", options.json);
}

int useBin(const LibraryOptions& options, store::Library& library) {
    if (!options.studies.empty())
        return tellCount(library.restoreStudies(options.studies), "restored", options.json);
    if (options.empty)
        return emptyBin(library, options.json);
    LibraryOptions list = options;
    list.filter.inBin = true;
    return listStudies(list, library);
}

int mergePatients(const LibraryOptions& options, store::Library& library) {
    const auto merged = library.mergePatients(options.from, options.into);
    return merged ? success : fail(merged.error());
}

int splitPatient(const LibraryOptions& options, store::Library& library) {
    const auto split = library.splitPatient(options.from);
    return split ? success : fail(split.error());
}

int listPatients(const LibraryOptions& options, store::Library& library) {
    const auto merged = library.mergedPatients();
    if (!merged)
        return fail(merged.error());
    for (const auto& [from, into] : *merged)
        if (options.json)
            printJson({{"from", from}, {"into", into}});
        else
            std::printf("%s  is  %s\n", from.c_str(), into.c_str());
    return success;
}

int backUp(const LibraryOptions& options, const Context& context) {
    const auto library = openLibrary(options.library, context, false);
    if (!library)
        return fail(library.error());
    const auto contents = store::backUpLibrary((*library)->location(), options.file);
    if (!contents)
        return fail(contents.error());
    if (const auto noted = (*library)->note(store::AuditAction::backup, 0, "written"); !noted)
        return fail(noted.error());
    return tellContents({{"backup", options.file}}, *contents, options.json);
}

int restore(const LibraryOptions& options, const Context& context) {
    const auto location = libraryLocation(options.library, context);
    if (!location)
        return fail(location.error());
    const auto restored = store::restoreLibrary(options.file, *location);
    if (!restored)
        return fail(restored.error());
    const auto library = openLibrary(options.library, context, false);
    if (!library)
        return fail(library.error());
    if (const auto noted = (*library)->note(store::AuditAction::backup, 0, "restored"); !noted)
        return fail(noted.error());
    if (!options.json && !restored->replaced.empty())
        std::fprintf(stderr, "the library that was there lies in %s\n", restored->replaced.c_str());
    return tellContents({{"library", location->name()}, {"replaced", restored->replaced.string()}},
                        restored->contents, options.json);
}

} // namespace pleurascope::cli
