// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/NameSound.h"

#include <gtest/gtest.h>

namespace pleurascope::store {
namespace {

TEST(NameSoundTest, CodesAreThoseOfTheNationalArchives) {
    // US National Archives, "The Soundex Indexing System", its own examples; Knuth, TAOCP 3, 6, for the
    // others
    for (const auto& [name, code] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Washington", "W252"},
                                                                    {"Lee", "L000"},
                                                                    {"Gutierrez", "G362"},
                                                                    {"Pfister", "P236"},
                                                                    {"Jackson", "J250"},
                                                                    {"Tymczak", "T522"},
                                                                    {"Ashcraft", "A261"},
                                                                    {"Robert", "R163"},
                                                                    {"Rupert", "R163"},
                                                                    {"Honeyman", "H555"},
                                                                    {"Euler", "E460"},
                                                                    {"Ellery", "E460"},
                                                                    {"Gauss", "G200"},
                                                                    {"Hilbert", "H416"},
                                                                    {"Lloyd", "L300"},
                                                                    {"Lukasiewicz", "L222"}})
        EXPECT_EQ(soundex(name), code) << name;
}

TEST(NameSoundTest, AccentsDoNotCountAndOtherScriptsHaveNoSound) {
    EXPECT_EQ(soundex("M\u00FCller"), "M460");
    EXPECT_EQ(soundex("m\u00DCLLER"), soundex("Mueller"));
    EXPECT_EQ(soundex("\u0141ukasiewicz"), "L222");
    EXPECT_EQ(soundex("\u017Di\u017Eka"), soundex("Zizka"));
    EXPECT_EQ(soundex("\u5C71\u7530"), "");
    EXPECT_EQ(soundex(""), "");
    EXPECT_EQ(soundex("\xC3"), ""); // cut off in the middle
    EXPECT_EQ(nameSound("M\u00FCller-Meier^Anna^^Dr."), "~M460 ~M600 ~A500 ~D600");
    EXPECT_EQ(nameSound("\u5C71\u7530^\u592A\u90CE"), "");
}

} // namespace
} // namespace pleurascope::store
