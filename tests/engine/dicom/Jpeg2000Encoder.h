// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openjpeg.h>

#include <cstdint>
#include <string>
#include <vector>

namespace pleurascope::test {

/// What a made JPEG 2000 stream is to be. `planes` hold width * height values a component.
struct Jpeg2000Picture {
    int width = 1;
    int height = 1;
    int bits = 8;
    bool isSigned = false;
    bool isLossy = false;
    bool isBoxed = false; ///< a JP2 file around it
    std::vector<std::vector<std::int32_t>> planes;
    int resolutions = 2;
    int layers = 1; ///< of quality, each with half the rate of the next
};

/// The picture as a JPEG 2000 codestream, reversible or not, by OpenJPEG; three components with their
/// transform.
inline std::string jpeg2000Of(const Jpeg2000Picture& picture) {
    std::vector<opj_image_cmptparm_t> parameters(picture.planes.size());
    for (auto& component : parameters) {
        component.dx = component.dy = 1;
        component.w = OPJ_UINT32(picture.width);
        component.h = OPJ_UINT32(picture.height);
        component.prec = OPJ_UINT32(picture.bits);
        component.sgnd = picture.isSigned ? 1 : 0;
    }
    const bool isColour = picture.planes.size() == 3;
    auto* image = opj_image_create(OPJ_UINT32(parameters.size()), parameters.data(),
                                   isColour ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    image->x1 = OPJ_UINT32(picture.width);
    image->y1 = OPJ_UINT32(picture.height);
    for (std::size_t c = 0; c < picture.planes.size(); ++c)
        std::copy(picture.planes[c].begin(), picture.planes[c].end(), image->comps[c].data);
    opj_cparameters_t encoding;
    opj_set_default_encoder_parameters(&encoding);
    encoding.tcp_numlayers = picture.layers;
    for (int layer = 0; layer < picture.layers; ++layer)
        encoding.tcp_rates[layer] = float((picture.isLossy ? 4 : 1) << (picture.layers - 1 - layer));
    if (!picture.isLossy)
        encoding.tcp_rates[picture.layers - 1] = 0;
    encoding.cp_disto_alloc = 1;
    encoding.irreversible = picture.isLossy ? 1 : 0;
    encoding.tcp_mct = isColour ? 1 : 0;
    encoding.numresolution = picture.resolutions;
    std::string bytes;
    auto* stream = opj_stream_default_create(OPJ_FALSE);
    struct Sink {
        std::string* bytes;
        std::size_t offset;
    } sink{&bytes, 0};
    opj_stream_set_user_data(stream, &sink, nullptr);
    opj_stream_set_write_function(stream, [](void* data, OPJ_SIZE_T size, void* user) -> OPJ_SIZE_T {
        auto& to = *static_cast<Sink*>(user);
        if (to.bytes->size() < to.offset + size)
            to.bytes->resize(to.offset + size);
        to.bytes->replace(to.offset, size, static_cast<const char*>(data), size);
        to.offset += size;
        return size;
    });
    opj_stream_set_seek_function(stream, [](OPJ_OFF_T offset, void* user) -> OPJ_BOOL {
        static_cast<Sink*>(user)->offset = std::size_t(offset);
        return OPJ_TRUE;
    });
    opj_stream_set_skip_function(stream, [](OPJ_OFF_T count, void* user) -> OPJ_OFF_T {
        static_cast<Sink*>(user)->offset += std::size_t(count);
        return count;
    });
    auto* codec = opj_create_compress(picture.isBoxed ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K);
    const bool isEncoded = opj_setup_encoder(codec, &encoding, image) != OPJ_FALSE &&
                           opj_start_compress(codec, image, stream) != OPJ_FALSE &&
                           opj_encode(codec, stream) != OPJ_FALSE &&
                           opj_end_compress(codec, stream) != OPJ_FALSE;
    opj_destroy_codec(codec);
    opj_stream_destroy(stream);
    opj_image_destroy(image);
    return isEncoded ? bytes : std::string();
}

} // namespace pleurascope::test
