// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/elements/ElementScan.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfilefo.h>

#include <cstddef>
#include <exception>
#include <new>
#include <span>

namespace pleurascope::dicom {

/// DCMTK's name for a data set's encoding.
[[nodiscard]] E_TransferSyntax syntaxOf(Encoding encoding);

/// What DCMTK says of bytes that it could not parse: truncated, outOfMemory, damaged.
[[nodiscard]] core::Error parseError(const OFCondition& condition);

/// Lets DCMTK parse the elements of `bytes` that the walk over them has seen into `dataset`; what it has read
/// before it gives up stays there. No element takes more memory than there are bytes, and an UN element is no
/// sequence if it holds no items.
[[nodiscard]] OFCondition parseElements(std::span<const std::byte> bytes, const FileLayout& layout,
                                        DcmDataset& dataset, E_TransferSyntax syntax);

/// Lets DCMTK parse a file into `file`: its meta header, and of its data set what the walk over it has
/// understood, in the encoding that the walk found. What was read before an error stays in `file`; ends of
/// items that were to be taken are none. Errors: notRecognised, truncated, damaged, limitExceeded,
/// outOfMemory.
[[nodiscard]] core::Result<void> parseFile(std::span<const std::byte> bytes, DcmFileFormat& file,
                                           ScanExtent extent = ScanExtent::wholeFile,
                                           OpenEnds openEnds = OpenEnds::refused);

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
