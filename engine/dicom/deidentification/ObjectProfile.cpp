// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/ObjectProfile.h"

#include "engine/dicom/deidentification/Deidentifier.h"
#include "engine/dicom/elements/AttributeReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;

std::optional<Action> presentationAction(const DcmTagKey& tag) {
    if (tag == DCM_GraphicAnnotationSequence)
        return Action::clean;
    if (tag == DCM_TextObjectSequence || tag == DCM_CompoundGraphicSequence ||
        tag == DCM_GraphicLayerDescription)
        return Action::remove;
    if (tag == DCM_ContentDescription)
        return Action::empty;
    if (tag == DCM_PresentationCreationDate || tag == DCM_PresentationCreationTime)
        return Action::dummy;
    return std::nullopt;
}

} // namespace

bool isCleanedWithoutPicture(std::string_view sopClassUid) {
    return sopClassUid == UID_GrayscaleSoftcopyPresentationStateStorage ||
           sopClassUid == UID_KeyObjectSelectionDocumentStorage;
}

std::optional<ObjectKind> objectKind(DcmItem& dataset) {
    if (dataset.tagExists(DCM_PixelData) || dataset.tagExists(DCM_FloatPixelData) ||
        dataset.tagExists(DCM_DoubleFloatPixelData))
        return ObjectKind::image;
    const auto uid = AttributeReader(dataset).code(DCM_SOPClassUID);
    if (!isCleanedWithoutPicture(uid))
        return std::nullopt;
    return uid == UID_KeyObjectSelectionDocumentStorage ? ObjectKind::keyObjects
                                                        : ObjectKind::presentationState;
}

std::optional<Action> objectAction(ObjectKind kind, const DcmTagKey& tag) {
    if (kind == ObjectKind::presentationState)
        return presentationAction(tag);
    if (kind == ObjectKind::keyObjects && tag == DCM_ContentSequence)
        return Action::clean;
    return std::nullopt;
}

bool isItemKept(ObjectKind kind, const DcmTagKey& sequence, DcmItem& item) {
    if (kind == ObjectKind::presentationState && sequence == DCM_GraphicAnnotationSequence)
        return item.tagExists(DCM_GraphicObjectSequence);
    if (kind != ObjectKind::keyObjects || sequence != DCM_ContentSequence)
        return true;
    constexpr std::array kept{"IMAGE", "COMPOSITE", "WAVEFORM", "CODE", "CONTAINER"};
    const auto type = AttributeReader(item).code(DCM_ValueType);
    return std::ranges::any_of(kept, [&](const char* one) { return type == one; });
}

} // namespace pleurascope::dicom
