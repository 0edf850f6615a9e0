// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ContentDigest.h"
#include "engine/reading/Agreement.h"
#include "engine/reading/Verification.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

namespace pleurascope::reading {
namespace {

using store::FileIntegrity;
using store::VerdictChoice;

class VerificationTest : public ::testing::Test {
protected:
    void SetUp() override { m_library = store::Library::open(m_folder.path() / "library.sqlite").value(); }
    std::filesystem::path film(const std::string& name, const std::string& content) {
        const auto path = m_folder.write(name, content);
        store::FilmRecord film;
        film.path = path.string();
        film.fileSize = std::int64_t(content.size());
        film.contentDigest = intake::contentDigest(path);
        EXPECT_TRUE(m_library->addFilm({}, film));
        return path;
    }
    VerificationReport verify(std::stop_token stop = {}) {
        m_found.clear();
        return verifyLibrary(
                   *m_library, [&](const store::FilmRecord& film) { m_found[film.path] = film.integrity; },
                   {}, stop)
            .value();
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<store::Library> m_library;
    std::map<std::string, FileIntegrity> m_found;
};

TEST_F(VerificationTest, AChangeThatTheImportsDigestDoesNotSeeIsFoundTheSecondTime) {
    std::string content(4'000'000, 'a');
    const auto path = film("large.dcm", content);
    EXPECT_EQ(verify().sound, 1);
    const auto digest = intake::contentDigest(path);
    std::size_t place = 1'000'000;
    for (; place < 1'100'000; place += 1000) { // a byte between the samples
        content[place] = 'b';
        m_folder.write("large.dcm", content);
        if (intake::contentDigest(path) == digest)
            break;
        content[place] = 'a';
    }
    ASSERT_LT(place, 1'100'000U);
    EXPECT_EQ(verify().changed, 1);
    content[place] = 'a';
    m_folder.write("large.dcm", content);
    EXPECT_EQ(verify().sound, 1);
}

TEST_F(VerificationTest, ChangedAndMissingFilesAreFoundAndNoted) {
    film("sound.dcm", "as it came");
    const auto longer = film("longer.dcm", "before");
    const auto same = film("same-size.dcm", "before");
    const auto gone = film("gone.dcm", "there");
    EXPECT_EQ(verify().sound, 4);
    m_folder.write("longer.dcm", "before and after");
    m_folder.write("same-size.dcm", "behind");
    std::filesystem::remove(gone);
    const auto report = verify();
    EXPECT_EQ(report.sound, 1);
    EXPECT_EQ(report.changed, 2);
    EXPECT_EQ(report.missing, 1);
    EXPECT_EQ(m_found, (std::map<std::string, FileIntegrity>{{longer.string(), FileIntegrity::changed},
                                                             {same.string(), FileIntegrity::changed},
                                                             {gone.string(), FileIntegrity::missing}}));
    const auto films = m_library->filmsFrom(0, 10);
    ASSERT_TRUE(films);
    for (const auto& film : *films)
        EXPECT_EQ(film.integrity, m_found.contains(film.path) ? m_found[film.path] : FileIntegrity::sound);
    m_folder.write("gone.dcm", "there"); // the share is back
    EXPECT_EQ(verify().missing, 0);
}

TEST_F(VerificationTest, StoppedItKeepsWhatItHasSeen) {
    film("a.dcm", "a");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(verify(stop.get_token()).outcome, core::Outcome::stopped);
}

store::WorklistRow judged(double probability, VerdictChoice choice) {
    store::WorklistRow row;
    row.prediction.emplace();
    row.prediction->probability = probability;
    row.prediction->threshold = 0.5;
    row.verdict.emplace();
    row.verdict->choice = choice;
    return row;
}

TEST(ReadersFinding, AgreeingTakesTheScoresSide) {
    EXPECT_EQ(readersFinding(judged(0.9, VerdictChoice::agree)), true);
    EXPECT_EQ(readersFinding(judged(0.9, VerdictChoice::disagree)), false);
    EXPECT_EQ(readersFinding(judged(0.1, VerdictChoice::agree)), false);
    EXPECT_EQ(readersFinding(judged(0.1, VerdictChoice::disagree)), true);
    auto unscored = judged(0.1, VerdictChoice::agree);
    unscored.prediction.reset();
    EXPECT_EQ(readersFinding(unscored), std::nullopt);
}

/// The example of Wikipedia's 'Cohen's kappa' (accessed 2026): 20 both, 15 neither, 5 and 10 apart: 0.4.
TEST(AgreementTest, KappaIsThatOfAPublishedExample) {
    std::vector<store::WorklistRow> rows;
    const auto add = [&](int count, double probability, VerdictChoice choice) {
        for (int i = 0; i < count; ++i)
            rows.push_back(judged(probability, choice));
    };
    add(20, 0.9, VerdictChoice::agree);
    add(15, 0.1, VerdictChoice::agree);
    add(5, 0.1, VerdictChoice::disagree);
    add(10, 0.9, VerdictChoice::disagree);
    const Agreement agreement = agreementOf(rows);
    EXPECT_EQ(agreement.studies(), 50);
    EXPECT_EQ(agreement.readerOnly, 5);
    EXPECT_EQ(agreement.modelOnly, 10);
    EXPECT_NEAR(agreement.kappa, 0.4, 1e-12);
    EXPECT_NEAR(agreement.high - agreement.kappa, 1.959964 * std::sqrt(0.7 * 0.3 / 50) / 0.5, 1e-9);
    EXPECT_EQ(agreementOf({}).kappa, 0);
}

} // namespace
} // namespace pleurascope::reading
