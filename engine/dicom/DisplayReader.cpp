// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DisplayReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

constexpr unsigned long tableLimit = 32;

using Assumptions = std::vector<std::string>;

imaging::VoiFunction functionOf(const std::string& code) {
    if (code == "SIGMOID")
        return imaging::VoiFunction::sigmoid;
    return code == "LINEAR_EXACT" ? imaging::VoiFunction::linearExact : imaging::VoiFunction::linear;
}

std::vector<imaging::Window> readWindows(AttributeReader& attributes, Assumptions& assumptions) {
    const auto centres = attributes.numbers(DCM_WindowCenter);
    const auto widths = attributes.numbers(DCM_WindowWidth);
    const auto explanations = attributes.texts(DCM_WindowCenterWidthExplanation);
    const auto function = functionOf(attributes.code(DCM_VOILUTFunction));
    std::vector<imaging::Window> windows;
    for (std::size_t i = 0; i < std::min(centres.size(), widths.size()); ++i) {
        if (std::isfinite(centres[i]) && widths[i] > 0)
            windows.push_back(
                {centres[i], widths[i], function, i < explanations.size() ? explanations[i] : ""});
        else
            assumptions.emplace_back("a VOI window without a usable centre and width is left out");
    }
    return windows;
}

void readRescale(AttributeReader& attributes, imaging::DisplayParameters& display, Assumptions& assumptions) {
    const auto slopes = attributes.numbers(DCM_RescaleSlope);
    const auto intercepts = attributes.numbers(DCM_RescaleIntercept);
    if (!slopes.empty() && std::isfinite(slopes[0]) && slopes[0] != 0)
        display.rescaleSlope = slopes[0];
    else if (!slopes.empty())
        assumptions.emplace_back("Rescale Slope is not usable: 1 is taken");
    if (!intercepts.empty() && std::isfinite(intercepts[0]))
        display.rescaleIntercept = intercepts[0];
}

/// The three values of a LUT Descriptor, PS3.3 C.11.1.1: entries (0 means 65536), first value mapped, bits.
struct TableDescriptor {
    std::size_t entries = 0;
    std::int32_t first = 0;
    int bits = 16;
};

std::optional<TableDescriptor> readDescriptor(AttributeReader& attributes, bool isInputSigned) {
    const auto values = attributes.numbers(DCM_LUTDescriptor);
    if (values.size() < 3 || !std::isfinite(values[0]) || !std::isfinite(values[1]) ||
        !std::isfinite(values[2]))
        return std::nullopt;
    // written as US or SS: the entries are unsigned in any case, the first value is signed as the input is
    const auto entries = std::uint16_t(std::int32_t(values[0]));
    const auto first = std::uint16_t(std::int32_t(values[1]));
    TableDescriptor descriptor;
    descriptor.entries = entries == 0 ? 65536 : entries;
    descriptor.first = isInputSigned ? std::int32_t(std::int16_t(first)) : std::int32_t(first);
    descriptor.bits = int(values[2]);
    return descriptor;
}

/// LUT Data: a word an entry, or two entries a word where they have 8 bits and the words are too few.
std::vector<std::uint16_t> readEntries(DcmItem& item, const TableDescriptor& descriptor) {
    const Uint16* words = nullptr;
    unsigned long count = 0;
    DcmElement* element = nullptr;
    if (item.findAndGetElement(DCM_LUTData, element).bad() || !element)
        return {};
    if (element->getVR() == EVR_SS) {
        const Sint16* signedWords = nullptr;
        item.findAndGetSint16Array(DCM_LUTData, signedWords, &count);
        words = reinterpret_cast<const Uint16*>(signedWords);
    } else {
        item.findAndGetUint16Array(DCM_LUTData, words, &count);
    }
    if (!words)
        return {};
    std::vector<std::uint16_t> entries;
    if (descriptor.bits <= 8 && count * 2 >= descriptor.entries && count < descriptor.entries) {
        for (unsigned long i = 0; i < count; ++i) {
            entries.push_back(std::uint16_t(words[i] & 0xff));
            entries.push_back(std::uint16_t(words[i] >> 8));
        }
    } else {
        entries.assign(words, words + count);
    }
    entries.resize(std::min(entries.size(), descriptor.entries));
    return entries;
}

std::optional<imaging::LookupTable> readTable(DcmItem& item, bool isInputSigned, Assumptions& assumptions) {
    AttributeReader attributes(item);
    const auto descriptor = readDescriptor(attributes, isInputSigned);
    auto entries = descriptor ? readEntries(item, *descriptor) : std::vector<std::uint16_t>();
    if (!descriptor ||
        entries.size() < descriptor->entries) { // a table that ends early would show the rest white
        assumptions.emplace_back(
            "a look-up table without usable descriptor or with too few entries is left out");
        return std::nullopt;
    }
    return imaging::LookupTable{descriptor->first, descriptor->bits, std::move(entries),
                                attributes.text(DCM_LUTExplanation)};
}

std::vector<imaging::LookupTable> readTables(DcmItem& item, const DcmTagKey& sequenceTag, bool isInputSigned,
                                             Assumptions& assumptions) {
    std::vector<imaging::LookupTable> tables;
    DcmSequenceOfItems* sequence = nullptr;
    if (item.findAndGetSequence(sequenceTag, sequence).bad() || !sequence)
        return tables;
    for (unsigned long i = 0; i < std::min(sequence->card(), tableLimit); ++i)
        if (auto table = readTable(*sequence->getItem(i), isInputSigned, assumptions))
            tables.push_back(std::move(*table));
    return tables;
}

/// Written as US, SS or (wrongly) with the other sign: brought to the range of the stored values. Nothing
/// where it lies outside: no pixel can have it, and cut to the stored bits it would hit tissue.
std::optional<double> paddingValue(double written, int bitsStored, bool isSigned) {
    if (bitsStored > 32)
        return written;
    const double levels = std::ldexp(1, bitsStored);
    const double low = isSigned ? -levels / 2 : 0;
    const double high = low + levels - 1;
    for (const double value : {written, written - 65536, written + 65536})
        if (value >= low && value <= high)
            return value;
    return std::nullopt;
}

std::optional<imaging::PaddingRange> readPadding(AttributeReader& attributes, int bitsStored, bool isSigned) {
    const auto values = attributes.numbers(DCM_PixelPaddingValue);
    if (values.empty() || !std::isfinite(values[0]))
        return std::nullopt;
    const auto first = paddingValue(values[0], bitsStored, isSigned);
    if (!first)
        return std::nullopt;
    const auto limits = attributes.numbers(DCM_PixelPaddingRangeLimit);
    const auto last = limits.empty() ? first : paddingValue(limits[0], bitsStored, isSigned);
    return imaging::PaddingRange{std::min(*first, last.value_or(*first)),
                                 std::max(*first, last.value_or(*first))};
}

/// VOI tables take modality values: are these signed? (PS3.3 C.11.2.1.1)
bool isModalitySigned(const imaging::DisplayParameters& display) {
    if (display.modalityTable)
        return false;
    return display.isSigned || display.rescaleIntercept < 0 || display.rescaleSlope < 0;
}

} // namespace

imaging::DisplayParameters readDisplay(AttributeReader& attributes, int bitsStored, bool isSigned,
                                       Assumptions& assumptions) {
    imaging::DisplayParameters display;
    display.bitsStored = bitsStored;
    display.isSigned = isSigned;
    readRescale(attributes, display, assumptions);
    auto modalityTables = readTables(attributes.item(), DCM_ModalityLUTSequence, isSigned, assumptions);
    if (!modalityTables.empty())
        display.modalityTable = std::move(modalityTables.front());
    display.windows = readWindows(attributes, assumptions);
    display.voiTables =
        readTables(attributes.item(), DCM_VOILUTSequence, isModalitySigned(display), assumptions);
    // the photometric interpretation alone decides: Presentation LUT Shape is often written wrongly
    display.inverted = attributes.code(DCM_PhotometricInterpretation) == "MONOCHROME1";
    display.padding = readPadding(attributes, bitsStored, isSigned);
    return display;
}

} // namespace pleurascope::dicom
