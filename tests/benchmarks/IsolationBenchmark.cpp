// SPDX-License-Identifier: GPL-3.0-or-later
// What reading in a process of its own costs: films beside the same films read in this process, and headers
// of many files beside DCMTK's bare loop on as many threads.
#include "engine/core/Files.h"
#include "engine/dicom/Codecs.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/imaging/GreyScale.h"
#include "engine/intake/FilmContent.h"
#include "engine/intake/FilmReader.h"
#include "tests/benchmarks/HeaderFiles.h"
#include "tests/benchmarks/Statistics.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pleurascope::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;
using test::SyntheticDicom;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// A film of side x side pixels, 16 bits with 12 stored.
std::string film(int side) {
    std::vector<std::uint16_t> values(std::size_t(side) * std::size_t(side));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::uint16_t(i * 7 % 4096);
    return SyntheticDicom().pixels(side, side, values).file();
}

/// In this process: the whole file mapped, as the isolated reader does.
core::Result<intake::Film> readHere(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    ::fstat(file, &info);
    void* bytes = ::mmap(nullptr, std::size_t(info.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    auto film = intake::filmFromBytes({static_cast<const std::byte*>(bytes), std::size_t(info.st_size)});
    ::munmap(bytes, std::size_t(info.st_size));
    return film;
}

/// From open to 8-bit picture. The previous film is kept meanwhile, as a viewer does.
template <class Read>
double timeOf(Read&& read, core::Result<intake::Film>& last, bool renders) {
    const auto start = Clock::now();
    auto film = read();
    if (!film)
        std::abort();
    if (renders)
        (void)imaging::renderDefault(film->image);
    const double time = millisecondsSince(start);
    last = std::move(film);
    return time;
}

struct Pace {
    bool renders = false;               ///< the 8-bit picture, too
    std::chrono::milliseconds pause{0}; ///< before each film, not counted
};

void compareFilms(const char* name, const std::filesystem::path& path, int runs, const Pace& pace) {
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    core::Result<intake::Film> lastHere = reader.readFilm(path);
    core::Result<intake::Film> lastThere = reader.readFilm(path);
    std::vector<double> here;
    std::vector<double> there;
    for (int i = 0; i < runs; ++i) {
        std::this_thread::sleep_for(pace.pause);
        here.push_back(timeOf([&] { return readHere(path); }, lastHere, pace.renders));
        std::this_thread::sleep_for(pace.pause);
        there.push_back(timeOf([&] { return reader.readFilm(path); }, lastThere, pace.renders));
    }
    std::printf("%s\n", name);
    print("  in this process", here);
    print("  isolated", there);
    const double extra = spreadOf(there).median - spreadOf(here).median;
    std::printf("  isolation costs %.2f ms a film, %.0f %%\n", extra, 100 * extra / spreadOf(here).median);
}

double startTime(const std::filesystem::path& path) {
    const auto start = Clock::now();
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    if (!reader.readHeader(path))
        std::abort();
    return millisecondsSince(start);
}

double bareLoop(const std::vector<std::filesystem::path>& files, int threads) {
    const auto start = Clock::now();
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            for (std::size_t i = std::size_t(t); i < files.size(); i += std::size_t(threads)) {
                DcmFileFormat file;
                if (file.loadFileUntilTag(files[i].c_str(), EXS_Unknown, EGL_noChange, DCM_MaxReadLength,
                                          ERM_autoDetect, DCM_PixelData)
                        .bad())
                    std::abort();
            }
        });
    for (auto& worker : workers)
        worker.join();
    return millisecondsSince(start);
}

double isolatedScan(const std::vector<std::filesystem::path>& files, intake::FilmReader& reader) {
    constexpr std::size_t batch = 64;
    const auto start = Clock::now();
    for (std::size_t i = 0; i < files.size(); i += batch)
        for (const auto& header :
             reader.readHeaders(std::span(files).subspan(i, std::min(batch, files.size() - i))))
            if (!header)
                std::abort();
    return millisecondsSince(start);
}

void compareHeaders(const test::TemporaryFolder& folder, int count, int runs) {
    const auto files = headerFiles(folder, count, filmSide260Kb);
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    const int threads = int(std::min(2U, std::thread::hardware_concurrency()));
    std::vector<double> bare;
    std::vector<double> isolated;
    for (int i = 0; i < runs; ++i) {
        bare.push_back(bareLoop(files, threads));
        isolated.push_back(isolatedScan(files, reader));
    }
    std::printf("headers of %d files of 260 KB, %d threads\n", count, threads);
    print("  DCMTK's loadFileUntilTag in a bare loop", bare);
    print("  isolated, in batches of 64", isolated);
    const double bareTime = spreadOf(bare).median;
    const double isolatedTime = spreadOf(isolated).median;
    std::printf("  %.0f files a second, %.2f times the bare loop's %.0f\n", 1e3 * count / isolatedTime,
                bareTime / isolatedTime, 1e3 * count / bareTime);
}

void run(int files) {
    dicom::prepareDcmtk();
    const test::TemporaryFolder folder;
    const auto small = folder.write("small.dcm", film(256));
    const auto large = folder.write("large.dcm", film(3000));
    std::vector<double> starts;
    for (int i = 0; i < 11; ++i)
        starts.push_back(startTime(small));
    print("start of a reader and its first header", starts);
    using std::chrono::milliseconds;
    compareFilms("256 x 256, 16 bits, pixels as stored", small, 201, {});
    compareFilms("3000 x 3000, 16 bits, pixels as stored, one film after another", large, 31, {});
    compareFilms("3000 x 3000, 16 bits, pixels as stored, a film every 50 ms", large, 31,
                 {false, milliseconds(50)});
    compareFilms("3000 x 3000, 16 bits, to an 8-bit picture, a film every 50 ms", large, 31,
                 {true, milliseconds(50)});
    compareHeaders(folder, files, 3);
}

} // namespace
} // namespace pleurascope::benchmarks

int main(int argc, char** argv) {
    pleurascope::benchmarks::run(argc > 1 ? std::max(1, std::atoi(argv[1])) : 10'000);
}
