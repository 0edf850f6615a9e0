// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <cstdint>
#include <span>

namespace pleurascope::dicom {

/// The value of an element of bytes or 16-bit words (OB, OW, UN, US, SS), words lowest byte first. Views the
/// item's memory or the element's; empty where
/// there is none.
[[nodiscard]] std::span<const std::uint8_t> elementBytes(DcmItem& item, const DcmTagKey& tag);
[[nodiscard]] std::span<const std::uint8_t> elementBytes(DcmElement& element);

} // namespace pleurascope::dicom
