// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Bin.h"

#include "engine/store/ContentFolder.h"

namespace pleurascope::store {

core::Result<EmptiedBin> emptyBin(Library& library) {
    StudyFilter inBin;
    inBin.inBin = true;
    const auto studies = library.count(inBin);
    if (!studies)
        return core::failure(studies);
    const auto copies = library.emptyBin();
    if (!copies)
        return core::failure(copies);
    EmptiedBin emptied{*studies, 0};
    if (const auto folder = library.location().copiesFolder(); !folder.empty())
        emptied.copies = ContentFolder(folder).remove(*copies);
    return emptied;
}

} // namespace pleurascope::store
