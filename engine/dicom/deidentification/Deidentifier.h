// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

/// Pixels to be blackened, both corners inside, rows and columns from 0.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

struct DeidentificationOptions {
    enum class Dates : std::uint8_t { remove, keep, shift };

    std::string seed; ///< secret: who has it can tell whether a file comes from one that he has
    Dates dates = Dates::remove;
    std::vector<PixelBox> masks; ///< burned-in text, in every frame
    bool isTextLeft = false;     ///< text was found in the pixels and stays there
};

/// What was done with one element. Never holds a value.
struct DeidentificationChange {
    std::string path;   ///< as TagLine's
    std::string action; ///< "removed", "emptied", "replaced", "UID replaced", "date shifted", "masked"
};

struct DeidentifiedFile {
    core::Bytes bytes;
    std::string instanceUid; ///< the new one: the only name that the file may have
    std::vector<DeidentificationChange> changes;
};

/// Presentation states (GSPS) and key object selections: objects of other classes need pixels.
[[nodiscard]] bool isCleanedWithoutPicture(std::string_view sopClassUid);

/// The bytes of a DICOM image, presentation state or key object selection without what identifies a person,
/// by PS3.15's Basic Application Level Confidentiality Profile (E.2) with the options 'Retain Longitudinal
/// Temporal Information' where dates are kept or shifted (by a number of days that depends on seed and
/// patient) and 'Clean Pixel Data' where pixels are masked, which it says in the file. Of what presentation
/// states draw, shapes stay and words go ('Clean Graphics'); of key object selections, references and codes
/// stay. The same UID becomes the same new one under the same seed, so that files of a study stay together.
/// Errors: those of parseFile; noPixels (the content of reports and documents cannot be cleaned);
/// unsupportedFormat (pixels that are to be masked cannot be decoded here, an unknown transfer syntax, or
/// identifying text that is still found in the encoded bytes).
[[nodiscard]] core::Result<DeidentifiedFile> deidentify(std::span<const std::byte> bytes,
                                                        const DeidentificationOptions& options);

} // namespace pleurascope::dicom
