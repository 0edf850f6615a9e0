// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::dicom {

/// Prepares DCMTK once a process: decoders registered, logging off, elements of unknown VR looked up in the
/// dictionary.
void prepareDcmtk();

} // namespace pleurascope::dicom
