// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/BareHeader.h"

#include "engine/dicom/HeaderReader.h"
#include "engine/dicom/display/MaskReader.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ParsedFile.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcmetinf.h>

namespace pleurascope::dicom {

namespace {

std::string metaValue(DcmFileFormat& file, const DcmTagKey& tag) {
    return AttributeReader(*file.getMetaInfo()).code(tag);
}

} // namespace

core::Result<DicomHeader> readBareHeader(std::span<const std::byte> bytes) {
    return guardedParse([&]() -> core::Result<DicomHeader> {
        const auto layout = scanElements(bytes, ScanExtent::toPixelData, OpenEnds::taken);
        if (!layout)
            return core::failure(layout);
        DcmFileFormat file;
        (void)parseFile(bytes, file, ScanExtent::toPixelData,
                        OpenEnds::taken); // what DCMTK reads before it gives up is kept
        AttributeReader attributes(*file.getDataset());
        auto header = readHeaderAttributes(attributes);
        header.instance.transferSyntaxUid = metaValue(file, DCM_TransferSyntaxUID);
        if (header.instance.sopClassUid.empty())
            header.instance.sopClassUid = metaValue(file, DCM_MediaStorageSOPClassUID);
        if (const auto operations = maskOperations(attributes); !operations.empty())
            header.warnings.push_back("asks for mask subtraction (" + operations + ")");
        return header;
    });
}

} // namespace pleurascope::dicom
