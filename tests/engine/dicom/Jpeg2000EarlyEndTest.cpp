// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/engine/dicom/Jpeg2000Encoder.h"
#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

/// What OpenJPEG makes of a codestream that ends early, with one thread.
std::vector<std::int32_t> decodedByOneThread(const std::string& stream) {
    struct Source {
        const std::string& bytes;
        std::size_t offset = 0;
    } source{stream};
    auto* input = opj_stream_default_create(OPJ_TRUE);
    opj_stream_set_user_data(input, &source, nullptr);
    opj_stream_set_user_data_length(input, stream.size());
    opj_stream_set_read_function(input, [](void* to, OPJ_SIZE_T size, void* user) -> OPJ_SIZE_T {
        auto& from = *static_cast<Source*>(user);
        const auto count = from.bytes.copy(static_cast<char*>(to), size, from.offset);
        from.offset += count;
        return count == 0 ? OPJ_SIZE_T(-1) : count;
    });
    auto* codec = opj_create_decompress(OPJ_CODEC_J2K);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_setup_decoder(codec, &parameters);
    opj_decoder_set_strict_mode(codec, OPJ_FALSE);
    opj_image_t* image = nullptr;
    EXPECT_TRUE(opj_read_header(input, codec, &image) && opj_decode(codec, input, image));
    const auto* samples = image->comps[0].data;
    std::vector<std::int32_t> values(samples, samples + image->comps[0].w * image->comps[0].h);
    opj_image_destroy(image);
    opj_destroy_codec(codec);
    opj_stream_destroy(input);
    return values;
}

// Found by fuzzing: two threads read beyond the data of blocks whose later layers are missing.
TEST(Jpeg2000EarlyEndTest, ALargeLayeredFrameThatEndsEarlyIsShownAsFarAsItGoes) {
    constexpr int side = 1024; // as large as takes two threads
    std::vector<std::int32_t> values(std::size_t(side) * side);
    std::uint32_t noise = 1;
    for (auto& value : values)
        value = std::int32_t((noise = noise * 1664525 + 1013904223) >> 27);
    test::Jpeg2000Picture picture{side, side, 8, false, false, false, {values}};
    picture.layers = 6;
    const auto stream = test::jpeg2000Of(picture);
    for (const double part : {0.3, 0.55, 0.8}) {
        const auto cut = stream.substr(0, std::size_t(double(stream.size()) * part));
        test::SyntheticDicom file;
        file.size(side, side).depth(8, 8, 7, false).transferSyntax("1.2.840.10008.1.2.4.90");
        const auto film = readFilm(test::bytesOf(file.encapsulated({cut}).file()));
        ASSERT_TRUE(film) << core::describe(film.error());
        const auto samples = film->image.pixels.samples<std::uint8_t>();
        EXPECT_TRUE(std::vector<std::int32_t>(samples.begin(), samples.end()) == decodedByOneThread(cut))
            << part;
    }
}

} // namespace
} // namespace pleurascope::dicom
