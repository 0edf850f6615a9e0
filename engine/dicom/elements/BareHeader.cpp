// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/BareHeader.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/HeaderReader.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/elements/ParsedFile.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>

namespace pleurascope::dicom {

namespace {

/// As far as DCMTK comes: what it has read when it meets something broken is kept.
void parse(std::span<const std::byte> bytes, DcmFileFormat& file) {
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.data(), offile_off_t(bytes.size()));
    stream.setEos();
    file.transferInit();
    (void)file.readUntilTag(stream, EXS_Unknown, EGL_noChange, DCM_MaxReadLength, DCM_PixelData);
    file.transferEnd();
}

std::string metaValue(DcmFileFormat& file, const DcmTagKey& tag) {
    return AttributeReader(*file.getMetaInfo()).code(tag);
}

} // namespace

core::Result<DicomHeader> readBareHeader(std::span<const std::byte> bytes) {
    return guardedParse([&]() -> core::Result<DicomHeader> {
        prepareDcmtk();
        if (const auto layout = scanElements(bytes); !layout)
            return core::failure(layout);
        DcmFileFormat file;
        parse(bytes, file);
        AttributeReader attributes(*file.getDataset());
        auto header = readHeaderAttributes(attributes);
        header.instance.transferSyntaxUid = metaValue(file, DCM_TransferSyntaxUID);
        if (header.instance.sopClassUid.empty())
            header.instance.sopClassUid = metaValue(file, DCM_MediaStorageSOPClassUID);
        return header;
    });
}

} // namespace pleurascope::dicom
