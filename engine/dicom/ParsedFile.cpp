// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/ParsedFile.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/ElementScan.h"

#include <dcmtk/dcmdata/dcistrmb.h>

namespace pleurascope::dicom {

namespace {

core::ErrorCode codeOf(const OFCondition& condition) {
    if (condition == EC_StreamNotifyClient || condition == EC_EndOfStream)
        return core::ErrorCode::truncated;
    if (condition == EC_MemoryExhausted)
        return core::ErrorCode::outOfMemory;
    return core::ErrorCode::damaged;
}

} // namespace

core::Result<void> parseFile(std::span<const std::byte> bytes, DcmFileFormat& file) {
    prepareDcmtk();
    if (const auto layout = scanElements(bytes); !layout)
        return core::failure(layout);
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), offile_off_t(bytes.size()));
    stream.setEos();
    file.transferInit();
    const auto condition = file.read(stream);
    file.transferEnd();
    if (condition.bad())
        return core::failure(codeOf(condition), condition.text());
    return {};
}

} // namespace pleurascope::dicom
