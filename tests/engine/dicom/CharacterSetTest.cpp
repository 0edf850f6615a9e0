// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/CharacterSet.h"

#include <gtest/gtest.h>

#include <vector>

namespace pleurascope::dicom {
namespace {

using Terms = std::vector<std::string>;

/// A person's name; `isMended` must be false.
std::string nameOf(const Terms& terms, std::string_view raw) {
    const auto text = CharacterSet(terms).toUtf8(raw, "\\^=");
    EXPECT_FALSE(text.isMended) << text.utf8;
    return text.utf8;
}

std::string mended(const Terms& terms, std::string_view raw) {
    const auto text = CharacterSet(terms).toUtf8(raw, "\\^=");
    EXPECT_TRUE(text.isMended) << text.utf8;
    return text.utf8;
}

TEST(CharacterSetTest, JapaneseNamesOfTheStandardAreRead) { // PS3.5 H.3.1, H.3.2
    EXPECT_EQ(nameOf({"", "ISO 2022 IR 87"}, "Yamada^Tarou=\033$B;3ED\033(B^\033$BB@O:\033(B="
                                             "\033$B$d$^$@\033(B^\033$B$?$m$&\033(B"),
              "Yamada^Tarou=山田^太郎=やまだ^たろう");
    EXPECT_EQ(nameOf({"ISO 2022 IR 13", "ISO 2022 IR 87"},
                     "\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\033$B;3ED\033(J^\033$BB@O:\033(J="
                     "\033$B$d$^$@\033(J^\033$B$?$m$&\033(J"),
              "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
}

TEST(CharacterSetTest, SupplementaryKanjiAreRead) {
    EXPECT_EQ(nameOf({"", "ISO 2022 IR 87", "ISO 2022 IR 159"}, "A=\033$(D0!\033(B^\033$B;3\033(B"),
              "A=丂^山");
}

TEST(CharacterSetTest, KoreanNamesOfTheStandardAreRead) { // PS3.5 I.2, I.3
    EXPECT_EQ(nameOf({"", "ISO 2022 IR 149"}, "Hong^Gildong=\033$)C\xfb\xf3^\033$)C\xd1\xce\xd4\xd7="
                                              "\033$)C\xc8\xab^\033$)C\xb1\xe6\xb5\xbf"),
              "Hong^Gildong=洪^吉洞=홍^길동");
}

TEST(CharacterSetTest, ChineseNamesOfTheStandardAreRead) { // PS3.5 J.1 to J.4, K.2
    EXPECT_EQ(nameOf({"ISO_IR 192"}, "Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1="),
              "Wang^XiaoDong=王^小東=");
    EXPECT_EQ(nameOf({"GB18030"}, "Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab="), "Wang^XiaoDong=王^小东=");
    EXPECT_EQ(nameOf({"GBK"}, "Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab="), "Wang^XiaoDong=王^小东=");
    EXPECT_EQ(nameOf({"", "ISO 2022 IR 58"}, "Zhang^XiaoDong=\033$)A\xd5\xc5^\033$)A\xd0\xa1\xb6\xab="),
              "Zhang^XiaoDong=张^小东=");
}

TEST(CharacterSetTest, EverySingleByteSetIsRead) {
    struct Sample {
        const char* term;
        const char* raw;
        const char* text;
    };
    const std::vector<Sample> samples{
        {"ISO_IR 100", "Buc^J\xe9r\xf4me", "Buc^Jérôme"},
        {"ISO_IR 101", "Wa\xb3\xeasa", "Wałęsa"},
        {"ISO_IR 109", "\xa1\xf8", "Ħĝ"},
        {"ISO_IR 110", "J\xe3nis", "Jãnis"},
        {"ISO_IR 144",
         "\xbb\xee\xda"
         "ce\xdc\xd1yp\xd3",
         "Люкceмбypг"},
        {"ISO_IR 127", "\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1", "قباني^لنزار"},
        {"ISO_IR 126", "\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Διονυσιος"},
        {"ISO_IR 138", "\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4", "שרון^דבורה"},
        {"ISO_IR 148",
         "\xc7"
         "elik^\xdd"
         "nan",
         "Çelik^İnan"},
        {"ISO_IR 203",
         "\xbd"
         "uvre \xa4",
         "œuvre €"},
        {"ISO_IR 166", "\xb9\xd2\xc2", "นาย"},
        {"ISO_IR 13", "\xd4\xcf\xc0\xde", "ﾔﾏﾀﾞ"},
    };
    for (const auto& sample : samples)
        EXPECT_EQ(nameOf({sample.term}, sample.raw), sample.text) << sample.term;
}

TEST(CharacterSetTest, OneTextMayChangeBetweenAlphabets) {
    EXPECT_EQ(nameOf({"ISO 2022 IR 100", "ISO 2022 IR 144", "ISO 2022 IR 126"},
                     "Dionysios is \033-F\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2\033-A, \xc4\033-L\xbb\xee"),
              "Dionysios is Διονυσιος, ÄЛю");
}

TEST(CharacterSetTest, ADelimiterBringsTheFirstSetBack) {
    EXPECT_EQ(nameOf({"ISO 2022 IR 100", "ISO 2022 IR 126"}, "\033-F\xc4^\xc4\r\n\xc4"), "Δ^Ä\r\nÄ");
    const auto longText =
        CharacterSet(Terms{"ISO 2022 IR 100", "ISO 2022 IR 126"}).toUtf8("\033-F\xc4^\xc4", "\\");
    EXPECT_EQ(longText.utf8, "Δ^Δ");
}

TEST(CharacterSetTest, BytesOfAKanjiAreNoDelimiters) {
    // U+8868, 0x493D, ends on '='; U+30BD, 0x253D, too
    EXPECT_EQ(nameOf({"", "ISO 2022 IR 87"}, "\033$BI=%=\033(B^A"), "表ソ^A");
}

TEST(CharacterSetTest, MisspelledTermsAreUnderstood) {
    for (const std::string term : {"ISO-IR 100", "iso_ir_100", "ISO IR 100", "ISO_IR100", "ISO 2022 IR 100"})
        EXPECT_EQ(nameOf({term}, "J\xe9"), "Jé") << term;
    EXPECT_EQ(nameOf({"UTF-8"}, "J\xc3\xa9"), "Jé");
    EXPECT_TRUE(CharacterSet(Terms{"ISO 2022 IR 6", "ISO 2022 IR 87"}).isKnown());
}

TEST(CharacterSetTest, UnknownTermsAreNamed) {
    EXPECT_EQ(CharacterSet(Terms{"NONSENSE", "ISO 2022 IR 999"}).unknownTerm(), "NONSENSE");
    EXPECT_EQ(CharacterSet(Terms{"ISO_IR 100", "ISO 2022 IR 999"}).unknownTerm(), "ISO 2022 IR 999");
    EXPECT_EQ(CharacterSet(Terms{"12"}).unknownTerm(), "12");
}

TEST(CharacterSetTest, TextOfNoOrAWrongSetIsGuessed) {
    EXPECT_EQ(mended({}, "J\xc3\xa9"), "Jé");
    EXPECT_EQ(mended({}, "J\xe9"), "Jé");
    EXPECT_EQ(mended({"ISO_IR 192"}, "M\xfcller"), "Müller");
    EXPECT_EQ(mended({"ISO_IR 100"}, "M\xc3\xbcller"), "Müller");
    EXPECT_EQ(mended({"KLINGON"}, "M\xfcller"), "Müller");
}

TEST(CharacterSetTest, ControlsStayForTheCaller) {
    EXPECT_EQ(nameOf({"ISO_IR 100"}, std::string_view("\x07\xe9\0\x07"
                                                      "a",
                                                      5)),
              std::string("\x07é\0\x07"
                          "a",
                          6));
}

TEST(CharacterSetTest, BrokenEscapesAndHalfCharactersDoNotEndTheText) {
    EXPECT_EQ(mended({"ISO_IR 100"}, "A\033ZB"), "AZB");
    EXPECT_EQ(mended({"ISO_IR 100"}, "A\033"), "A");
    EXPECT_EQ(mended({"", "ISO 2022 IR 87"}, "\033$B;3;"), "\xef\xbf\xbd");
    EXPECT_EQ(mended({"ISO 2022 IR 149"}, "\xc8"), "È");
}

} // namespace
} // namespace pleurascope::dicom
