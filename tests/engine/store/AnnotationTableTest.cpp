// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <limits>

namespace pleurascope::store {
namespace {

AnnotationRecord length(std::int64_t filmId, const std::string& uid) {
    AnnotationRecord annotation;
    annotation.filmId = filmId;
    annotation.uid = uid;
    annotation.frame = 2;
    annotation.kind = "length";
    annotation.points = {0.1, 1.0 / 3, -12.25, 1e-9};
    annotation.words = "größte Breite";
    annotation.reader = "Reader 1";
    return annotation;
}

class Annotations : public StoreFixture {
protected:
    std::int64_t film() { return add(studyRecord("2.25.1"), filmRecord("/films/a.dcm", "2.25.2")).filmId; }
};

TEST_F(Annotations, AreThereAgainToTheLastBitAfterARestart) {
    const auto id = film();
    ASSERT_TRUE(m_library->putAnnotation(length(id, "m1")));
    reopen();
    const auto kept = m_library->annotationsOf(id);
    ASSERT_TRUE(kept);
    ASSERT_EQ(kept->size(), 1U);
    const AnnotationRecord& record = kept->front();
    EXPECT_EQ(record.uid, "m1");
    EXPECT_EQ(record.frame, 2);
    EXPECT_EQ(record.kind, "length");
    EXPECT_EQ(record.points, (std::vector<double>{0.1, 1.0 / 3, -12.25, 1e-9}));
    EXPECT_EQ(record.words, "größte Breite");
    EXPECT_EQ(record.reader, "Reader 1");
    EXPECT_EQ(record.madeAt.size(), 20U);
}

TEST_F(Annotations, AreChangedByTheirUidAndKeepTheirPlaceInTheOrder) {
    const auto id = film();
    ASSERT_TRUE(m_library->putAnnotation(length(id, "first")));
    ASSERT_TRUE(m_library->putAnnotation(length(id, "second")));
    auto changed = length(id, "first");
    changed.points = {5, 6};
    ASSERT_TRUE(m_library->putAnnotation(changed));
    const auto kept = m_library->annotationsOf(id).value();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].uid, "first");
    EXPECT_EQ(kept[0].points, (std::vector<double>{5, 6}));
}

TEST_F(Annotations, ThatWereRemovedComeBackWhole) {
    const auto id = film();
    auto annotation = length(id, "m1");
    ASSERT_TRUE(m_library->putAnnotation(annotation));
    annotation.removed = true;
    ASSERT_TRUE(m_library->putAnnotation(annotation));
    EXPECT_TRUE(m_library->annotationsOf(id)->empty());
    annotation.removed = false;
    ASSERT_TRUE(m_library->putAnnotation(annotation));
    EXPECT_EQ(m_library->annotationsOf(id)->size(), 1U);
}

TEST_F(Annotations, BelongToTheContentThatTheyWereDrawnOn) {
    const auto id = film();
    ASSERT_TRUE(m_library->putAnnotation(length(id, "m1")));
    auto rewritten = filmRecord("/films/a.dcm", "2.25.2", "d1");
    rewritten.modifiedNs += 1;
    ASSERT_EQ(add(studyRecord("2.25.1"), rewritten).filmId, id);
    EXPECT_TRUE(m_library->annotationsOf(id)->empty());
}

TEST_F(Annotations, OfAnotherFilmAreNotTakenOver) {
    const auto one = film();
    const auto other = add(studyRecord("2.25.1"), filmRecord("/films/b.dcm", "2.25.3")).filmId;
    ASSERT_TRUE(m_library->putAnnotation(length(one, "m1")));
    const auto refused = m_library->putAnnotation(length(other, "m1"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, core::ErrorCode::invalidArgument);
    EXPECT_EQ(m_library->annotationsOf(one)->size(), 1U);
}

TEST_F(Annotations, ThatLieNowhereAreRefused) {
    auto annotation = length(film(), "m1");
    annotation.points = {0, std::numeric_limits<double>::quiet_NaN()};
    const auto refused = m_library->putAnnotation(annotation);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, core::ErrorCode::invalidArgument);
}

} // namespace
} // namespace pleurascope::store
