// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/Codecs.h"

#include "engine/dicom/Dictionary.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcobject.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmimage/diregist.h> // colour models register themselves
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>

namespace pleurascope::dicom {

void prepareDcmtk() {
    [[maybe_unused]] static const bool prepared = [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        completeDictionary();
        dcmEnableUnknownVRConversion.set(OFTrue);
        DcmRLEDecoderRegistration::registerCodecs();
        DJDecoderRegistration::registerCodecs();
        DJLSDecoderRegistration::registerCodecs();
        return true;
    }();
}

} // namespace pleurascope::dicom
