// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <gmock/gmock.h>

namespace pleurascope::store {
namespace {

PresentationRecord presentation(const std::string& uid, std::vector<std::string> images,
                                const std::string& study = "2.25.1") {
    PresentationRecord record;
    record.path = "/states/" + uid + ".dcm";
    record.sopInstanceUid = uid;
    record.studyUid = study;
    record.label = "LABEL";
    record.description = "größer";
    record.creator = "Rehm^Anna";
    record.madeAt = "2026-11-28 10:15:00";
    record.imageUids = std::move(images);
    return record;
}

class Presentations : public StoreFixture {
protected:
    std::int64_t film(const std::string& uid = "2.25.2", const std::string& study = "2.25.1") {
        return add(studyRecord(study), filmRecord("/films/" + uid + ".dcm", uid)).filmId;
    }
    [[nodiscard]] std::vector<std::string> uidsOf(std::int64_t filmId) {
        std::vector<std::string> uids;
        const auto records = m_library->presentationsOf(filmId);
        for (const auto& record : *records)
            uids.push_back(record.sopInstanceUid);
        return uids;
    }
};

TEST_F(Presentations, AreFoundByTheirImagesAfterARestart) {
    const auto id = film();
    ASSERT_TRUE(m_library->putPresentation(presentation("9.1", {"2.25.2", "2.25.3"})));
    ASSERT_TRUE(m_library->putPresentation(presentation("9.2", {"2.25.3"})));
    reopen();
    const auto found = m_library->presentationsOf(id).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].path, "/states/9.1.dcm");
    EXPECT_EQ(found[0].description, "größer");
    EXPECT_EQ(found[0].creator, "Rehm^Anna");
    EXPECT_EQ(found[0].madeAt, "2026-11-28 10:15:00");
}

TEST_F(Presentations, MayBeThereBeforeTheirImages) {
    ASSERT_TRUE(m_library->putPresentation(presentation("9.1", {"2.25.2"})));
    EXPECT_THAT(uidsOf(film()), ::testing::ElementsAre("9.1"));
}

TEST_F(Presentations, OfAKnownPathOrUidTakeTheNewContent) {
    const auto id = film();
    ASSERT_TRUE(m_library->putPresentation(presentation("9.1", {"2.25.2"})));
    auto moved = presentation("9.1", {"2.25.2"});
    moved.path = "/elsewhere.dcm";
    ASSERT_TRUE(m_library->putPresentation(moved));
    ASSERT_EQ(m_library->presentationsOf(id)->size(), 1U);
    EXPECT_EQ(m_library->presentationsOf(id)->front().path, "/elsewhere.dcm");
    auto other = presentation("9.3", {"2.25.9"});
    other.path = "/elsewhere.dcm";
    ASSERT_TRUE(m_library->putPresentation(other));
    EXPECT_THAT(uidsOf(id), ::testing::IsEmpty());
}

TEST_F(Presentations, GoWithTheLastStudyOfTheirs) {
    const auto added = add(studyRecord("2.25.1"), filmRecord("/films/a.dcm", "2.25.2"));
    ASSERT_TRUE(m_library->putPresentation(presentation("9.1", {"2.25.2"})));
    ASSERT_TRUE(m_library->putPresentation(presentation("9.2", {"2.25.2"}, "2.25.7")));
    removeForGood(added.studyId);
    EXPECT_THAT(uidsOf(film()), ::testing::ElementsAre("9.2"));
}

TEST_F(Presentations, KeyImagesAreFramesOfFilms) {
    const auto added = add(studyRecord("2.25.1"), filmRecord("/films/a.dcm", "2.25.2"));
    for (const int frame : {4, 0, 4})
        ASSERT_TRUE(m_library->setKeyImage({added.filmId, frame}, true, "Rehm^Anna"));
    reopen();
    EXPECT_EQ(*m_library->keyImagesOf(added.studyId),
              (std::vector<KeyImage>{{added.filmId, 0}, {added.filmId, 4}}));
    ASSERT_TRUE(m_library->setKeyImage({added.filmId, 0}, false, {}));
    EXPECT_EQ(*m_library->keyImagesOf(added.studyId), (std::vector<KeyImage>{{added.filmId, 4}}));
    EXPECT_TRUE(m_library->keyImagesOf(added.studyId + 1)->empty());
}

} // namespace
} // namespace pleurascope::store
