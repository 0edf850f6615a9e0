// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"

namespace pleurascope::intake {

/// Reads films in this process, without isolation: for debugging, where a crash should be seen.
class InProcessReader : public FilmReader {
public:
    InProcessReader();

    [[nodiscard]] core::Result<Film> readFilm(const std::filesystem::path& path, int frame = 0) override;
    [[nodiscard]] std::vector<core::Result<FilmHeader>>
    readHeaders(std::span<const std::filesystem::path> paths) override;
    [[nodiscard]] core::Result<KnownHeader> readKnown(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<std::vector<std::string>>
    listMembers(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<std::vector<std::string>>
    listDirectory(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<dicom::DicomDirectory>
    readDirectory(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<std::vector<dicom::TagLine>>
    readTags(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<dicom::PresentationState>
    readPresentation(const std::filesystem::path& path) override;
    [[nodiscard]] core::Result<weights::KerasFile> readKeras(const std::filesystem::path& path) override;
};

} // namespace pleurascope::intake
