// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfilefo.h>

#include <cstddef>
#include <exception>
#include <new>
#include <span>

namespace pleurascope::dicom {

/// Lets DCMTK parse a whole file into `file`, after its claims were checked (scanElements). Errors:
/// notRecognised, truncated, damaged, limitExceeded, outOfMemory.
[[nodiscard]] core::Result<void> parseFile(std::span<const std::byte> bytes, DcmFileFormat& file);

/// Calls `function`; memory that a file asks for and does not get is an error of that file.
template <class Function>
auto guardedParse(Function&& function) -> decltype(function()) {
    try {
        return function();
    } catch (const std::bad_alloc&) {
        return core::failure(core::ErrorCode::outOfMemory, "while reading");
    } catch (const std::exception& exception) {
        return core::failure(core::ErrorCode::damaged, exception.what());
    }
}

} // namespace pleurascope::dicom
