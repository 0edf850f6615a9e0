// SPDX-License-Identifier: GPL-3.0-or-later
// Writes small made files for each fuzz target to begin with:  make_seeds FOLDER
#include "engine/imaging/ImageFile.h"
#include "engine/intake/FilmMessage.h"
#include "engine/weights/Hdf5Writer.h"
#include "engine/weights/Safetensors.h"
#include "tests/engine/dicom/Jpeg2000Encoder.h"
#include "tests/engine/intake/TestArchive.h"
#include "tests/support/SyntheticDicom.h"

#include <cstdio>
#include <fstream>

#include <jpeglib.h>
#include <tiffio.h>

namespace {

using namespace pleurascope;
using test::SyntheticDicom;
namespace fs = std::filesystem;

void write(const fs::path& file, std::string_view bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string jpeg(int side) {
    jpeg_compress_struct writer{};
    jpeg_error_mgr errors{};
    writer.err = jpeg_std_error(&errors);
    jpeg_create_compress(&writer);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&writer, &buffer, &size);
    writer.image_width = writer.image_height = JDIMENSION(side);
    writer.input_components = 1;
    writer.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&writer);
    jpeg_start_compress(&writer, TRUE);
    std::vector<JSAMPLE> row(std::size_t(side), 90);
    JSAMPROW rows = row.data();
    for (int y = 0; y < side; ++y)
        jpeg_write_scanlines(&writer, &rows, 1);
    jpeg_finish_compress(&writer);
    std::string bytes(reinterpret_cast<char*>(buffer), size);
    jpeg_destroy_compress(&writer);
    std::free(buffer);
    return bytes;
}

void writeTiff(const fs::path& file, std::uint16_t compression) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 8);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 8);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 16);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, compression);
    std::vector<std::uint16_t> row(8, 700);
    for (std::uint32_t y = 0; y < 8; ++y)
        TIFFWriteScanline(tiff, row.data(), y, 0);
    TIFFClose(tiff);
}

void writeDicom(const fs::path& folder) {
    using Syntax = SyntheticDicom::Syntax;
    write(folder / "explicit", SyntheticDicom().file());
    write(folder / "implicit", SyntheticDicom(Syntax::implicitLittle).file());
    write(folder / "big", SyntheticDicom(Syntax::explicitBig).file());
    write(folder / "bare", SyntheticDicom().withoutMeta().file());
    write(folder / "signed", SyntheticDicom().depth(16, 12, 11, true).file());
    write(folder / "frames", SyntheticDicom().text({0x0028, 0x0008}, "IS", "3").file());
    write(folder / "voi", SyntheticDicom()
                              .text({0x0028, 0x1050}, "DS", "40\\500")
                              .text({0x0028, 0x1051}, "DS", "400\\1000")
                              .text({0x0028, 0x1052}, "DS", "-1024")
                              .text({0x0028, 0x1053}, "DS", "2")
                              .text({0x0008, 0x0005}, "CS", "\\ISO 2022 IR 87")
                              .text({0x0010, 0x0010}, "PN", "Yamada^Tarou=\x1b$B;3ED\x1b(B")
                              .file());
    SyntheticDicom table;
    table.clear().words({0x0028, 0x3002}, "US", {4, 0, 16}).words({0x0028, 0x3006}, "US", {0, 1, 2, 3});
    write(folder / "tables",
          SyntheticDicom().sequence({0x0028, 0x3000}, table).sequence({0x0028, 0x3010}, table).file());
    write(folder / "overlay", SyntheticDicom()
                                  .word({0x6000, 0x0010}, 3)
                                  .word({0x6000, 0x0011}, 4)
                                  .text({0x6000, 0x0040}, "CS", "G")
                                  .words({0x6000, 0x0050}, "SS", {1, 1})
                                  .word({0x6000, 0x0100}, 1)
                                  .words({0x6000, 0x3000}, "OW", {0xabc})
                                  .file());
    const test::Jpeg2000Picture picture{4, 3, 12, false, false, false, {std::vector<std::int32_t>(12, 99)}};
    const auto coded = [](const char* syntax, const std::string& stream) {
        return SyntheticDicom().transferSyntax(syntax).encapsulated({stream}).file();
    };
    write(folder / "jpeg2000", coded("1.2.840.10008.1.2.4.90", test::jpeg2000Of(picture)));
    write(folder / "rle", coded("1.2.840.10008.1.2.5", std::string("\2\0\0\0\100\0\0\0\102\0\0\0", 12) +
                                                           std::string(52, '\0') + "\xf5\1\xf5\7"));
    write(folder / "jpeg", SyntheticDicom()
                               .transferSyntax("1.2.840.10008.1.2.4.50")
                               .depth(8, 8, 7, false)
                               .word({0x0028, 0x0010}, 8)
                               .word({0x0028, 0x0011}, 8)
                               .encapsulated({jpeg(8)})
                               .file());
}

void writeDirectories(const fs::path& folder) {
    SyntheticDicom record;
    record.clear().text({0x0004, 0x1430}, "CS", "IMAGE").text({0x0004, 0x1500}, "CS", "DIR\\FILM");
    write(folder / "one", SyntheticDicom()
                              .clear()
                              .text({0x0004, 0x1130}, "CS", "DISC")
                              .sequence({0x0004, 0x1220}, record)
                              .mediaStorage("1.2.840.10008.1.3.10")
                              .file());
}

void writeArchives(const fs::path& folder) {
    fs::create_directories(folder);
    intake::writeArchive(folder / "two", {{"a/film", SyntheticDicom().file()}, {"note", "text"}});
    intake::writeArchive(folder / "packed", {{"zeros", std::string(5000, '\0')}});
    intake::writeArchive(folder / "encrypted", {{"secret", "text"}}, "password");
}

void writeImages(const fs::path& folder) {
    fs::create_directories(folder);
    const std::vector<std::uint16_t> values(64, 300);
    (void)imaging::writePng(folder / "grey16",
                            core::PixelBuffer::fromVector(8, 8, 1, core::SampleType::u16, values));
    (void)imaging::writePng(folder / "rgb", core::PixelBuffer::fromVector(8, 8, 3, core::SampleType::u8,
                                                                          std::vector<std::uint8_t>(192, 9)));
    write(folder / "jpeg", jpeg(16));
    writeTiff(folder / "tiff", COMPRESSION_NONE);
    writeTiff(folder / "tiff-deflate", COMPRESSION_ADOBE_DEFLATE);
    writeTiff(folder / "tiff-lzw", COMPRESSION_LZW);
}

/// The writer's name for its file in memory is one for all: one at a time.
void writeLegacy(const fs::path& file, const weights::Tensor& tensor) {
    using Characters = weights::hdf5::Writer::Characters;
    weights::hdf5::Writer legacy;
    legacy.addStringList("/", "layer_names", {"dense"});
    legacy.addText("/", "backend", "tensorflow", Characters::ascii);
    legacy.addGroup("/dense");
    legacy.addStringList("/dense", "weight_names", {"dense/kernel:0"});
    legacy.addTensor("/dense/dense/kernel:0", tensor);
    if (const auto bytes = legacy.bytes())
        write(file, textOf(*bytes));
}

void writeKeras3(const fs::path& file, const weights::Tensor& tensor) {
    weights::hdf5::Writer keras3;
    keras3.addTensor("/layers/dense/vars/0", tensor);
    if (const auto bytes = keras3.bytes())
        write(file, textOf(*bytes));
}

void writeWeights(const fs::path& folder) {
    const weights::Tensor tensor{{2, 3}, {1, 2, 3, 4, 5, 6}};
    write(folder / "safetensors/two",
          textOf(weights::writeSafetensors({{"a/kernel", tensor}, {"b", tensor}})));
    writeLegacy(folder / "keras/legacy", tensor);
    writeKeras3(folder / "keras/keras3", tensor);
}

void writeMessages(const fs::path& folder) {
    intake::Film film;
    film.image.pixels = core::PixelBuffer::fromVector<std::uint16_t>(2, 1, 1, core::SampleType::u16, {1, 2});
    film.image.display.windows = {{40, 400, imaging::VoiFunction::sigmoid, "soft"}};
    film.image.display.modalityTable = imaging::LookupTable{0, 16, {1, 2}, "m"};
    film.image.display.overlays = {{0x6000, imaging::Overlay::Kind::graphics, 0, 0, 1, 2, {3}, "o"}};
    film.image.display.shutter = imaging::Shutter{imaging::Shutter::Rectangle{0, 1, 0, 1}, {}, {}, 0x6000, 0};
    const auto message = intake::encodeFilm(film);
    // the memory begins at the zero that ends the text
    write(folder / "film", message.text + std::string(8, '\0') + std::string(textOf(message.attachments)));
    write(folder / "header", intake::encodeHeader(film.header));
    write(folder / "error", intake::encodeError({core::ErrorCode::damaged, "why", {}}));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_seeds FOLDER\n", stderr);
        return 2;
    }
    const fs::path folder(argv[1]);
    writeDicom(folder / "dicom");
    writeDirectories(folder / "directory");
    writeArchives(folder / "archive");
    writeImages(folder / "image");
    writeWeights(folder);
    writeMessages(folder / "film_message");
    return 0;
}
