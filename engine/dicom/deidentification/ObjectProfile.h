// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/deidentification/ConfidentialityProfile.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <optional>

namespace pleurascope::dicom {

/// What is de-identified.
enum class ObjectKind : std::uint8_t { image, presentationState, keyObjects };

/// Nothing where the object has neither pixels nor is of a class that can be cleaned without.
[[nodiscard]] std::optional<ObjectKind> objectKind(DcmItem& dataset);

/// Where an object is cleaned in another way than confidentialityAction() says: what presentation states draw
/// (PS3.15 E.3.3, Clean Graphics: shapes stay, words go) and must have (PS3.3 C.11.10), and the content that
/// is all of a key object selection (PS3.3 C.17.6).
[[nodiscard]] std::optional<ConfidentialityAction> objectAction(ObjectKind kind, const DcmTagKey& tag);

/// Whether an item of a sequence stays. Of a key object selection's content references and codes do; free
/// text, names, dates and numbers do not. Of annotations those with shapes do.
[[nodiscard]] bool isItemKept(ObjectKind kind, const DcmTagKey& sequence, DcmItem& item);

} // namespace pleurascope::dicom
