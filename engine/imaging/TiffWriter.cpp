// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/TiffWriter.h"

#include "engine/core/Files.h"

#include <tiffio.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <memory>

namespace pleurascope::imaging {

namespace {

/// A file in memory, as libtiff wants it.
struct Sink {
    core::Bytes bytes;
    std::size_t at = 0;
};

tsize_t readFrom(thandle_t handle, tdata_t data, tsize_t size) {
    auto& sink = *static_cast<Sink*>(handle);
    const auto count = std::min(std::size_t(size), sink.bytes.size() - std::min(sink.at, sink.bytes.size()));
    std::memcpy(data, sink.bytes.data() + sink.at, count);
    sink.at += count;
    return tsize_t(count);
}

tsize_t writeTo(thandle_t handle, tdata_t data, tsize_t size) {
    auto& sink = *static_cast<Sink*>(handle);
    sink.bytes.resize(std::max(sink.bytes.size(), sink.at + std::size_t(size)));
    std::memcpy(sink.bytes.data() + sink.at, data, std::size_t(size));
    sink.at += std::size_t(size);
    return size;
}

toff_t seekIn(thandle_t handle, toff_t offset, int whence) {
    auto& sink = *static_cast<Sink*>(handle);
    const std::size_t from = whence == SEEK_CUR ? sink.at : whence == SEEK_END ? sink.bytes.size() : 0;
    sink.at = from + std::size_t(offset);
    return sink.at;
}

int closeIt(thandle_t) {
    return 0;
}

toff_t sizeOf(thandle_t handle) {
    return static_cast<Sink*>(handle)->bytes.size();
}

} // namespace

core::Result<void> writeTiff(const std::filesystem::path& path, const core::PixelBuffer& picture,
                             const std::string& description) {
    assert(picture.type() == core::SampleType::u8 && (picture.channels() == 1 || picture.channels() == 3));
    Sink sink;
    {
        const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(
            TIFFClientOpen("picture", "wm", &sink, readFrom, writeTo, seekIn, closeIt, sizeOf, nullptr,
                           nullptr),
            TIFFClose);
        if (!tiff)
            return core::failure(core::ErrorCode::internal, "libtiff does not begin", path.string());
        TIFF* file = tiff.get();
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, picture.width());
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, picture.height());
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, picture.channels());
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC,
                     picture.channels() == 1 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
        TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
        TIFFSetField(file, TIFFTAG_IMAGEDESCRIPTION, description.c_str());
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, TIFFDefaultStripSize(file, 0));
        const std::size_t line = std::size_t(picture.width()) * std::size_t(picture.channels());
        core::Bytes row(line); // libtiff may change what it is given
        for (int y = 0; y < picture.height(); ++y) {
            std::memcpy(row.data(), picture.bytes().data() + std::size_t(y) * line, line);
            if (TIFFWriteScanline(file, row.data(), std::uint32_t(y), 0) != 1)
                return core::failure(core::ErrorCode::internal, "libtiff does not go on", path.string());
        }
    }
    return core::writeFileAtomically(path, sink.bytes);
}

} // namespace pleurascope::imaging
