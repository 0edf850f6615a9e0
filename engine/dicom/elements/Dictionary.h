// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::dicom {

/// Gives DCMTK the VRs of the attributes that are read here, where its own dictionary file is not installed:
/// implicit VR data sets have none, and their pixel data would not be found.
void completeDictionary();

} // namespace pleurascope::dicom
