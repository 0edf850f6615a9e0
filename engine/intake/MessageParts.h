// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/imaging/Display.h"
#include "engine/intake/FieldReader.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

namespace pleurascope::intake {

// What answers about films and about presentation states have in common.

[[nodiscard]] nlohmann::json messageJson(const dicom::Patient& patient);
[[nodiscard]] nlohmann::json messageJson(const dicom::Study& study);
[[nodiscard]] nlohmann::json messageJson(const dicom::Series& series);
[[nodiscard]] nlohmann::json messageJson(const imaging::Window& window);
[[nodiscard]] nlohmann::json messageJson(const imaging::Shutter& shutter);
/// `entries` and `bits`: the bulk itself, or where it lies.
[[nodiscard]] nlohmann::json messageJson(const imaging::LookupTable& table, nlohmann::json entries);
[[nodiscard]] nlohmann::json messageJson(const imaging::Overlay& overlay, nlohmann::json bits);
/// Text that is no UTF-8 is mended, not refused.
[[nodiscard]] std::string messageText(const nlohmann::json& value);

[[nodiscard]] dicom::Patient readPatientFields(const FieldReader& fields);
[[nodiscard]] dicom::Study readStudyFields(const FieldReader& fields);
[[nodiscard]] dicom::Series readSeriesFields(const FieldReader& fields);
[[nodiscard]] imaging::Window readWindowFields(const FieldReader& fields);
[[nodiscard]] imaging::Shutter readShutterFields(const FieldReader& fields);

constexpr std::size_t mostTableEntries = 65536;
/// `entries` as they were read; none breaks the message.
[[nodiscard]] imaging::LookupTable readTableFields(const FieldReader& fields,
                                                   std::vector<std::uint16_t> entries);
/// `readBits` is asked for so many bytes; fewer break the message, since Overlay::isSet reads them.
[[nodiscard]] imaging::Overlay
readOverlayFields(const FieldReader& fields,
                  const std::function<std::vector<std::uint8_t>(std::size_t)>& readBits);

} // namespace pleurascope::intake
