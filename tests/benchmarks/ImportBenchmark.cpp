// SPDX-License-Identifier: GPL-3.0-or-later
// Imports by reference beside DCMTK's bare loop with a bare SQLite table, and by copy beside a bare loop of
// copying, hashing and syncing: the same files, the same run.
#include "engine/core/Files.h"
#include "engine/core/Sha256.h"
#include "engine/dicom/Codecs.h"
#include "engine/reading/Importer.h"
#include "tests/benchmarks/HeaderFiles.h"
#include "tests/benchmarks/Statistics.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <fcntl.h>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace pleurascope::benchmarks {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double spent(auto&& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void check(bool holds) {
    if (!holds)
        std::abort();
}

/// Two threads read headers, one row each goes into a table; a transaction every 500.
void bareImport(const std::vector<fs::path>& files, const fs::path& database) {
    soci::session session(soci::sqlite3, "dbname=" + database.string());
    session << "CREATE TABLE film (uid TEXT PRIMARY KEY, path TEXT, name TEXT)";
    std::string uid;
    std::string path;
    std::string name;
    soci::statement insert = (session.prepare << "INSERT INTO film VALUES (:uid, :path, :name)",
                              soci::use(uid), soci::use(path), soci::use(name));
    std::mutex mutex;
    int waiting = 0;
    session << "BEGIN";
    const auto work = [&](std::size_t first) {
        for (std::size_t i = first; i < files.size(); i += 2) {
            DcmFileFormat file;
            check(file.loadFileUntilTag(files[i].c_str(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength,
                                        ERM_autoDetect, DCM_PixelData)
                      .good());
            OFString text;
            const std::scoped_lock lock(mutex);
            file.getDataset()->findAndGetOFString(DCM_SOPInstanceUID, text);
            uid = text.c_str();
            file.getDataset()->findAndGetOFString(DCM_PatientName, text);
            name = text.c_str();
            path = files[i].string();
            insert.execute(true);
            if (++waiting % 500 == 0) {
                session << "COMMIT";
                session << "BEGIN";
            }
        }
    };
    std::thread other(work, 1);
    work(0);
    other.join();
    session << "COMMIT";
}

void bareCopy(const std::vector<fs::path>& files, const fs::path& folder) {
    fs::create_directories(folder);
    for (const auto& file : files) {
        const auto bytes = core::readFile(file).value();
        const std::string hash = core::sha256(bytes);
        const int copy = ::open((folder / hash).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        check(copy >= 0 && ::write(copy, bytes.data(), bytes.size()) == ssize_t(bytes.size()) &&
              ::fsync(copy) == 0);
        ::close(copy);
    }
}

void import(const std::vector<fs::path>& files, const fs::path& database, const fs::path& copies) {
    auto library = store::Library::open(database).value();
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    reading::ImportOptions options;
    options.copyInto = copies;
    const auto report = reading::importFilms(files, reader, *library, options, {}, {});
    check(report && report->added == int(files.size()));
}

void tell(const char* what, std::size_t files, const std::vector<double>& ours,
          const std::vector<double>& bare) {
    const double own = spreadOf(ours).median;
    const double reference = spreadOf(bare).median;
    std::printf("%s: %.0f files a second, %.2f times the bare loop's %.0f\n", what, 1e3 * double(files) / own,
                reference / own, 1e3 * double(files) / reference);
}

void byReference(int count, int runs) {
    const test::TemporaryFolder folder;
    const auto files = headerFiles(folder, count, filmSide500Kb);
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < runs; ++i) {
        const auto number = std::to_string(i);
        bare.push_back(spent([&] { bareImport(files, folder.path() / ("bare" + number)); }));
        ours.push_back(spent([&] { import(files, folder.path() / ("own" + number), {}); }));
    }
    tell("by reference, files of 500 KB", files.size(), ours, bare);
}

void byCopy(int count, int runs) {
    const test::TemporaryFolder folder;
    const auto files = headerFiles(folder, count, filmSide260Kb);
    std::string noise(std::size_t(filmSide260Kb) * filmSide260Kb * 2, '\0');
    for (std::size_t f = 0; f < files.size(); ++f) { // no holes: what is copied is written
        for (std::size_t i = 0; i < noise.size(); i += 2)
            noise[i] = char((i * 31 + f * 17) >> 3);
        const int file = ::open(files[f].c_str(), O_WRONLY | O_CLOEXEC);
        const auto start = fs::file_size(files[f]) - noise.size();
        check(::pwrite(file, noise.data(), noise.size(), off_t(start)) == ssize_t(noise.size()));
        ::close(file);
    }
    ::sync();
    std::vector<double> ours;
    std::vector<double> bare;
    for (int i = 0; i < runs; ++i) {
        const auto number = std::to_string(i);
        bare.push_back(spent([&] { bareCopy(files, folder.path() / ("barecopies" + number)); }));
        ours.push_back(spent(
            [&] { import(files, folder.path() / ("own" + number), folder.path() / ("copies" + number)); }));
    }
    tell("by copy, files of 260 KB", files.size(), ours, bare);
}

} // namespace
} // namespace pleurascope::benchmarks

int main(int argc, char** argv) {
    using namespace pleurascope;
    dicom::prepareDcmtk();
    const int count = argc > 1 ? std::max(100, std::atoi(argv[1])) : 10'000;
    benchmarks::byReference(count, 3);
    benchmarks::byCopy(std::min(count, 3000), 3);
}
