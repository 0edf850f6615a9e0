// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/TransferSyntax.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

TEST(TransferSyntaxTest, WhatCannotBeDecodedIsNamed) {
    for (const auto* uid : {"1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.4.93"})
        EXPECT_EQ(pixelCoding(uid), PixelCoding::unsupported) << uid;
    EXPECT_EQ(transferSyntaxName("1.2.840.10008.1.2.4.110"), "JPEG XL Lossless");
}

TEST(TransferSyntaxTest, HighThroughputIsJpeg2000) {
    for (const auto* uid : {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.201",
                            "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"})
        EXPECT_EQ(pixelCoding(uid), PixelCoding::jpeg2000) << uid;
    EXPECT_EQ(transferSyntaxName("1.2.840.10008.1.2.4.201"), "High-Throughput JPEG 2000 (Lossless Only)");
}

TEST(TransferSyntaxTest, UnknownOnesAreNamedByTheirUid) {
    EXPECT_EQ(pixelCoding("1.2.3"), PixelCoding::unsupported);
    EXPECT_EQ(transferSyntaxName("1.2.3"), "1.2.3");
}

TEST(TransferSyntaxTest, NativeOnesAreNative) {
    for (const auto* uid :
         {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
        EXPECT_EQ(pixelCoding(uid), PixelCoding::native) << uid;
}

TEST(TransferSyntaxTest, SomeCodingsAlwaysLose) {
    EXPECT_TRUE(isAlwaysLossy("1.2.840.10008.1.2.4.50"));  // JPEG baseline
    EXPECT_TRUE(isAlwaysLossy("1.2.840.10008.1.2.4.51"));  // JPEG extended
    EXPECT_TRUE(isAlwaysLossy("1.2.840.10008.1.2.4.81"));  // JPEG-LS near-lossless
    EXPECT_FALSE(isAlwaysLossy("1.2.840.10008.1.2.4.70")); // JPEG lossless
    EXPECT_FALSE(isAlwaysLossy("1.2.840.10008.1.2.4.80")); // JPEG-LS lossless
    EXPECT_FALSE(isAlwaysLossy("1.2.840.10008.1.2.4.91")); // JPEG 2000, either
    EXPECT_FALSE(isAlwaysLossy("1.2.840.10008.1.2.1"));
}

} // namespace
} // namespace pleurascope::dicom
