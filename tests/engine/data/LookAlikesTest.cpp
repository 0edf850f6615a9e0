// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/LookAlikes.h"

#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "tests/support/SharedFolder.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <gmock/gmock.h>
#include <map>
#include <random>

namespace pleurascope::data {
namespace {

constexpr int side = LookPrint::planesSize;

/// Stripes and blobs that differ by seed, on shading that does not: films of different patients.
std::vector<float> drawnFilm(unsigned seed) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> uniform(0, 1);
    struct Blob {
        float x, y, radius, strength;
    };
    std::vector<Blob> blobs;
    for (int i = 0; i < 120; ++i)
        blobs.push_back({uniform(generator) * side, uniform(generator) * side, 4 + 8 * uniform(generator),
                         60 * (uniform(generator) - 0.5F)});
    std::vector<float> values;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            float value = 120 + 60 * std::sin(3.1416F * static_cast<float>(x) / side);
            for (const Blob& blob : blobs) {
                const float dx = (static_cast<float>(x) - blob.x) / blob.radius;
                const float dy = (static_cast<float>(y) - blob.y) / blob.radius;
                if (dx * dx + dy * dy < 8)
                    value += blob.strength * std::exp(-(dx * dx + dy * dy));
            }
            values.push_back(std::clamp(value, 0.0F, 255.0F));
        }
    return values;
}

LookPrint printOf(std::vector<float> values, int channels = 1) {
    return LookPrint({side, channels, std::move(values)});
}

std::vector<float> moved(const std::vector<float>& film, int right, int down) {
    std::vector<float> result(film.size());
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            result[std::size_t(y * side + x)] = film[std::size_t(std::clamp(y - down, 0, side - 1) * side +
                                                                 std::clamp(x - right, 0, side - 1))];
    return result;
}

TEST(LookPrint, IsLikeItselfInAnyExposureAndSomewhatMoved) {
    const auto film = drawnFilm(1);
    const LookPrint print = printOf(film);
    EXPECT_NEAR(print.likeness(print), 1, 1e-5);
    auto darker = film;
    for (float& value : darker)
        value = 20 + 0.6F * value;
    EXPECT_GT(print.likeness(printOf(darker)), 0.97);
    EXPECT_GT(print.likeness(printOf(moved(film, 9, -13))), 0.85);
    auto colour = film;
    colour.insert(colour.end(), film.begin(), film.end());
    colour.insert(colour.end(), film.begin(), film.end());
    EXPECT_NEAR(print.likeness(printOf(colour, 3)), 1, 1e-4);
}

TEST(LookPrint, AnotherFilmOrAnEmptyOneIsNotAlike) {
    const LookPrint print = printOf(drawnFilm(1));
    EXPECT_LT(print.likeness(printOf(drawnFilm(2))), 0.5);
    EXPECT_LT(print.likeness(printOf(std::vector<float>(side * side, 80))), 0.1);
    const LookPrint empty = printOf(std::vector<float>(side * side, 0));
    EXPECT_LT(empty.likeness(empty), 0.1) << "two empty films say nothing about a patient";
}

Dataset fourFilms() {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 4; ++i)
        dataset.samples.push_back({std::to_string(i) + ".png", i % 2, {}, {}, {}, {}});
    return dataset;
}

TEST(LookAlikes, CopiesGetOneGroupAndOthersNone) {
    Dataset dataset = fourFilms();
    dataset.samples[1].lookGroup = "of before";
    const auto film = drawnFilm(1);
    groupLookAlikes(
        dataset, {printOf(film), printOf(drawnFilm(2)), printOf(moved(film, 5, 5)), printOf(drawnFilm(3))});
    EXPECT_EQ(dataset.samples[0].lookGroup, "look-1");
    EXPECT_EQ(dataset.samples[2].lookGroup, "look-1");
    EXPECT_EQ(dataset.samples[1].lookGroup, "");
    EXPECT_EQ(dataset.samples[3].lookGroup, "");
}

TEST(LookAlikes, KnownPatientsArePairedByTheirIdsAlone) {
    Dataset dataset = fourFilms();
    dataset.samples[0].patientId = "A";
    dataset.samples[1].patientId = "B";
    const auto film = drawnFilm(1);
    const std::vector<LookPrint> prints{printOf(film), printOf(film), printOf(drawnFilm(2)),
                                        printOf(drawnFilm(3))};
    groupLookAlikes(dataset, prints);
    EXPECT_EQ(dataset.samples[0].lookGroup, "");
    dataset.samples[1].patientId.clear();
    groupLookAlikes(dataset, prints);
    EXPECT_EQ(dataset.samples[0].lookGroup, "look-1");
}

/// The 600 films, and what the threshold rests on.
TEST(LookAlikes, OnRealFilmsOnlyThePairOfOneVisitIsGrouped) {
    const auto root = test::sharedFolder() / "data/cxr-effusion";
    if (!std::filesystem::exists(root / "labels.csv"))
        GTEST_SKIP() << root << " is absent";
    auto dataset = datasetFromCsv(root, root / "labels.csv");
    ASSERT_TRUE(dataset);
    std::vector<LookPrint> prints;
    for (const auto& sample : dataset->samples) {
        const auto image = imaging::decodeImage(*core::readFile(dataset->fileOf(sample)));
        ASSERT_TRUE(image);
        prints.emplace_back(imaging::inputPlanes(*image, side));
    }
    std::vector<double> all, ofDifferentPatients, ofOnePatient;
    for (std::size_t i = 0; i < prints.size(); ++i)
        for (std::size_t j = i + 1; j < prints.size(); ++j) {
            const auto &a = dataset->samples[i].patientId, &b = dataset->samples[j].patientId;
            all.push_back(prints[i].likeness(prints[j]));
            if (!a.empty() && !b.empty())
                (a == b ? ofOnePatient : ofDifferentPatients).push_back(all.back());
        }
    std::sort(all.rbegin(), all.rend());
    std::sort(ofDifferentPatients.rbegin(), ofDifferentPatients.rend());
    EXPECT_EQ(ofDifferentPatients.size(), 3484U);
    EXPECT_LT(ofDifferentPatients[0], lookAlike - 0.15);
    EXPECT_GT(all[0], lookAlike + 0.1);
    EXPECT_LT(all[1], lookAlike - 0.05);
    ASSERT_EQ(ofOnePatient.size(), 2U);
    std::printf("likest pair %.3f, next %.3f, of different patients %.3f; of one patient %.3f and %.3f\n",
                all[0], all[1], ofDifferentPatients[0], ofOnePatient[0], ofOnePatient[1]);
    groupLookAlikes(*dataset, prints);
    std::vector<std::string> grouped;
    for (const auto& sample : dataset->samples)
        if (!sample.lookGroup.empty())
            grouped.push_back(sample.path);
    EXPECT_THAT(grouped, ::testing::ElementsAre("effusion/effusion_0174.png", "effusion/effusion_0184.png"));
}

} // namespace
} // namespace pleurascope::data
