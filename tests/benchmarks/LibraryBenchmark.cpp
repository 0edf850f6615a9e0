// SPDX-License-Identifier: GPL-3.0-or-later
// A library of 100,000 studies: first rows, orders, searches as they are typed, its size. In a file, or on
// the server that tests/support/with-postgres starts.
#include "engine/store/Library.h"
#include "tests/benchmarks/Statistics.h"
#include "tests/support/ServerDatabase.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/browse/StudyListing.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <random>

namespace pleurascope::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array families{
    "Mueller", "Schmidt",  "Schneider",  "Fischer", "Weber",    "Meyer", "Wagner", "Becker",
    "Schulz",  "Hoffmann", "Koch",       "Bauer",   "Richter",  "Klein", "Wolf",   "Neumann",
    "Schwarz", "Braun",    "Zimmermann", "Krueger", "Hartmann", "Lange", "Werner", "Krause",
    "Lehmann", "Koehler",  "Herrmann",   "Kaiser",  "Fuchs",    "Lang",  "Scholz", "Moeller"};
constexpr std::array givens{"Anna",   "Ben",   "Clara", "David", "Emma",  "Felix", "Greta",
                            "Hannes", "Ida",   "Jonas", "Klara", "Lukas", "Mia",   "Noah",
                            "Ole",    "Paula", "Rosa",  "Simon", "Thea",  "Viktor"};

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double spent(auto&& work) {
    const auto start = Clock::now();
    work();
    return millisecondsSince(start);
}

double percentile95(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() * 95 / 100];
}

void check(bool holds) {
    if (!holds)
        std::abort();
}

std::string nameOf(int number) {
    return std::string(families[std::size_t(number) % families.size()]) +
           families[std::size_t(number / 7) % families.size()] + "^" +
           givens[std::size_t(number / 3) % givens.size()];
}

std::string dateOf(int number) {
    std::array<char, 11> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", 2016 + number % 10, 1 + number % 12,
                  1 + number % 28);
    return text.data();
}

store::NewFilm filmOf(int number, int film) {
    store::NewFilm made;
    made.study.studyUid = "1.2.826.0.1.3680043.10.2." + std::to_string(number);
    made.study.patientName = nameOf(number);
    made.study.patientId = "P-" + std::to_string(100'000 + number / 2);
    made.study.date = dateOf(number);
    made.study.time = "10:15:00";
    made.study.accessionNumber = "A" + std::to_string(7'000'000 + number);
    made.study.description = number % 3 == 0 ? "Thorax p.a." : "Chest PA and lateral";
    made.film.path = "/archive/" + std::to_string(number) + "/" + std::to_string(film) + ".dcm";
    made.film.sopInstanceUid = made.study.studyUid + "." + std::to_string(film);
    made.film.seriesUid = made.study.studyUid + ".1";
    made.film.modality = "DX";
    made.film.view = film == 0 ? "PA" : "LL";
    made.film.fileSize = 260'000;
    made.film.rows = made.film.columns = 3000;
    made.film.contentDigest = std::to_string(number) + "." + std::to_string(film);
    return made;
}

/// Five films in two studies.
void fill(store::Library& library, int studies) {
    std::vector<store::NewFilm> batch;
    int films = 0;
    const double time = spent([&] {
        for (int number = 0; number < studies; ++number) {
            for (int film = 0; film < 2 + number % 2; ++film, ++films)
                batch.push_back(filmOf(number, film));
            if (batch.size() >= 500 || number + 1 == studies) {
                check(library.addFilms(batch).has_value());
                batch.clear();
            }
        }
    });
    std::printf("%d studies, %d films: written at %.0f films a second\n", studies, films, 1e3 * films / time);
}

void score(store::Library& library, int studies) {
    for (int i = 0; i < studies; ++i) {
        store::PredictionRecord prediction;
        prediction.filmId = 1 + i * 5 / 2;
        prediction.modelHash = "model";
        prediction.probability = double(i % 100) / 100;
        prediction.threshold = 0.9;
        check(library.addPrediction(prediction).has_value());
        if (i % 20 == 0)
            check(library.addVerdict({.studyId = 1 + i}).has_value());
    }
}

void timeStart(const store::LibraryLocation& location) {
    std::vector<double> times;
    for (int run = 0; run < 11; ++run)
        times.push_back(spent([&] {
            const auto library = store::Library::open(location).value();
            ui::browse::ListingQuestion question;
            question.filter.order = store::StudyOrder::triage;
            question.filter.modelHash = "model";
            question.filter.limit = 100;
            check(ui::browse::askForListing(*library, question)->rows.size() == 100);
        }));
    print("opened, first 100 rows and all counts", times);
}

void timeLists(store::Library& library) {
    for (const auto& [name, order] : {std::pair("whole list in triage order", store::StudyOrder::triage),
                                      std::pair("whole list, newest first", store::StudyOrder::newest),
                                      std::pair("whole list by name", store::StudyOrder::patient),
                                      std::pair("whole list by score", store::StudyOrder::score)}) {
        store::StudyFilter filter;
        filter.order = order;
        filter.modelHash = "model";
        std::vector<double> times;
        for (int run = 0; run < 5; ++run)
            times.push_back(spent([&] { check(library.find(filter).has_value()); }));
        print(name, times);
    }
}

/// 200 people's names, letter after letter from the third on, and the first 100 studies of each.
void timeTyping(store::Library& library, int studies) {
    std::mt19937 random(1);
    std::vector<double> times;
    for (int search = 0; search < 200; ++search) {
        std::string whole = nameOf(int(random() % std::uint32_t(studies)));
        whole.replace(whole.find('^'), 1, " ");
        for (std::size_t length = 3; length <= whole.size(); ++length) {
            store::StudyFilter filter;
            filter.text = whole.substr(0, length);
            filter.limit = 100;
            times.push_back(spent([&] { check(library.find(filter).has_value()); }));
        }
    }
    print("a search as it is typed", times);
    std::printf("  95th percentile %.1f ms\n", percentile95(times));
}

void run(int studies) {
    const test::TemporaryFolder folder;
    std::unique_ptr<test::ServerDatabase> server;
    if (std::getenv("PLEURASCOPE_TEST_SERVER"))
        server = std::make_unique<test::ServerDatabase>();
    const store::LibraryLocation location =
        server ? store::LibraryLocation::parse(server->uri()).value() : folder.path() / "library.sqlite";
    std::printf("%s\n", server ? "PostgreSQL" : "SQLite");
    {
        const auto library = store::Library::open(location).value();
        fill(*library, studies);
        score(*library, std::min(studies, 5000));
    }
    if (server)
        server->ask("ANALYZE");
    timeStart(location);
    const auto library = store::Library::open(location).value();
    timeLists(*library);
    timeTyping(*library, studies);
    if (server)
        std::printf("%s\n",
                    server->ask("SELECT pg_size_pretty(pg_database_size(current_database()))").c_str());
    else
        std::printf("file %.0f MB\n", double(std::filesystem::file_size(location.file())) / 1e6);
}

} // namespace
} // namespace pleurascope::benchmarks

int main(int argc, char** argv) {
    pleurascope::benchmarks::run(argc > 1 ? std::max(100, std::atoi(argv[1])) : 100'000);
}
