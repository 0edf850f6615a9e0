// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "tests/support/TemporaryFolder.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::benchmarks {

inline constexpr int filmSide260Kb = 360;
inline constexpr int filmSide500Kb = 500;
inline constexpr std::string_view firstStudyUid = "1.2.826.0.1.3680043.10.2.100000";

/// `uid`, which ends in 100000, as that of number `number`, everywhere in `text`.
inline void renumber(std::string& text, std::string_view uid, int number) {
    const std::string own = std::string(uid.substr(0, uid.size() - 6)) + std::to_string(100'000 + number);
    for (auto at = text.find(uid); at != std::string::npos; at = text.find(uid, at + 1))
        text.replace(at, uid.size(), own);
}

/// What a device's file begins with, up to its pixels; `instanceUid` is the film's.
inline std::string headerOfDevice(const test::TemporaryFolder& folder, const std::string& instanceUid,
                                  int side) {
    const std::size_t pixelBytes = std::size_t(side) * std::size_t(side) * 2;
    dicom::DicomFilm film;
    film.patient = {"DEMO^ANNA", {}, {}, "DEMO-0001", "1959-02-03", "F"};
    film.study = {std::string(firstStudyUid), "S1", "2026-01-31", "09:15:00", "A1", "Thorax p.a.", "067Y"};
    film.series = {dicom::uidFromSeed("series"), "DX", "PA", "CHEST", 1};
    film.instance.uid = instanceUid;
    film.instance.viewPosition = "PA";
    film.instance.spacing = {0.143, 0.143, dicom::SpacingSource::atDetector};
    film.image.pixels =
        core::PixelBuffer::fromVector(side, side, 1, core::SampleType::u16,
                                      std::vector<std::uint16_t>(std::size_t(side) * std::size_t(side)));
    film.image.display.bitsStored = 12;
    const auto path = folder.path() / "device.dcm";
    const auto bytes = dicom::writeFilm(path, film) ? core::readText(path) : core::Result<std::string>();
    if (!bytes || bytes->size() < pixelBytes)
        std::abort();
    return bytes->substr(0, bytes->size() - pixelBytes);
}

/// Files of side x side pixels, each with a UID of its own, five in two studies; their pixels are holes, so
/// that the disk is not measured.
inline std::vector<std::filesystem::path> headerFiles(const test::TemporaryFolder& folder, int count,
                                                      int side) {
    const std::string uid = "1.2.826.0.1.3680043.10.1.100000";
    const auto header = headerOfDevice(folder, uid, side);
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < count; ++i) {
        auto own = header;
        renumber(own, uid, i);
        renumber(own, firstStudyUid, i * 2 / 5);
        files.push_back(folder.write("headers/" + std::to_string(i), own));
        std::filesystem::resize_file(files.back(), own.size() + std::size_t(side) * std::size_t(side) * 2);
    }
    return files;
}

} // namespace pleurascope::benchmarks
