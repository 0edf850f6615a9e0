// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Auc.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace pleurascope::training {
namespace {

using Scores = std::vector<double>;

TEST(ExactAuc, CountsTiesHalf) {
    EXPECT_DOUBLE_EQ(exactAuc(Scores{0.1, 0.4, 0.35, 0.8}, {false, false, true, true}), 0.75);
    EXPECT_DOUBLE_EQ(exactAuc(Scores{0.5, 0.5, 0.5}, {false, true, true}), 0.5);
    EXPECT_DOUBLE_EQ(exactAuc(Scores{0.5, 0.7}, {true, true}), 0.0);
}

double meanOf(const Scores& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double covariance(const Scores& a, const Scores& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - meanOf(a)) * (b[i] - meanOf(b));
    return sum / static_cast<double>(a.size() - 1);
}

/// The structural components of DeLong's paper written down plainly, pair by pair.
struct PlainDeLong {
    Scores v10, v01;

    PlainDeLong(const Scores& scores, const std::vector<bool>& positive) {
        Scores x, y;
        for (std::size_t i = 0; i < scores.size(); ++i)
            (positive[i] ? x : y).push_back(scores[i]);
        const auto psi = [](double a, double b) { return a > b ? 1.0 : a == b ? 0.5 : 0.0; };
        for (const double a : x) {
            v10.push_back(0);
            for (const double b : y)
                v10.back() += psi(a, b) / static_cast<double>(y.size());
        }
        for (const double b : y) {
            v01.push_back(0);
            for (const double a : x)
                v01.back() += psi(a, b) / static_cast<double>(x.size());
        }
    }
};

/// Entry of the paper's covariance matrix S.
double covarianceOfAreas(const PlainDeLong& a, const PlainDeLong& b) {
    return covariance(a.v10, b.v10) / static_cast<double>(a.v10.size()) +
           covariance(a.v01, b.v01) / static_cast<double>(a.v01.size());
}

/// 60 films of 20 positives, with ties; the second score leans on the first.
struct DrawnScores {
    Scores first, second;
    std::vector<bool> positive;

    explicit DrawnScores(unsigned seed) {
        std::mt19937 generator(seed);
        for (int i = 0; i < 60; ++i) {
            positive.push_back(i % 3 == 0);
            first.push_back(static_cast<double>(generator() % 10 + (positive.back() ? 3 : 0)));
            second.push_back(first.back() + static_cast<double>(generator() % 5));
        }
    }
};

TEST(DeLongInterval, HasTheVarianceOfThePaperAlsoWithTies) {
    const DrawnScores drawn(3);
    const auto interval = deLongInterval(drawn.first, drawn.positive);
    const PlainDeLong plain(drawn.first, drawn.positive);
    EXPECT_NEAR(interval.auc, exactAuc(drawn.first, drawn.positive), 1e-15);
    EXPECT_NEAR((interval.high - interval.low) / 2,
                1.959963984540054 * std::sqrt(covarianceOfAreas(plain, plain)), 1e-12);
}

TEST(PairedDeLong, HasTheCovarianceOfThePaper) {
    const DrawnScores drawn(5);
    const auto result = pairedDeLong(drawn.first, drawn.second, drawn.positive);
    const PlainDeLong a(drawn.first, drawn.positive), b(drawn.second, drawn.positive);
    const double deviation =
        std::sqrt(covarianceOfAreas(a, a) + covarianceOfAreas(b, b) - 2 * covarianceOfAreas(a, b));
    EXPECT_DOUBLE_EQ(result.difference,
                     exactAuc(drawn.first, drawn.positive) - exactAuc(drawn.second, drawn.positive));
    EXPECT_NEAR((result.high - result.low) / 2, 1.959963984540054 * deviation, 1e-12);
    EXPECT_NEAR(result.p, std::erfc(std::abs(result.difference) / deviation / std::sqrt(2.0)), 1e-12);
}

TEST(PairedDeLong, WorkedByHandOnFourFilms) {
    // Positives a, b; negatives c, d. First: V10 = (1, 1/2), V01 = (1, 1/2). Second: all 1.
    const auto result = pairedDeLong(Scores{4, 2, 1, 3}, Scores{4, 3, 1, 2}, {true, true, false, false});
    EXPECT_DOUBLE_EQ(result.first, 0.75);
    EXPECT_DOUBLE_EQ(result.second, 1.0);
    // Each side's differences are (0, -1/2): variance 1/8 over 2 films, twice: 1/8.
    EXPECT_NEAR(result.low, -0.25 - 1.959963984540054 * std::sqrt(0.125), 1e-12);
    EXPECT_NEAR(result.high, -0.25 + 1.959963984540054 * std::sqrt(0.125), 1e-12);
}

TEST(PairedDeLong, IsAntisymmetricAndSilentOnTheSameScores) {
    const DrawnScores drawn(7);
    const auto forth = pairedDeLong(drawn.first, drawn.second, drawn.positive);
    const auto back = pairedDeLong(drawn.second, drawn.first, drawn.positive);
    EXPECT_NEAR(forth.low, -back.high, 1e-15);
    EXPECT_DOUBLE_EQ(forth.p, back.p);
    const auto same = pairedDeLong(drawn.first, drawn.first, drawn.positive);
    EXPECT_EQ(same.difference, 0);
    EXPECT_EQ(same.low, 0);
    EXPECT_EQ(same.p, 1);
}

std::vector<int> oneByOne(std::size_t count) {
    std::vector<int> patients(count);
    std::iota(patients.begin(), patients.end(), 0);
    return patients;
}

TEST(BootstrapAuc, AgreesWithDeLongWhereEachFilmIsAPatient) {
    std::mt19937 generator(11);
    std::normal_distribution<double> noise;
    Scores scores;
    std::vector<bool> positive;
    for (int i = 0; i < 400; ++i) {
        positive.push_back(i % 4 == 0);
        scores.push_back(noise(generator) + (positive.back() ? 1.0 : 0.0));
    }
    const auto deLong = deLongInterval(scores, positive);
    const auto bootstrap = bootstrapAuc(scores, positive, oneByOne(400));
    EXPECT_DOUBLE_EQ(bootstrap.auc, deLong.auc);
    EXPECT_NEAR(bootstrap.low, deLong.low, 0.01);
    EXPECT_NEAR(bootstrap.high, deLong.high, 0.01);
}

TEST(BootstrapAuc, TwentyCopiesOfEachFilmNarrowItOnlyWhereTheyCountAsOtherPatients) {
    const DrawnScores drawn(13);
    const auto single = bootstrapAuc(drawn.first, drawn.positive, oneByOne(60));
    Scores scores;
    std::vector<bool> positive;
    std::vector<int> patients;
    for (int copy = 0; copy < 20; ++copy)
        for (std::size_t i = 0; i < 60; ++i) {
            scores.push_back(drawn.first[i]);
            positive.push_back(drawn.positive[i]);
            patients.push_back(static_cast<int>(i));
        }
    const auto byPatient = bootstrapAuc(scores, positive, patients);
    const auto byFilm = bootstrapAuc(scores, positive, oneByOne(1200));
    EXPECT_DOUBLE_EQ(byPatient.low, single.low);
    EXPECT_DOUBLE_EQ(byPatient.high, single.high);
    EXPECT_LT(byFilm.high - byFilm.low, 0.5 * (byPatient.high - byPatient.low));
}

TEST(BootstrapAuc, DependsOnItsSeedAlone) {
    const DrawnScores drawn(17);
    const auto patients = oneByOne(60);
    const auto first = bootstrapAuc(drawn.first, drawn.positive, patients, {500, 1});
    const auto again = bootstrapAuc(drawn.first, drawn.positive, patients, {500, 1});
    const auto other = bootstrapAuc(drawn.first, drawn.positive, patients, {500, 2});
    EXPECT_EQ(first.low, again.low);
    EXPECT_EQ(first.high, again.high);
    EXPECT_NE(first.low + first.high, other.low + other.high);
}

TEST(BootstrapAuc, DrawsAgainWhereAClassIsLackingAndGivesUpWithoutOne) {
    const auto two = bootstrapAuc(Scores{0.2, 0.9}, {false, true}, {0, 1});
    EXPECT_EQ(two.low, 1);
    EXPECT_EQ(two.high, 1);
    EXPECT_EQ(bootstrapAuc(Scores{0.2, 0.9}, {true, true}, {0, 1}).high, 0);
    EXPECT_EQ(bootstrapAuc(Scores{}, {}, {}).high, 0);
}

} // namespace
} // namespace pleurascope::training
