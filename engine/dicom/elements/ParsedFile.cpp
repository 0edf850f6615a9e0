// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ParsedFile.h"

#include "engine/core/DecodedLimit.h"
#include "engine/dicom/Codecs.h"
#include "engine/dicom/elements/BoundedInput.h"
#include "engine/dicom/elements/Inflation.h"
#include "engine/dicom/pixels/PixelFormat.h"

#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcxfer.h>

namespace pleurascope::dicom {

namespace {

/// What the meta header says, where the data set is encoded so: it tells encapsulated pixels from native
/// ones.
E_TransferSyntax syntaxOf(const FileLayout& layout) {
    const auto found = syntaxOf(layout.encoding);
    const DcmXfer said(layout.transferSyntaxUid.c_str());
    const bool isSame = said.isEncapsulated() && found == EXS_LittleEndianExplicit;
    return isSame ? said.getXfer() : found;
}

void parseMetaHeader(std::span<const std::byte> bytes, DcmMetaInfo& metaHeader) {
    BoundedInput input(bytes);
    metaHeader.transferInit();
    (void)metaHeader.read(input, EXS_Unknown, EGL_noChange, input.longestValue());
    metaHeader.transferEnd();
}

/// Where in the data set VRs begin that DCMTK would take for SQ.
std::vector<offile_off_t> falseSequences(const FileLayout& layout) {
    std::vector<offile_off_t> positions;
    for (const auto& header : layout.opaque)
        if (DcmTag(header.group, header.element).getEVR() == EVR_SQ)
            positions.push_back(offile_off_t(header.valueOffset - 8 - layout.dataSetOffset)); // PS3.5 7.1.2
    return positions;
}

} // namespace

E_TransferSyntax syntaxOf(Encoding encoding) {
    if (encoding.bigEndian)
        return encoding.explicitVr ? EXS_BigEndianExplicit : EXS_BigEndianImplicit;
    return encoding.explicitVr ? EXS_LittleEndianExplicit : EXS_LittleEndianImplicit;
}

core::Error parseError(const OFCondition& condition) {
    auto code = core::ErrorCode::damaged;
    if (condition == EC_StreamNotifyClient || condition == EC_EndOfStream)
        code = core::ErrorCode::truncated;
    if (condition == EC_MemoryExhausted)
        code = core::ErrorCode::outOfMemory;
    return {code, condition.text(), {}};
}

OFCondition parseElements(std::span<const std::byte> bytes, const FileLayout& layout, DcmDataset& dataset,
                          E_TransferSyntax syntax) {
    const auto begin = std::size_t(layout.dataSetOffset);
    const auto seen = bytes.subspan(begin, std::size_t(layout.dataSetEnd) - begin);
    if (seen.empty())
        return EC_Normal;
    BoundedInput input(seen, falseSequences(layout));
    dataset.transferInit();
    const auto condition = dataset.read(input, syntax, EGL_noChange, input.longestValue());
    dataset.transferEnd();
    return condition;
}

core::Result<void> parseFile(std::span<const std::byte> bytes, DcmFileFormat& file, ScanExtent extent,
                             OpenEnds openEnds) {
    prepareDcmtk();
    auto layout = scanElements(bytes, extent, openEnds);
    if (!layout)
        return core::failure(layout);
    parseMetaHeader(bytes.first(std::size_t(layout->dataSetOffset)), *file.getMetaInfo());
    core::SharedBytes dataSet{bytes, nullptr};
    if (layout->isDeflated()) {
        auto whole = inflated(bytes.subspan(std::size_t(layout->dataSetOffset)), core::decodedLimit());
        if (!whole)
            return core::failure(whole);
        dataSet = std::move(*whole);
        layout = scanDataSet(dataSet.bytes, extent, openEnds);
        if (!layout)
            return core::failure(layout);
    }
    const auto condition = parseElements(dataSet.bytes, *layout, *file.getDataset(), syntaxOf(*layout));
    const bool isOpenEnd =
        condition == EC_SequDelimitationItemMissing || condition == EC_ItemDelimitationItemMissing;
    if (condition.bad() && !(isOpenEnd && openEnds == OpenEnds::taken))
        return tl::unexpected(parseError(condition));
    if (!layout->isWholeSeen)
        return core::failure(core::ErrorCode::damaged,
                             "no element begins at byte " + std::to_string(layout->dataSetEnd));
    return {};
}

} // namespace pleurascope::dicom
