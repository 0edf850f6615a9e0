// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/Preamble.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pleurascope::dicom {

namespace {

struct Kind {
    std::string_view start;
    std::string_view name;
};

constexpr std::array kinds{
    Kind{"MZ", "a Windows program"},
    Kind{"\x7f"
         "ELF",
         "an ELF program"},
    Kind{"\xfe\xed\xfa\xce", "a Mach-O program"},
    Kind{"\xfe\xed\xfa\xcf", "a Mach-O program"},
    Kind{"\xce\xfa\xed\xfe", "a Mach-O program"},
    Kind{"\xcf\xfa\xed\xfe", "a Mach-O program"},
    Kind{"\xca\xfe\xba\xbe", "a Mach-O program or Java class"},
    Kind{"%PDF-", "a PDF document"},
    Kind{std::string_view("II*\0", 4), "a TIFF file"},
    Kind{std::string_view("MM\0*", 4), "a TIFF file"},
    Kind{std::string_view("II+\0", 4), "a BigTIFF file"},
    Kind{std::string_view("MM\0+", 4), "a BigTIFF file"},
    Kind{"#!", "a script"},
    Kind{"<?php", "a script"},
    Kind{"<script", "a script"},
    Kind{"<html", "a web page"},
    Kind{"<!DOCTYPE", "a web page"},
    Kind{"PK\x03\x04", "a ZIP archive"},
    Kind{"\x89PNG", "a PNG image"},
    Kind{"\xff\xd8\xff", "a JPEG image"},
};

} // namespace

std::string_view preambleKind(std::span<const std::byte> preamble) {
    const std::string_view text(reinterpret_cast<const char*>(preamble.data()), preamble.size());
    const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                     [&](const Kind& kind) { return text.starts_with(kind.start); });
    return found == kinds.end() ? std::string_view() : found->name;
}

} // namespace pleurascope::dicom
