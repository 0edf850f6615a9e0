// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/Codecs.h"

#include "engine/dicom/elements/Dictionary.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/oflog/oflog.h>

namespace pleurascope::dicom {

void prepareDcmtk() {
    [[maybe_unused]] static const bool prepared = [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        completeDictionary();
        dcmEnableUnknownVRConversion.set(OFTrue);
        DJDecoderRegistration::registerCodecs(EDC_never);
        return true;
    }();
}

} // namespace pleurascope::dicom
