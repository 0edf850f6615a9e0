// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/Dictionary.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>

#include <array>

namespace pleurascope::dicom {

namespace {

struct Attribute {
    DcmTagKey tag;
    DcmEVR vr;
};

// PS3.6 6: groups 6000 to 60FF
const std::array overlayAttributes{
    Attribute{{0x6000, 0x0010}, EVR_US}, Attribute{{0x6000, 0x0011}, EVR_US},
    Attribute{{0x6000, 0x0015}, EVR_IS}, Attribute{{0x6000, 0x0022}, EVR_LO},
    Attribute{{0x6000, 0x0040}, EVR_CS}, Attribute{{0x6000, 0x0050}, EVR_SS},
    Attribute{{0x6000, 0x0051}, EVR_US}, Attribute{{0x6000, 0x0100}, EVR_US},
    Attribute{{0x6000, 0x0102}, EVR_US}, Attribute{{0x6000, 0x1500}, EVR_LO},
    Attribute{{0x6000, 0x3000}, EVR_ox},
};

// PS3.6 6; "xs" is US or SS as Pixel Representation says, "ox" OB or OW, "lt" US, SS or OW
const std::array attributes{
    Attribute{DCM_FileMetaInformationGroupLength, EVR_UL},
    Attribute{DCM_FileMetaInformationVersion, EVR_OB},
    Attribute{DCM_MediaStorageSOPClassUID, EVR_UI},
    Attribute{DCM_MediaStorageSOPInstanceUID, EVR_UI},
    Attribute{DCM_TransferSyntaxUID, EVR_UI},
    Attribute{DCM_ImplementationClassUID, EVR_UI},
    Attribute{DCM_ImplementationVersionName, EVR_SH},
    Attribute{DCM_SpecificCharacterSet, EVR_CS},
    Attribute{DCM_SOPClassUID, EVR_UI},
    Attribute{DCM_SOPInstanceUID, EVR_UI},
    Attribute{DCM_StudyDate, EVR_DA},
    Attribute{DCM_StudyTime, EVR_TM},
    Attribute{DCM_AccessionNumber, EVR_SH},
    Attribute{DCM_Modality, EVR_CS},
    Attribute{DCM_StudyDescription, EVR_LO},
    Attribute{DCM_SeriesDescription, EVR_LO},
    Attribute{DCM_PatientName, EVR_PN},
    Attribute{DCM_PatientID, EVR_LO},
    Attribute{DCM_PatientBirthDate, EVR_DA},
    Attribute{DCM_PatientSex, EVR_CS},
    Attribute{DCM_PatientAge, EVR_AS},
    Attribute{DCM_BodyPartExamined, EVR_CS},
    Attribute{DCM_ImagerPixelSpacing, EVR_DS},
    Attribute{DCM_NominalScannedPixelSpacing, EVR_DS},
    Attribute{DCM_ViewPosition, EVR_CS},
    Attribute{DCM_StudyInstanceUID, EVR_UI},
    Attribute{DCM_SeriesInstanceUID, EVR_UI},
    Attribute{DCM_StudyID, EVR_SH},
    Attribute{DCM_SeriesNumber, EVR_IS},
    Attribute{DCM_InstanceNumber, EVR_IS},
    Attribute{DCM_Laterality, EVR_CS},
    Attribute{DCM_ImageLaterality, EVR_CS},
    Attribute{DCM_SamplesPerPixel, EVR_US},
    Attribute{DCM_PhotometricInterpretation, EVR_CS},
    Attribute{DCM_PlanarConfiguration, EVR_US},
    Attribute{DCM_NumberOfFrames, EVR_IS},
    Attribute{DCM_Rows, EVR_US},
    Attribute{DCM_Columns, EVR_US},
    Attribute{DCM_PixelSpacing, EVR_DS},
    Attribute{DCM_PixelSpacingCalibrationType, EVR_CS},
    Attribute{DCM_BitsAllocated, EVR_US},
    Attribute{DCM_BitsStored, EVR_US},
    Attribute{DCM_HighBit, EVR_US},
    Attribute{DCM_PixelRepresentation, EVR_US},
    Attribute{DCM_PixelPaddingValue, EVR_xs},
    Attribute{DCM_PixelPaddingRangeLimit, EVR_xs},
    Attribute{DCM_WindowCenter, EVR_DS},
    Attribute{DCM_WindowWidth, EVR_DS},
    Attribute{DCM_RescaleIntercept, EVR_DS},
    Attribute{DCM_RescaleSlope, EVR_DS},
    Attribute{DCM_WindowCenterWidthExplanation, EVR_LO},
    Attribute{DCM_VOILUTFunction, EVR_CS},
    Attribute{DCM_RedPaletteColorLookupTableDescriptor, EVR_xs},
    Attribute{DCM_GreenPaletteColorLookupTableDescriptor, EVR_xs},
    Attribute{DCM_BluePaletteColorLookupTableDescriptor, EVR_xs},
    Attribute{DCM_RedPaletteColorLookupTableData, EVR_lt},
    Attribute{DCM_GreenPaletteColorLookupTableData, EVR_lt},
    Attribute{DCM_BluePaletteColorLookupTableData, EVR_lt},
    Attribute{DCM_ModalityLUTSequence, EVR_SQ},
    Attribute{DCM_LUTDescriptor, EVR_xs},
    Attribute{DCM_LUTExplanation, EVR_LO},
    Attribute{DCM_LUTData, EVR_lt},
    Attribute{DCM_VOILUTSequence, EVR_SQ},
    Attribute{DCM_RecommendedDisplayFrameRate, EVR_IS},
    Attribute{DCM_CineRate, EVR_IS},
    Attribute{DCM_FrameTime, EVR_DS},
    Attribute{DCM_FrameTimeVector, EVR_DS},
    Attribute{DCM_EstimatedRadiographicMagnificationFactor, EVR_DS},
    Attribute{DCM_ShutterShape, EVR_CS},
    Attribute{DCM_ShutterLeftVerticalEdge, EVR_IS},
    Attribute{DCM_ShutterRightVerticalEdge, EVR_IS},
    Attribute{DCM_ShutterUpperHorizontalEdge, EVR_IS},
    Attribute{DCM_ShutterLowerHorizontalEdge, EVR_IS},
    Attribute{DCM_CenterOfCircularShutter, EVR_IS},
    Attribute{DCM_RadiusOfCircularShutter, EVR_IS},
    Attribute{DCM_VerticesOfThePolygonalShutter, EVR_IS},
    Attribute{DCM_ShutterPresentationValue, EVR_US},
    Attribute{DCM_ShutterOverlayGroup, EVR_US},
    Attribute{DCM_SequenceOfUltrasoundRegions, EVR_SQ},
    Attribute{DCM_PhysicalUnitsXDirection, EVR_US},
    Attribute{DCM_PhysicalUnitsYDirection, EVR_US},
    Attribute{DCM_PhysicalDeltaX, EVR_FD},
    Attribute{DCM_PhysicalDeltaY, EVR_FD},
    Attribute{DCM_FrameDisplayShutterSequence, EVR_SQ},
    Attribute{DCM_PixelAspectRatio, EVR_IS},
    Attribute{DCM_PixelMeasuresSequence, EVR_SQ},
    Attribute{DCM_FrameVOILUTSequence, EVR_SQ},
    Attribute{DCM_PixelValueTransformationSequence, EVR_SQ},
    Attribute{DCM_PresentationLUTSequence, EVR_SQ},
    Attribute{DCM_SharedFunctionalGroupsSequence, EVR_SQ},
    Attribute{DCM_PerFrameFunctionalGroupsSequence, EVR_SQ},
    Attribute{DCM_ConceptNameCodeSequence, EVR_SQ},
    Attribute{DCM_CodeMeaning, EVR_LO},
    Attribute{DCM_DocumentTitle, EVR_ST},
    Attribute{DCM_FileSetID, EVR_CS},
    Attribute{DCM_OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, EVR_UL},
    Attribute{DCM_DirectoryRecordSequence, EVR_SQ},
    Attribute{DCM_OffsetOfTheNextDirectoryRecord, EVR_UL},
    Attribute{DCM_OffsetOfReferencedLowerLevelDirectoryEntity, EVR_UL},
    Attribute{DCM_DirectoryRecordType, EVR_CS},
    Attribute{DCM_ReferencedFileID, EVR_CS},
    Attribute{DCM_ReferencedSOPClassUIDInFile, EVR_UI},
    Attribute{DCM_ReferencedSOPInstanceUIDInFile, EVR_UI},
    Attribute{DCM_FloatPixelData, EVR_OF},
    Attribute{DCM_DoubleFloatPixelData, EVR_OD},
    Attribute{DCM_PixelData, EVR_ox},
};

} // namespace

void completeDictionary() {
    if (dcmDataDict.isDictionaryLoaded())
        return;
    auto& dictionary = dcmDataDict.wrlock();
    for (const auto& [tag, vr] : attributes) // the dictionary takes the entries over
        dictionary.addEntry(new DcmDictEntry(tag.getGroup(), tag.getElement(), DcmVR(vr), "", 1,
                                             DcmVariableVM, "PleuraScope", OFFalse, nullptr));
    for (const auto& [tag, vr] : overlayAttributes) {
        auto* entry = new DcmDictEntry(tag.getGroup(), tag.getElement(), 0x60ff, tag.getElement(), DcmVR(vr),
                                       "", 1, DcmVariableVM, "PleuraScope", OFFalse, nullptr);
        entry->setGroupRangeRestriction(DcmDictRange_Even);
        dictionary.addEntry(entry);
    }
    dcmDataDict.wrunlock();
}

} // namespace pleurascope::dicom
