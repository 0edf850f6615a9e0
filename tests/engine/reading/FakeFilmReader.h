// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"

#include <atomic>
#include <map>

namespace pleurascope::reading {

/// Answers from a table of headers instead of reading; a path that is not in it is not recognised. Films are
/// 8 x 8, grey.
class FakeFilmReader : public intake::FilmReader {
public:
    FakeFilmReader()
        : FilmReader({}) {}

    void know(const std::filesystem::path& path, const std::string& instanceUid,
              const std::string& studyUid) {
        intake::FilmHeader header;
        header.path = path.string();
        header.kind = instanceUid.empty() ? intake::FileKind::png : intake::FileKind::dicom;
        header.patient = {"DEMO^ANNA", "DEMO-0001", "1959-02-03", "F"};
        header.study = {studyUid, {}, "2026-03-01", "08:14:00", {}, "Thorax PA", "067Y"};
        if (instanceUid.empty()) {
            header.patient = {};
            header.study = {};
        }
        header.instance.uid = instanceUid;
        header.instance.rows = 8;
        header.instance.columns = 8;
        header.instance.bitsAllocated = 8;
        m_headers[path.string()] = header;
    }

    /// Of a path that is known.
    [[nodiscard]] intake::FilmHeader& header(const std::filesystem::path& path) {
        return m_headers.at(path.string());
    }

    core::Result<intake::FilmHeader> readHeader(const std::filesystem::path& path) override {
        ++headersRead;
        const auto place = m_headers.find(path.string());
        if (place == m_headers.end())
            return core::failure(core::ErrorCode::notRecognised);
        return place->second;
    }
    std::vector<core::Result<intake::FilmHeader>>
    readHeaders(std::span<const std::filesystem::path> paths) override {
        std::vector<core::Result<intake::FilmHeader>> headers;
        for (const auto& path : paths)
            headers.push_back(readHeader(path));
        return headers;
    }
    core::Result<intake::Film> readFilm(const std::filesystem::path& path, int /*frame*/) override {
        ++filmsRead;
        auto header = readHeader(path);
        if (!header)
            return core::failure(header);
        intake::Film film{*header, {}};
        film.image.pixels =
            core::PixelBuffer::fromVector(8, 8, 1, core::SampleType::u8, std::vector<std::uint8_t>(64, 7));
        return film;
    }

    std::atomic<int> filmsRead = 0;
    std::atomic<int> headersRead = 0;

private:
    std::map<std::string, intake::FilmHeader> m_headers;
};

} // namespace pleurascope::reading
