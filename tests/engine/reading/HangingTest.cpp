// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Hanging.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::reading {
namespace {

store::FilmRecord film(const std::string& modality, const std::string& view, const std::string& part = {}) {
    store::FilmRecord record;
    record.modality = modality;
    record.view = view;
    record.bodyPart = part;
    return record;
}

using Film = Hanging::Film;

TEST(Hanging, AFrontalFilmHangsBesideItsLatestPrior) {
    const std::vector<StudyFilmList> studies{
        {film("DX", "LL"), film("DX", "PA")}, {film("CT", "")}, {film("CR", "AP")}, {film("DX", "PA")}};
    const Hanging hanging = hang(standardHangingRules(), studies);
    EXPECT_EQ(hanging.columns, 2);
    EXPECT_TRUE(hanging.isLinked);
    ASSERT_EQ(hanging.cells.size(), 2U);
    EXPECT_EQ(hanging.cells[0], Film(0, 1));
    EXPECT_EQ(hanging.cells[1], Film(2, 0)); // not the CT, and the later of the two
}

TEST(Hanging, WithoutPriorsFrontalAndLateralHangTheSameWayEachTime) {
    for (const bool frontalFirst : {true, false}) {
        StudyFilmList films{film("CR", "LATERAL"), film("CR", "PA")};
        if (frontalFirst)
            std::swap(films[0], films[1]);
        const Hanging hanging = hang(standardHangingRules(), {films});
        EXPECT_EQ(hanging.rule, "Frontal and lateral film");
        EXPECT_FALSE(hanging.isLinked);
        EXPECT_EQ(hanging.cells[0], Film(0, frontalFirst ? 0 : 1));
        EXPECT_EQ(hanging.cells[1], Film(0, frontalFirst ? 1 : 0));
    }
}

TEST(Hanging, WhereNoRuleAppliesTheFirstFilmHangsAloneAndNoRuleIsNamed) {
    const Hanging hanging = hang(standardHangingRules(), {{film("CT", "")}, {film("CT", "")}});
    EXPECT_EQ(hanging.rule, "");
    ASSERT_EQ(hanging.cells.size(), 1U);
    EXPECT_EQ(hanging.cells[0], Film(0, 0));
}

TEST(Hanging, AFilmThatDoesNotSayItsViewMayHangWhereAnotherIsCloser) {
    const FilmPattern frontal{{"DX"}, {"PA"}, {}, {}};
    EXPECT_TRUE(frontal.matches(film("DX", "")));
    EXPECT_FALSE(frontal.matches(film("DX", "LL")));
    const HangingRule rule{"one", 1, 1, false, {{false, true, frontal}}};
    EXPECT_EQ(hang({rule}, {{film("DX", ""), film("DX", "PA")}}).cells[0], Film(0, 1));
    EXPECT_EQ(hang({rule}, {{film("DX", "")}}).cells[0], Film(0, 0));
}

TEST(Hanging, NoFilmHangsTwiceAndOptionalPlacesMayStayEmpty) {
    const FilmPattern any;
    const HangingRule rule{"four", 2, 2, true, {{false, true, any}, {false, true, any}, {true, false, any}}};
    const Hanging hanging = hang({rule}, {{film("DX", "PA"), film("DX", "PA")}});
    EXPECT_EQ(hanging.rule, "four");
    ASSERT_EQ(hanging.cells.size(), 4U);
    EXPECT_EQ(hanging.cells[0], Film(0, 0));
    EXPECT_EQ(hanging.cells[1], Film(0, 1));
    EXPECT_FALSE(hanging.cells[2]);
    EXPECT_FALSE(hanging.cells[3]);
    EXPECT_EQ(hang({rule}, {{film("DX", "PA")}}).rule, "");
}

TEST(Hanging, ARuleThatIsAskedForHangsWhatThereIs) {
    const Hanging hanging = hangBy(standardHangingRules()[0], {{film("DX", "PA")}});
    EXPECT_EQ(hanging.cells[0], Film(0, 0));
    EXPECT_FALSE(hanging.cells[1]);
}

TEST(HangingRules, AreReadBackAsTheyWereWritten) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "hanging.json";
    EXPECT_EQ(readHangingRules(file).value(), standardHangingRules()); // no file
    auto rules = standardHangingRules();
    rules[0].name = "Thorax \"früher\"";
    rules[1].places[1].isNeeded = false;
    rules[1].places[1].film.lateralities = {"L"};
    ASSERT_TRUE(writeHangingRules(file, rules));
    EXPECT_EQ(readHangingRules(file).value(), rules);
}

TEST(HangingRules, WhatIsWrongIsNamedWithItsRule) {
    const auto error = [](const std::string& text) {
        const auto rules = hangingRulesFromJson(text);
        EXPECT_FALSE(rules) << text;
        return rules ? std::string() : rules.error().detail;
    };
    EXPECT_NE(error("{").find("the file"), std::string::npos);
    EXPECT_NE(
        error(R"({"hanging_rules": [{"name": "a", "cells": [{}]}, {"name": "b", "vew": 1, "cells": [{}]}]})")
            .find("rule 2: unknown key \"vew\""),
        std::string::npos);
    EXPECT_NE(error(R"({"hanging_rules": [{"name": "a", "rows": 3, "cells": [{}]}]})").find("rule 1"),
              std::string::npos);
    EXPECT_NE(error(R"({"hanging_rules": [{"name": "a", "cells": [{}, {}]}]})").find("2 cells in 1 x 1"),
              std::string::npos);
    EXPECT_NE(error(R"({"hanging_rules": [{"name": " ", "cells": [{}]}]})").find("needs a name"),
              std::string::npos);
    EXPECT_NE(error(R"({"hanging_rules": [{"name": "a", "cells": [{"study": "next"}]}]})").find("prior"),
              std::string::npos);
}

} // namespace
} // namespace pleurascope::reading
