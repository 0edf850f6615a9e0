// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/SharedBytes.h"
#include "engine/dicom/DicomFile.h"
#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/GreyScale.h"
#include "engine/intake/FilmReader.h"
#include "tests/benchmarks/Statistics.h"
#include "tests/engine/dicom/Jpeg2000Encoder.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <dcmtk/config/osconfig.h>

#include <charls/charls.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcrlerp.h>
#include <dcmtk/dcmimgle/dcmimage.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/oflog/oflog.h>

#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <random>

namespace {

using namespace pleurascope;

constexpr int side = 3000;
constexpr std::size_t pixels = std::size_t(side) * side;
constexpr int runs = 31;

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

void check(bool isGood, const char* what) {
    if (isGood)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(1);
}

/// A smooth field with noise: compresses about as a film does.
std::vector<std::uint16_t> madeFilm() {
    std::vector<std::uint16_t> values(pixels);
    std::mt19937 generator(1);
    for (std::size_t i = 0; i < pixels; ++i) {
        const double x = double(i % side) / side, y = double(i / side) / side;
        const double level = 2000 + 1200 * std::sin(5 * x) * std::cos(4 * y) + 300 * std::sin(40 * x * y);
        values[i] = std::uint16_t(level + double(generator() % 16));
    }
    return values;
}

test::SyntheticDicom fileOf(const std::vector<std::uint16_t>& values) {
    test::SyntheticDicom file;
    file.pixels(side, side, values).depth(16, 12, 11, false);
    file.text({0x0028, 0x1050}, "DS", "2048").text({0x0028, 0x1051}, "DS", "4096");
    return file;
}

/// The least there is to do: the file's pages and one table from stored values to grey.
void mapAndLookUp(const std::filesystem::path& path) {
    static const auto table = [] {
        std::vector<std::uint8_t> levels(65536);
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = std::uint8_t(std::min<std::size_t>(i >> 4, 255));
        return levels;
    }();
    const auto file = core::mapFile(path);
    check(file.has_value(), "mapping");
    const auto bytes = file->bytes.last(pixels * 2);
    const auto* stored = reinterpret_cast<const std::uint16_t*>(bytes.data());
    imaging::FreshPixels<std::uint8_t> grey(side, side, 1);
    auto* out = grey.samples().data();
    const auto* levels = table.data(); // aside: else it is fetched anew for each pixel
    for (std::size_t i = 0; i < pixels; ++i)
        out[i] = levels[stored[i]];
    check(grey.finish().samples<std::uint8_t>()[5] > 0, "looking up");
}

void readAndRender(const std::filesystem::path& path) {
    const auto film = dicom::readFilm(path);
    check(film.has_value(), "reading");
    check(!imaging::renderDefault(film->image).isEmpty(), "rendering");
}

void readAlone(const std::filesystem::path& path) {
    check(dicom::readFilm(path).has_value(), "reading");
}

/// As the isolated reader does, whose client cannot see its mapping of the file.
void readToNewMemory(const std::filesystem::path& path) {
    const auto file = core::mapFile(path);
    check(file && dicom::readFilm(file->bytes).has_value(), "reading");
}

void renderWithDicomImage(const std::filesystem::path& path) {
    DicomImage image(path.c_str());
    image.setWindow(0UL);
    std::vector<std::uint8_t> grey(pixels);
    check(image.getOutputData(grey.data(), grey.size(), 8) != 0, "DicomImage");
}

/// A codec's own work, with its input in memory.
struct Coded {
    const char* name;
    std::filesystem::path path;
    std::function<void()> decode;
};

/// Encodes by DCMTK, writes the file, and decodes the element alone.
Coded codedByDcmtk(const char* name, const std::filesystem::path& native, const std::filesystem::path& path,
                   E_TransferSyntax syntax, const DcmRepresentationParameter* parameter) {
    auto file = std::make_shared<DcmFileFormat>();
    check(file->loadFile(native.c_str()).good(), "loading");
    check(file->getDataset()->chooseRepresentation(syntax, parameter).good(), "encoding");
    check(file->saveFile(path.c_str(), syntax).good(), "saving");
    auto coded = std::make_shared<DcmFileFormat>();
    check(coded->loadFile(path.c_str()).good() && coded->loadAllDataIntoMemory().good(), "loading");
    return {name, path, [coded] {
                DcmElement* element = nullptr;
                coded->getDataset()->findAndGetElement(DCM_PixelData, element);
                std::vector<std::uint16_t> frame(pixels);
                Uint32 fragment = 0;
                OFString model;
                check(static_cast<DcmPixelData*>(element)
                          ->getUncompressedFrame(coded->getDataset(), 0, fragment, frame.data(),
                                                 Uint32(pixels * 2), model)
                          .good(),
                      "DCMTK's decoder");
            }};
}

Coded codedByCharls(const std::vector<std::uint16_t>& values, test::SyntheticDicom file,
                    const test::TemporaryFolder& folder) {
    charls::jpegls_encoder encoder;
    encoder.frame_info({side, side, 12, 1});
    auto stream = std::make_shared<std::string>(encoder.estimated_destination_size(), '\0');
    encoder.destination(stream->data(), stream->size());
    stream->resize(encoder.encode(values));
    file.transferSyntax("1.2.840.10008.1.2.4.80").encapsulated({*stream});
    return {"JPEG-LS (CharLS)", folder.write("jls.dcm", file.file()), [stream] {
                charls::jpegls_decoder decoder(stream->data(), stream->size());
                std::vector<std::byte> frame(decoder.destination_size());
                decoder.decode(frame);
            }};
}

void decodeWithOpenJpeg(const std::string& stream) {
    struct Source {
        const std::string& bytes;
        std::size_t offset;
    } source{stream, 0};
    auto* input = opj_stream_default_create(OPJ_TRUE);
    opj_stream_set_user_data(input, &source, nullptr);
    opj_stream_set_user_data_length(input, stream.size());
    opj_stream_set_read_function(input, [](void* out, OPJ_SIZE_T size, void* user) -> OPJ_SIZE_T {
        auto& from = *static_cast<Source*>(user);
        const auto count = std::min<std::size_t>(size, from.bytes.size() - from.offset);
        from.bytes.copy(static_cast<char*>(out), count, from.offset);
        from.offset += count;
        return count == 0 ? OPJ_SIZE_T(-1) : count;
    });
    auto* codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_setup_decoder(codec, &parameters);
    opj_codec_set_threads(codec, 2);
    opj_image_t* image = nullptr;
    check(opj_read_header(input, codec, &image) && opj_decode(codec, input, image), "OpenJPEG");
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(input);
}

Coded codedByOpenJpeg(const std::vector<std::uint16_t>& values, test::SyntheticDicom file,
                      const test::TemporaryFolder& folder) {
    test::Jpeg2000Picture picture{side, side, 12, false, false, false, {{values.begin(), values.end()}}};
    picture.resolutions = 6;
    const auto stream = std::make_shared<std::string>(test::jpeg2000Of(picture));
    file.transferSyntax("1.2.840.10008.1.2.4.90").encapsulated({*stream});
    return {"JPEG 2000 (OpenJPEG, 2 threads)", folder.write("j2k.dcm", file.file()),
            [stream] { decodeWithOpenJpeg(*stream); }};
}

/// Through the isolated reader. The last film is kept meanwhile, as a viewer does.
void readIsolatedAndRender(const std::filesystem::path& path) {
    static intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    static intake::Film last;
    auto film = reader.readFilm(path);
    check(film.has_value(), "isolated reading");
    check(!imaging::renderDefault(film->image).isEmpty(), "rendering");
    last = std::move(*film);
}

void measureNative(const std::filesystem::path& path) {
    std::vector<double> limit, ours, isolated, reading, copying, dicomImage;
    readIsolatedAndRender(path); // starts the reader
    for (int run = 0; run < runs; ++run) {
        limit.push_back(milliseconds([&] { mapAndLookUp(path); }));
        ours.push_back(milliseconds([&] { readAndRender(path); }));
        isolated.push_back(milliseconds([&] { readIsolatedAndRender(path); }));
        reading.push_back(milliseconds([&] { readAlone(path); }));
        copying.push_back(milliseconds([&] { readToNewMemory(path); }));
        dicomImage.push_back(milliseconds([&] { renderWithDicomImage(path); }));
    }
    using benchmarks::spreadOf;
    benchmarks::print("native: mmap and one table (the limit)", limit);
    benchmarks::print("native: open to 8 bits", ours);
    benchmarks::print("native: open to 8 bits, isolated", isolated);
    benchmarks::print("native: of this, reading", reading);
    benchmarks::print("native: reading to new memory", copying);
    benchmarks::print("native: DCMTK's DicomImage", dicomImage);
    const auto printRatios = [&](const char* what, const std::vector<double>& times) {
        const double median = spreadOf(times).median;
        std::printf("%-34s / limit %.2f   / DicomImage %.2f\n", what, median / spreadOf(limit).median,
                    median / spreadOf(dicomImage).median);
    };
    printRatios("open to 8 bits", ours);
    printRatios("open to 8 bits, isolated", isolated);
}

void measureCoded(const Coded& coded) {
    std::vector<double> ours, alone;
    for (int run = 0; run < 5; ++run) {
        alone.push_back(milliseconds(coded.decode));
        ours.push_back(milliseconds([&] { readAlone(coded.path); }));
    }
    const double mine = benchmarks::spreadOf(ours).median, bare = benchmarks::spreadOf(alone).median;
    std::printf("%-34s decoder alone %7.1f ms   reading the film %7.1f ms   ratio %.2f, over %.1f ms\n",
                coded.name, bare, mine, mine / bare, mine - bare);
}

} // namespace

int main() {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DJDecoderRegistration::registerCodecs(EDC_never);
    DJEncoderRegistration::registerCodecs();
    DcmRLEEncoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
    const test::TemporaryFolder folder;
    const auto values = madeFilm();
    const auto native = folder.write("native.dcm", fileOf(values).file());
    measureNative(native);
    const DJ_RPLossless lossless(1, 0);
    const DcmRLERepresentationParameter rle;
    const std::array coded{codedByDcmtk("JPEG lossless (DCMTK)", native, folder.path() / "jpll.dcm",
                                        EXS_JPEGProcess14SV1, &lossless),
                           codedByDcmtk("RLE (DCMTK's decoder beside)", native, folder.path() / "rle.dcm",
                                        EXS_RLELossless, &rle),
                           codedByCharls(values, fileOf(values), folder),
                           codedByOpenJpeg(values, fileOf(values), folder)};
    for (const auto& one : coded)
        measureCoded(one);
    return 0;
}
