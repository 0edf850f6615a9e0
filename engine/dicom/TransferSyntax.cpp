// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/TransferSyntax.h"

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

struct Entry {
    std::string_view uid;
    PixelCoding coding;
    std::string_view name;
};

// PS3.6 A-1
constexpr std::array entries{
    Entry{"1.2.840.10008.1.2", PixelCoding::native, "Implicit VR Little Endian"},
    Entry{"1.2.840.10008.1.2.1", PixelCoding::native, "Explicit VR Little Endian"},
    Entry{"1.2.840.10008.1.2.1.99", PixelCoding::native, "Deflated Explicit VR Little Endian"},
    Entry{"1.2.840.10008.1.2.2", PixelCoding::native, "Explicit VR Big Endian"},
    Entry{"1.2.840.10008.1.2.5", PixelCoding::rle, "RLE Lossless"},
    Entry{"1.2.840.10008.1.2.4.50", PixelCoding::jpeg, "JPEG Baseline (Process 1)"},
    Entry{"1.2.840.10008.1.2.4.51", PixelCoding::jpeg, "JPEG Extended (Process 2 & 4)"},
    Entry{"1.2.840.10008.1.2.4.53", PixelCoding::jpeg,
          "JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)"},
    Entry{"1.2.840.10008.1.2.4.55", PixelCoding::jpeg,
          "JPEG Full Progression, Non-Hierarchical (Process 10 & 12)"},
    Entry{"1.2.840.10008.1.2.4.57", PixelCoding::jpegLossless,
          "JPEG Lossless, Non-Hierarchical (Process 14)"},
    Entry{"1.2.840.10008.1.2.4.70", PixelCoding::jpegLossless,
          "JPEG Lossless, Non-Hierarchical, First-Order Prediction"},
    Entry{"1.2.840.10008.1.2.4.80", PixelCoding::jpegLs, "JPEG-LS Lossless"},
    Entry{"1.2.840.10008.1.2.4.81", PixelCoding::jpegLs, "JPEG-LS Lossy (Near-Lossless)"},
    Entry{"1.2.840.10008.1.2.4.90", PixelCoding::jpeg2000, "JPEG 2000 Image Compression (Lossless Only)"},
    Entry{"1.2.840.10008.1.2.4.91", PixelCoding::jpeg2000, "JPEG 2000 Image Compression"},
    Entry{"1.2.840.10008.1.2.4.92", PixelCoding::unsupported,
          "JPEG 2000 Part 2 Multi-component (Lossless Only)"},
    Entry{"1.2.840.10008.1.2.4.93", PixelCoding::unsupported, "JPEG 2000 Part 2 Multi-component"},
    Entry{"1.2.840.10008.1.2.4.94", PixelCoding::unsupported, "JPIP Referenced"},
    Entry{"1.2.840.10008.1.2.4.95", PixelCoding::unsupported, "JPIP Referenced Deflate"},
    Entry{"1.2.840.10008.1.2.4.100", PixelCoding::unsupported, "MPEG2 Main Profile / Main Level"},
    Entry{"1.2.840.10008.1.2.4.101", PixelCoding::unsupported, "MPEG2 Main Profile / High Level"},
    Entry{"1.2.840.10008.1.2.4.102", PixelCoding::unsupported, "MPEG-4 AVC/H.264 High Profile / Level 4.1"},
    Entry{"1.2.840.10008.1.2.4.103", PixelCoding::unsupported, "MPEG-4 AVC/H.264 BD-compatible High Profile"},
    Entry{"1.2.840.10008.1.2.4.104", PixelCoding::unsupported,
          "MPEG-4 AVC/H.264 High Profile / Level 4.2 (2D)"},
    Entry{"1.2.840.10008.1.2.4.105", PixelCoding::unsupported,
          "MPEG-4 AVC/H.264 High Profile / Level 4.2 (3D)"},
    Entry{"1.2.840.10008.1.2.4.106", PixelCoding::unsupported, "MPEG-4 AVC/H.264 Stereo High Profile"},
    Entry{"1.2.840.10008.1.2.4.107", PixelCoding::unsupported, "HEVC/H.265 Main Profile"},
    Entry{"1.2.840.10008.1.2.4.108", PixelCoding::unsupported, "HEVC/H.265 Main 10 Profile"},
    Entry{"1.2.840.10008.1.2.4.110", PixelCoding::unsupported, "JPEG XL Lossless"},
    Entry{"1.2.840.10008.1.2.4.111", PixelCoding::unsupported, "JPEG XL JPEG Recompression"},
    Entry{"1.2.840.10008.1.2.4.112", PixelCoding::unsupported, "JPEG XL"},
    Entry{"1.2.840.10008.1.2.4.201", PixelCoding::jpeg2000, "High-Throughput JPEG 2000 (Lossless Only)"},
    Entry{"1.2.840.10008.1.2.4.202", PixelCoding::jpeg2000,
          "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)"},
    Entry{"1.2.840.10008.1.2.4.203", PixelCoding::jpeg2000, "High-Throughput JPEG 2000"},
    Entry{"1.2.840.10008.1.2.8.1", PixelCoding::deflatedFrame, "Deflated Image Frame Compression"},
};

const Entry* find(std::string_view uid) {
    const auto* entry =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.uid == uid; });
    return entry == entries.end() ? nullptr : entry;
}

} // namespace

PixelCoding pixelCoding(std::string_view transferSyntaxUid) {
    const auto* entry = find(transferSyntaxUid);
    return entry ? entry->coding : PixelCoding::unsupported;
}

std::string transferSyntaxName(std::string_view transferSyntaxUid) {
    const auto* entry = find(transferSyntaxUid);
    return std::string(entry ? entry->name : transferSyntaxUid);
}

bool isAlwaysLossy(std::string_view transferSyntaxUid) {
    constexpr std::string_view nearLossless = "1.2.840.10008.1.2.4.81";
    return pixelCoding(transferSyntaxUid) == PixelCoding::jpeg || transferSyntaxUid == nearLossless;
}

std::uint64_t samplesPerEncodedByte(PixelCoding coding, int columns) {
    switch (coding) {
    case PixelCoding::jpegLossless:
        return 8; // one bit a sample at least
    case PixelCoding::jpeg:
        return 512; // one bit a block of 64 samples at least
    case PixelCoding::jpegLs:
        return 8 * std::uint64_t(columns); // a run ends with its line
    case PixelCoding::jpeg2000:
        return 16384; // empty packets code nothing but zeros: no bound, but films are not empty
    case PixelCoding::native:
    case PixelCoding::rle:           // looked at where it is decoded: its samples may be bits
    case PixelCoding::deflatedFrame: // memory is taken as it comes
    case PixelCoding::unsupported:
        break;
    }
    return 0;
}

} // namespace pleurascope::dicom
