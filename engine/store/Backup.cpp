// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Backup.h"

#include "engine/core/Files.h"
#include "engine/store/Database.h"
#include "engine/store/Library.h"
#include "engine/store/LibraryCopy.h"
#include "engine/store/SqliteBackend.h"

#include <algorithm>
#include <ctime>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>
#include <vector>

namespace pleurascope::store {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;
using soci::session;

namespace {

LibraryContents contentsOf(session& s) {
    LibraryContents contents;
    s << "SELECT (SELECT COUNT(*) FROM study), (SELECT COUNT(*) FROM film), (SELECT COUNT(*) FROM "
         "prediction), "
         "(SELECT COUNT(*) FROM verdict), (SELECT COUNT(*) FROM annotation)",
        soci::into(contents.studies), soci::into(contents.films), soci::into(contents.predictions),
        soci::into(contents.verdicts), soci::into(contents.annotations);
    return contents;
}

/// A file of SQLite with what belongs to it.
void removeDatabase(const fs::path& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm"})
        fs::remove(file.string() + ending, ignored);
}

/// The file whole and alone, without a log beside it. Errors: databaseFailed; inUse where another program has
/// it open.
Result<void> closeLog(const fs::path& file) {
    try {
        session alone(soci::sqlite3, sqliteConnection(file, std::chrono::seconds(1)));
        std::string mode;
        alone << "PRAGMA journal_mode = DELETE", soci::into(mode);
        return {};
    } catch (const soci::sqlite3_soci_error& error) {
        constexpr int sqliteBusy = 5;
        const bool busy = (error.result() & 0xFF) == sqliteBusy;
        return core::failure(busy ? ErrorCode::inUse : ErrorCode::databaseFailed,
                             busy ? "another program has it open" : error.get_error_message(), file.string());
    } catch (const std::exception& error) {
        return core::failure(ErrorCode::databaseFailed, error.what(), file.string());
    }
}

/// A file of SQLite as it is, by reading alone, into one that is not there. Errors: databaseFailed.
Result<void> snapshot(const fs::path& from, const fs::path& to) {
    try {
        session source(soci::sqlite3, sqliteConnection(from) + " readonly=true");
        snapshotInto(source, to);
        return {};
    } catch (const std::exception& error) {
        return core::failure(ErrorCode::databaseFailed, error.what(), from.string());
    }
}

/// Row by row into a library that has no studies yet.
Result<LibraryContents> copyRows(const LibraryLocation& from, const LibraryLocation& to) {
    Database source(from);
    Database target(to);
    for (Database* database : {&source, &target})
        if (const auto opened = database->open(); !opened)
            return core::failure(opened);
    auto contents = source.write([&](session& s) { // nobody writes meanwhile
        return target.write([&](session& t) -> std::pair<LibraryContents, LibraryContents> {
            if (contentsOf(t).studies == 0)
                copyLibrary(s, t);
            return {contentsOf(s), contentsOf(t)};
        });
    });
    if (!contents)
        return core::failure(contents);
    if (!*contents)
        return core::failure(*contents);
    const auto& [was, is] = **contents;
    if (was != is)
        return core::failure(ErrorCode::alreadyExists, "there are other studies in it", to.name());
    return is;
}

/// A folder that only this user sees, for as long as the object lives.
class PrivateFolder {
public:
    PrivateFolder() {
        std::string name = (fs::temp_directory_path() / "pleurascope-XXXXXX").string();
        if (::mkdtemp(name.data()))
            m_path = name;
    }
    ~PrivateFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Copies `from`, which is left as it is, into `to`, of this version and without studies. What the copy
/// holds.
Result<LibraryContents> copied(const LibraryLocation& from, const LibraryLocation& to) {
    if (from.isServer())
        return copyRows(from, to);
    if (to.isServer()) {
        const PrivateFolder folder;
        const fs::path file = folder.path() / "library.sqlite";
        const auto taken = snapshot(from.file(), file);
        return taken ? copyRows(file, to) : core::failure(taken);
    }
    if (const auto taken = snapshot(from.file(), to.file()); !taken)
        return core::failure(taken);
    Database database(to);
    if (auto opened = database.open(); !opened)
        return core::failure(opened);
    return database.read([](session& s) { return contentsOf(s); });
}

/// What must hold of a copy before it counts. Errors: databaseFailed.
Result<void> checkWhole(const fs::path& file) {
    try {
        session checked(soci::sqlite3, sqliteConnection(file));
        std::string answer;
        checked << "PRAGMA integrity_check", soci::into(answer);
        if (answer != "ok")
            return core::failure(ErrorCode::databaseFailed, "the copy is damaged: " + answer, file.string());
    } catch (const std::exception& error) {
        return core::failure(ErrorCode::databaseFailed, error.what(), file.string());
    }
    const auto library = Library::open(file);
    if (!library)
        return core::failure(library);
    const auto audit = (*library)->verifyAudit();
    if (!audit)
        return core::failure(audit);
    if (!audit->isWhole())
        return core::failure(ErrorCode::databaseFailed,
                             "line " + std::to_string(audit->firstBad) + " of the audit log is " +
                                 audit->reason,
                             file.string());
    return {};
}

/// A copy at `aside` that is checked and alone; nothing is left there where that fails.
Result<LibraryContents> wholeCopy(const LibraryLocation& from, const fs::path& aside) {
    removeDatabase(aside);
    auto contents = copied(from, aside);
    Result<void> done;
    if (contents)
        done = checkWhole(aside);
    if (contents && done)
        done = closeLog(aside);
    if (contents && done)
        return contents;
    removeDatabase(aside);
    if (!done)
        return core::failure(done);
    return contents;
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    std::string text(10, '\0');
    std::strftime(text.data(), text.size() + 1, "%Y-%m-%d", &parts);
    return text;
}

/// Newest first.
std::vector<fs::path> dailyBackups(const fs::path& folder) {
    std::vector<fs::path> backups;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code))
        if (entry.path().filename().string().starts_with("library-") && entry.path().extension() == ".sqlite")
            backups.push_back(entry.path());
    std::ranges::sort(backups, std::greater());
    return backups;
}

/// Where a library that is replaced goes: a name that nothing has.
fs::path placeBeside(const fs::path& library, const std::string& why) {
    for (int number = 1;; ++number) {
        fs::path place = library;
        place += "." + why + (number == 1 ? "" : "-" + std::to_string(number));
        std::error_code unknown;
        if (!fs::exists(place, unknown))
            return place;
    }
}

/// Puts a checked library in the place of the one that is there.
Result<Restored> takePlace(const fs::path& aside, const fs::path& library, const std::string& why,
                           const LibraryContents& contents) {
    Restored restored{contents, {}};
    std::error_code unknown;
    if (fs::exists(library, unknown)) {
        restored.replaced = placeBeside(library, why);
        for (const char* ending : {"", "-wal", "-shm"})
            if (fs::exists(library.string() + ending, unknown) &&
                ::rename((library.string() + ending).c_str(),
                         (restored.replaced.string() + ending).c_str()) != 0)
                return tl::unexpected(core::errorFromErrno(errno, restored.replaced, true));
    }
    if (const auto named = core::putInPlace(aside, library); !named)
        return core::failure(named);
    return restored;
}

} // namespace

Result<LibraryContents> backUpLibrary(const LibraryLocation& library, const fs::path& file) {
    const fs::path aside = file.string() + ".part";
    const auto contents = wholeCopy(library, aside);
    if (!contents)
        return contents;
    if (const auto named = core::putInPlace(aside, file); !named)
        return core::failure(named);
    return contents;
}

Result<Restored> restoreLibrary(const fs::path& backup, const LibraryLocation& library) {
    std::error_code unknown;
    if (!fs::exists(backup, unknown))
        return core::failure(ErrorCode::fileNotFound, "there is no backup", backup.string());
    if (library.isServer())
        return copied(backup, library).map([](const LibraryContents& contents) {
            return Restored{contents, {}};
        });
    if (fs::exists(library.file(), unknown))
        if (const auto closed = closeLog(library.file()); !closed && closed.error().code == ErrorCode::inUse)
            return core::failure(closed);
    const fs::path aside = library.file().string() + ".part";
    const auto contents = wholeCopy(backup, aside);
    if (!contents)
        return core::failure(contents);
    return takePlace(aside, library.file(), "replaced", *contents);
}

Result<void> keepDailyBackup(const LibraryLocation& library, const fs::path& folder, int keep) {
    if (const auto made = core::createFolders(folder); !made)
        return made;
    const fs::path file = folder / ("library-" + today() + ".sqlite");
    std::error_code unknown;
    if (fs::exists(file, unknown))
        return {};
    const auto contents = backUpLibrary(library, file);
    if (!contents)
        return core::failure(contents);
    if (*contents == LibraryContents{}) { // what comes in today is worth more than today's place
        removeDatabase(file);
        return {};
    }
    const auto backups = dailyBackups(folder);
    for (std::size_t i = std::size_t(keep); i < backups.size(); ++i)
        removeDatabase(backups[i]);
    return {};
}

Result<Restored> salvageLibrary(const fs::path& library, const fs::path& folder) {
    const fs::path aside = library.string() + ".part";
    for (const fs::path& backup : dailyBackups(folder))
        if (const auto contents = wholeCopy(backup, aside))
            return takePlace(aside, library, "damaged", *contents);
    return core::failure(ErrorCode::databaseFailed, "there is no backup that is whole", library.string());
}

} // namespace pleurascope::store
