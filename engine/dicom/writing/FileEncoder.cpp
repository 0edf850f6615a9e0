// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/FileEncoder.h"

#include <dcmtk/dcmdata/dcostrmb.h>

#include <algorithm>

namespace pleurascope::dicom {

core::Result<core::Bytes> encodeFile(DcmFileFormat& file, E_TransferSyntax syntax) {
    constexpr Uint32 metaHeaderRoom = 4096;
    core::Bytes bytes(file.getDataset()->calcElementLength(syntax, EET_ExplicitLength) + metaHeaderRoom);
    bytes.resize(bytes.size() + bytes.size() % 2);
    DcmOutputBufferStream stream(bytes.data(), offile_off_t(bytes.size()));
    file.transferInit();
    const auto condition = file.write(stream, syntax, EET_ExplicitLength, nullptr, EGL_withoutGL,
                                      EPD_noChange, 0, 0, 0, EWM_createNewMeta);
    file.transferEnd();
    if (condition.bad())
        return core::failure(core::ErrorCode::internal, condition.text());
    void* written = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(written, length);
    bytes.resize(std::size_t(length));
    std::fill_n(bytes.begin(), std::min<std::size_t>(bytes.size(), 128), std::byte(0)); // the preamble
    return bytes;
}

} // namespace pleurascope::dicom
