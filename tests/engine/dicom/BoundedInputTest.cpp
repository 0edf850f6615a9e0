// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that DCMTK understands otherwise than the walk before it: what they claim must not cost what they
// say.
#include "engine/dicom/elements/BoundedInput.h"

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/deidentification/Deidentifier.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/dicom/elements/BareHeader.h"
#include "engine/dicom/elements/TagList.h"
#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <algorithm>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using test::bytesOf;
using test::SyntheticDicom;
using Syntax = SyntheticDicom::Syntax;

constexpr rlim_t gibibyte = rlim_t(1) << 30;

/// As long as it lives, the process gets no more than so much address space.
class MemoryLimit {
public:
    explicit MemoryLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_AS, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    ~MemoryLimit() { ::setrlimit(RLIMIT_AS, &m_before); }
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;

private:
    rlimit m_before{};
};

template <class Result>
ErrorCode codeOf(const Result& result) {
    return result ? ErrorCode::internal : result.error().code;
}

std::vector<ErrorCode> allCodes(std::string_view file) {
    const auto bytes = bytesOf(file);
    return {codeOf(readHeader(bytes)), codeOf(readFilm(bytes)),      codeOf(readBareHeader(bytes)),
            codeOf(readTags(bytes)),   codeOf(readDirectory(bytes)), codeOf(deidentify(bytes, {}))};
}

/// An implicit sequence that begins with its end: the walk takes the rest for its value, DCMTK for elements.
std::string endedSequence(const std::string& rest) {
    const SyntheticDicom encoding(Syntax::implicitLittle);
    const auto end = std::string("\xfe\xff\xdd\xe0\0\0\0\0", 8);
    return encoding.header({0x0008, 0x1140}, "SQ", end.size() + rest.size()) + end + rest;
}

std::string fileWith(const std::string& elements) {
    auto file = SyntheticDicom(Syntax::implicitLittle).file();
    const auto position = file.find(std::string("\x10\0\x10\0", 4));
    return file.insert(position, elements);
}

TEST(BoundedInputTest, ALengthBeyondTheBytesCostsNoMemory) {
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "its shadow memory leaves nothing to be limited";
#endif
    const SyntheticDicom implicitly(Syntax::implicitLittle);
    const auto huge = implicitly.header({0x0009, 0x1001}, "OB", 0xfffffff0);
    const auto behindSequence = fileWith(endedSequence(huge));
    const SyntheticDicom explicitly;
    auto lost = explicitly.file();
    lost.insert(lost.find(std::string("\x10\0\x10\0", 4)),
                std::string("\x09\0\1\x10zz\0\0", 8) + explicitly.header({0x0009, 0x1002}, "OB", 0xfffffff0));
    (void)readHeader(bytesOf(SyntheticDicom().file())); // what is made once is not counted
    const MemoryLimit limit(2 * gibibyte);
    for (const auto& file : {behindSequence, lost})
        for (const auto code : allCodes(file))
            EXPECT_NE(code, ErrorCode::outOfMemory);
}

TEST(BoundedInputTest, WhatIsBeforeATooLongElementIsRead) {
    const SyntheticDicom implicitly(Syntax::implicitLittle);
    const auto file = fileWith(endedSequence(implicitly.header({0x0009, 0x1001}, "OB", 0xfffffff0)));
    const auto header = readBareHeader(bytesOf(file));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->series.modality, "CR");
}

TEST(BoundedInputTest, SequencesThatOnlyDcmtkSeesDoNotExhaustTheStack) {
    const SyntheticDicom encoding(Syntax::implicitLittle);
    std::string nested;
    for (int i = 0; i < 100'000; ++i)
        nested += encoding.header({0x0008, 0x1140}, "SQ", 0xffffffff) +
                  std::string("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
    for (const auto code : allCodes(fileWith(endedSequence(nested))))
        EXPECT_NE(code, ErrorCode::limitExceeded); // the walk has not seen it
}

TEST(BoundedInputTest, AsManyLevelsAsTheWalkAllowsAreRead) {
    const SyntheticDicom encoding;
    std::string nested, end;
    for (int i = 0; i < 64; ++i) {
        nested += encoding.header({0x0008, 0x1140}, "SQ", 0xffffffff) +
                  std::string("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
        end += std::string("\xfe\xff\x0d\xe0\0\0\0\0\xfe\xff\xdd\xe0\0\0\0\0", 16);
    }
    auto file = SyntheticDicom().file();
    file.insert(file.find(std::string("\x10\0\x10\0", 4)), nested + end);
    const auto film = readFilm(bytesOf(file));
    ASSERT_TRUE(film);
    EXPECT_TRUE(film->assumptions.empty());
}

TEST(BoundedInputTest, AnUnknownElementThatHoldsNoItemsIsNoSequence) {
    const auto file = SyntheticDicom().text({0x0028, 0x9110}, "UN", "these are no items").file();
    const auto film = readFilm(bytesOf(file));
    ASSERT_TRUE(film);
    EXPECT_TRUE(film->assumptions.empty());
    EXPECT_EQ(film->patient.id, "P1");
    const auto lines = readTags(bytesOf(file));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    const auto line = std::ranges::find(*lines, "0028,9110", &TagLine::path);
    ASSERT_NE(line, lines->end());
    EXPECT_EQ(line->vr, "UN");
    EXPECT_EQ(line->length, 18u);
}

TEST(BoundedInputTest, AnUnknownElementWithItemsIsASequence) {
    SyntheticDicom item(Syntax::implicitLittle);
    const auto uid = item.clear().text({0x0008, 0x0018}, "UI", "1.2.3.").elements();
    const auto file = SyntheticDicom()
                          .text({0x0028, 0x9110}, "UN", std::string("\xfe\xff\x00\xe0\x0e\0\0\0", 8) + uid)
                          .file();
    const auto lines = readTags(bytesOf(file));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    EXPECT_NE(std::ranges::find(*lines, "0028,9110[1].0008,0018", &TagLine::path), lines->end());
}

} // namespace
} // namespace pleurascope::dicom
