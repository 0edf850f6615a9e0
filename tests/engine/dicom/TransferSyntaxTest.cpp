// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/TransferSyntax.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

TEST(TransferSyntaxTest, WhatCannotBeDecodedIsNamed) {
    EXPECT_EQ(pixelCoding("1.2.840.10008.1.2.4.201"), PixelCoding::unsupported);
    EXPECT_EQ(transferSyntaxName("1.2.840.10008.1.2.4.201"), "High-Throughput JPEG 2000 (Lossless Only)");
    EXPECT_EQ(transferSyntaxName("1.2.840.10008.1.2.4.110"), "JPEG XL Lossless");
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

} // namespace
} // namespace pleurascope::dicom
