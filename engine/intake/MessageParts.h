// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/imaging/Display.h"
#include "engine/intake/FieldReader.h"

#include <nlohmann/json.hpp>

#include <string>

namespace pleurascope::intake {

// What answers about films and about presentation states have in common.

[[nodiscard]] nlohmann::json messageJson(const dicom::Patient& patient);
[[nodiscard]] nlohmann::json messageJson(const dicom::Study& study);
[[nodiscard]] nlohmann::json messageJson(const dicom::Series& series);
[[nodiscard]] nlohmann::json messageJson(const imaging::Window& window);
[[nodiscard]] nlohmann::json messageJson(const imaging::Shutter& shutter);
/// Text that is no UTF-8 is mended, not refused.
[[nodiscard]] std::string messageText(const nlohmann::json& value);

[[nodiscard]] dicom::Patient readPatientFields(const FieldReader& fields);
[[nodiscard]] dicom::Study readStudyFields(const FieldReader& fields);
[[nodiscard]] dicom::Series readSeriesFields(const FieldReader& fields);
[[nodiscard]] imaging::Window readWindowFields(const FieldReader& fields);
[[nodiscard]] imaging::Shutter readShutterFields(const FieldReader& fields);

} // namespace pleurascope::intake
