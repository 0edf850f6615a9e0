// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"

#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// A storage class in the words of PS3.6 A, "Digital X-Ray Image"; the UID itself where DCMTK does not know
/// it.
[[nodiscard]] std::string sopClassName(std::string_view uid);

/// What an object without an image is, with its article: "a structured report (Basic Text SR)", "an
/// encapsulated PDF ('Radiology report')". Titles are of at most 64 bytes.
[[nodiscard]] std::string objectName(AttributeReader& attributes);

} // namespace pleurascope::dicom
