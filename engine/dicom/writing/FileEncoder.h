// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/core/Result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcxfer.h>

namespace pleurascope::dicom {

/// A whole DICOM file: zero preamble, a meta header made anew from the data set, lengths explicit.
/// Encapsulated pixel data must be in `syntax` already. Errors: internal.
[[nodiscard]] core::Result<core::Bytes> encodeFile(DcmFileFormat& file,
                                                   E_TransferSyntax syntax = EXS_LittleEndianExplicit);

} // namespace pleurascope::dicom
