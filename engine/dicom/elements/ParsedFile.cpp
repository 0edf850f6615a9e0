// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ParsedFile.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/elements/Inflation.h"
#include "engine/dicom/pixels/PixelFormat.h"

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

/// All that DCMTK is given here, a deflated data set as it will be once DCMTK has inflated it.
core::Result<void> checkWhole(std::span<const std::byte> bytes) {
    auto layout = scanElements(bytes, ScanExtent::wholeFile);
    if (layout && layout->isDeflated()) {
        const auto dataSet = inflated(bytes.subspan(std::size_t(layout->dataSetOffset)), decodedLimit);
        if (!dataSet)
            return core::failure(dataSet);
        layout = scanDataSet(dataSet->bytes, ScanExtent::wholeFile);
    }
    return layout ? core::Result<void>() : core::failure(layout);
}

} // namespace

core::Result<void> parseFile(std::span<const std::byte> bytes, DcmFileFormat& file) {
    prepareDcmtk();
    if (auto checked = checkWhole(bytes); !checked)
        return checked;
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
