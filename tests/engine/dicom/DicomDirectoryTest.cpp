// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/directory/DicomDirectory.h"

#include "engine/core/Files.h"
#include "engine/dicom/elements/BareHeader.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Records in the order of a file, linked by their indices; -1 is none.
struct Record {
    const char* type;
    int next = -1;
    int lower = -1;
    std::string file = {};
    std::string name = {};
};

SyntheticDicom recordOf(const Record& record, const std::vector<std::uint32_t>& offsets) {
    const auto offsetOf = [&](int index) {
        return SyntheticDicom().number(index < 0 ? 0 : offsets[std::size_t(index)], 4);
    };
    SyntheticDicom item;
    item.clear()
        .text({0x0004, 0x1400}, "UL", offsetOf(record.next))
        .text({0x0004, 0x1420}, "UL", offsetOf(record.lower));
    item.text({0x0004, 0x1430}, "CS", record.type);
    if (!record.file.empty())
        item.text({0x0004, 0x1500}, "CS", record.file).text({0x0004, 0x1511}, "UI", "1.2.3");
    if (!record.name.empty())
        item.text({0x0010, 0x0010}, "PN", record.name);
    return item;
}

std::string directoryOf(const std::vector<Record>& records, int root = 0) {
    std::vector<std::uint32_t> offsets(records.size(), 0);
    std::string file;
    for (int pass = 0; pass < 2; ++pass) { // the first one finds the places
        std::vector<SyntheticDicom> items;
        for (const auto& record : records)
            items.push_back(recordOf(record, offsets));
        SyntheticDicom directory;
        directory.clear().text({0x0004, 0x1130}, "CS", "SET");
        directory.text({0x0004, 0x1200}, "UL",
                       directory.number(root < 0 ? 0 : offsets[std::size_t(root)], 4));
        file = directory.sequence({0x0004, 0x1220}, items).mediaStorage("1.2.840.10008.1.3.10").file();
        auto place = file.size();
        for (auto i = records.size(); i-- > 0;)
            offsets[i] = std::uint32_t(place -= items[i].elements().size() + 8);
    }
    return file;
}

DicomDirectory read(const std::string& file) {
    auto directory = readDirectory(bytesOf(file));
    EXPECT_TRUE(directory) << core::describe(directory.error());
    return directory ? std::move(*directory) : DicomDirectory{};
}

TEST(DicomDirectoryTest, FilesComeWithWhatTheRecordsAboveThemSay) {
    const auto directory = read(directoryOf({{"PATIENT", 2, 1, "", "Doe^Jane"},
                                             {"IMAGE", -1, -1, "IMAGES\\IM1"},
                                             {"PATIENT", -1, 3, "", "Roe^Richard"},
                                             {"IMAGE", 4, -1, "IMAGES\\IM2"},
                                             {"SR DOCUMENT", -1, -1, "SR1"}}));
    EXPECT_EQ(directory.fileSetId, "SET");
    EXPECT_THAT(directory.assumptions, IsEmpty());
    ASSERT_EQ(directory.entries.size(), 3u);
    EXPECT_EQ(directory.entries[0].file, "IMAGES/IM1");
    EXPECT_EQ(directory.entries[0].patientName, "Doe^Jane");
    EXPECT_EQ(directory.entries[0].instanceUid, "1.2.3");
    EXPECT_EQ(directory.entries[1].patientName, "Roe^Richard");
    EXPECT_EQ(directory.entries[2].recordType, "SR DOCUMENT");
}

TEST(DicomDirectoryTest, OffsetsDecideWhereTheOrderIsAnother) {
    const auto directory = read(directoryOf({{"IMAGE", -1, -1, "IM1"},
                                             {"PATIENT", 3, 2, "", "Roe^Richard"},
                                             {"IMAGE", -1, -1, "IM2"},
                                             {"PATIENT", -1, 0, "", "Doe^Jane"}},
                                            1));
    ASSERT_EQ(directory.entries.size(), 2u);
    EXPECT_EQ(directory.entries[0].file + directory.entries[0].patientName, "IM2Roe^Richard");
    EXPECT_EQ(directory.entries[1].file + directory.entries[1].patientName, "IM1Doe^Jane");
}

TEST(DicomDirectoryTest, BrokenOffsetsLeaveTheOrder) {
    const auto directory = read(directoryOf({{"PATIENT", -1, -1, "", "Doe^Jane"},
                                             {"IMAGE", -1, -1, "IM1"},
                                             {"PATIENT", -1, -1, "", "Roe^Richard"},
                                             {"IMAGE", -1, -1, "IM2"}},
                                            -1));
    ASSERT_EQ(directory.entries.size(), 2u);
    EXPECT_EQ(directory.entries[0].patientName, "Doe^Jane");
    EXPECT_EQ(directory.entries[1].patientName, "Roe^Richard");
    EXPECT_THAT(directory.assumptions, Contains(HasSubstr("order")));
}

TEST(DicomDirectoryTest, ACircleOfRecordsIsReadOnce) {
    const auto directory = read(directoryOf({{"PATIENT", 0, 1, "", "Doe^Jane"}, {"IMAGE", 1, 0, "IM1"}}));
    EXPECT_EQ(directory.entries.size(), 1u);
}

TEST(DicomDirectoryTest, RecordsThatAnnounceMoreThanThereIsAreTakenAsTheyAre) {
    auto file = directoryOf({{"PATIENT", 2, 1, "", "Doe^Jane"},
                             {"IMAGE", -1, -1, "IM1"},
                             {"PATIENT", -1, 3, "", "Roe^Richard"},
                             {"IMAGE", -1, -1, "IM2", "Roe^Richard"}});
    file.resize(file.size() - 20); // the last element of the last record
    const auto directory = read(file);
    ASSERT_EQ(directory.entries.size(), 2u);
    EXPECT_EQ(directory.entries[1].file + directory.entries[1].patientName, "IM2Roe^Richard");
    EXPECT_THAT(directory.assumptions, Contains(HasSubstr("more than the file has")));
    EXPECT_EQ(readBareHeader(bytesOf(file)).value().instance.sopClassUid, "1.2.840.10008.1.3.10");
    file.resize(file.size() - 2); // inside of an element
    EXPECT_EQ(readDirectory(bytesOf(file)).error().code, core::ErrorCode::truncated);
}

TEST(DicomDirectoryTest, NamesThatLeadElsewhereAreLeftOut) {
    for (const std::string file :
         {"..\\..\\ETC\\PASSWD", "A\\..\\B", "/ETC/PASSWD", "A\\\\B", ".", "C:\\X", "A B"}) {
        const auto directory = read(directoryOf({{"IMAGE", 1, -1, file}, {"IMAGE", -1, -1, "lower_1.dcm"}}));
        ASSERT_EQ(directory.entries.size(), 1u) << file;
        EXPECT_EQ(directory.entries[0].file, "lower_1.dcm");
        EXPECT_THAT(directory.assumptions, ElementsAre(HasSubstr("unsafe")));
    }
}

TEST(DicomDirectoryTest, AnotherKindOfFileIsNone) {
    EXPECT_EQ(readDirectory(bytesOf(SyntheticDicom().file())).error().code, core::ErrorCode::notRecognised);
    EXPECT_EQ(readDirectory(bytesOf("text")).error().code, core::ErrorCode::notRecognised);
}

TEST(DicomDirectoryTest, PublicDirectoriesNameEveryFile) {
    const auto folder =
        test::sharedFolder() / "dicom/conformance/pydicom/src/pydicom/data/test_files/dicomdirtests";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "needs ../shared/dicom";
    for (const std::string name : {"DICOMDIR", "DICOMDIR-implicit", "DICOMDIR-bigEnd", "DICOMDIR-reordered",
                                   "DICOMDIR-nopatient", "DICOMDIR-nooffset"}) {
        const auto bytes = core::readFile(folder / name);
        ASSERT_TRUE(bytes);
        const auto directory = readDirectory(*bytes);
        ASSERT_TRUE(directory) << name << ": " << core::describe(directory.error());
        EXPECT_EQ(directory->entries.size(), 31u) << name;
        for (const auto& entry : directory->entries) {
            EXPECT_TRUE(std::filesystem::exists(folder / entry.file)) << name << ": " << entry.file;
            EXPECT_TRUE(!entry.studyUid.empty() || name == "DICOMDIR-nopatient") << name; // its offsets lie
        }
    }
}

} // namespace
} // namespace pleurascope::dicom
