// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ContentDigest.h"

#include "engine/core/Sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace pleurascope::reading {

namespace {

constexpr std::int64_t sampleCount = 16;
constexpr std::int64_t sampleBytes = 4096;

void addHeader(core::Sha256& digest, const intake::FilmHeader& header) {
    const dicom::Instance& instance = header.instance;
    for (const std::string& text :
         {header.patient.name, header.patient.id, header.patient.birthDate, header.patient.sex,
          header.study.uid, header.study.id, header.study.date, header.study.time,
          header.study.accessionNumber, header.study.description, header.series.uid, header.series.modality,
          header.series.description, header.series.bodyPart, instance.uid, instance.sopClassUid,
          instance.viewPosition, instance.laterality, instance.photometricInterpretation}) {
        digest.add(text);
        digest.add(std::string_view("\0", 1));
    }
    for (const int number : {header.series.number, instance.number, instance.rows, instance.columns,
                             instance.frames, instance.bitsAllocated, instance.bitsStored}) {
        digest.add(std::to_string(number));
        digest.add(std::string_view("\0", 1));
    }
}

/// Bytes at the end of the file that surely belong to the pixels when they are stored as they are; else the
/// whole file.
std::int64_t pixelSpan(const intake::FilmHeader& header, std::int64_t fileSize) {
    const auto& instance = header.instance;
    const std::int64_t plain = std::int64_t(instance.rows) * instance.columns * std::max(instance.frames, 1) *
                               std::max(instance.bitsAllocated / 8, 1);
    return plain > 0 ? std::min(plain, fileSize) : fileSize;
}

} // namespace

std::string contentDigest(const intake::FilmHeader& header) {
    std::error_code code;
    const auto fileSize = std::int64_t(std::filesystem::file_size(header.path, code));
    std::ifstream file(header.path, std::ios::binary);
    if (code || !file)
        return {};
    core::Sha256 digest;
    addHeader(digest, header);
    const std::int64_t span = pixelSpan(header, fileSize);
    std::array<char, sampleBytes> sample{};
    for (std::int64_t i = 0; i < sampleCount; ++i) {
        const std::int64_t offset = std::max<std::int64_t>(span - sampleBytes, 0) * i / (sampleCount - 1);
        file.seekg(fileSize - span + offset);
        file.read(sample.data(), sample.size());
        digest.add(std::string_view(sample.data(), std::size_t(file.gcount())));
        file.clear(); // a file shorter than a sample ends early each time
    }
    return digest.finish();
}

} // namespace pleurascope::reading
