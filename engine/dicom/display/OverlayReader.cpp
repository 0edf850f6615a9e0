// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/OverlayReader.h"

#include "engine/dicom/elements/ElementBytes.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace pleurascope::dicom {

namespace {

using imaging::Overlay;

constexpr int firstGroup = 0x6000;
constexpr int lastGroup = 0x601e;

/// The elements of one overlay group (60xx).
class OverlayGroup {
public:
    OverlayGroup(AttributeReader& attributes, int group)
        : m_attributes(attributes)
        , m_group(Uint16(group)) {}

    [[nodiscard]] DcmTagKey tag(Uint16 element) const { return {m_group, element}; }
    [[nodiscard]] int integer(Uint16 element, int absent) {
        return m_attributes.integer(tag(element)).value_or(absent);
    }
    [[nodiscard]] bool has(Uint16 element) { return m_attributes.has(tag(element)); }
    [[nodiscard]] std::string text(Uint16 element) { return m_attributes.text(tag(element)); }
    [[nodiscard]] std::string code(Uint16 element) { return m_attributes.code(tag(element)); }
    [[nodiscard]] std::vector<double> numbers(Uint16 element) { return m_attributes.numbers(tag(element)); }
    [[nodiscard]] std::span<const std::uint8_t> data() {
        return elementBytes(m_attributes.item(), tag(0x3000));
    }
    [[nodiscard]] AttributeReader& film() { return m_attributes; }
    [[nodiscard]] std::string name() const {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "overlay %04X", unsigned(m_group));
        return text.data();
    }

private:
    AttributeReader& m_attributes;
    Uint16 m_group;
};

/// Overlay Origin is row\column from 1, signed (60xx,0050); written unsigned, small negatives look large.
int zeroBased(double origin) {
    const double value = std::isfinite(origin) ? origin : 1;
    return int(value > 32767 ? value - 65536 : value) - 1;
}

Overlay describe(OverlayGroup& group, int number) {
    Overlay overlay;
    overlay.group = number;
    overlay.kind = group.code(0x0040) == "R" ? Overlay::Kind::regionOfInterest : Overlay::Kind::graphics;
    overlay.rows = group.integer(0x0010, 0);
    overlay.columns = group.integer(0x0011, 0);
    const auto origin = group.numbers(0x0050);
    if (origin.size() >= 2) {
        overlay.top = zeroBased(origin[0]);
        overlay.left = zeroBased(origin[1]);
    }
    overlay.label = group.text(0x1500);
    if (overlay.label.empty())
        overlay.label = group.text(0x0022);
    return overlay;
}

/// `count` bits from `first` on, moved to the front.
std::vector<std::uint8_t> bitsFrom(std::span<const std::uint8_t> bytes, std::uint64_t first,
                                   std::uint64_t count) {
    std::vector<std::uint8_t> bits((count + 7) / 8);
    const auto start = std::size_t(first / 8);
    const auto shift = unsigned(first % 8);
    for (std::size_t i = 0; i < bits.size(); ++i) {
        unsigned pair = bytes[start + i];
        if (start + i + 1 < bytes.size())
            pair |= unsigned(bytes[start + i + 1]) << 8;
        bits[i] = std::uint8_t(pair >> shift);
    }
    return bits;
}

/// The plane that lies over `frame`: a multi-frame overlay begins at Image Frame Origin (60xx,0051); one
/// without a number of frames lies over all. Nothing where none does.
std::optional<int> planeOver(OverlayGroup& group, int frame) {
    if (!group.has(0x0015))
        return 0;
    const int plane = frame - (group.integer(0x0051, 1) - 1);
    if (plane < 0 || plane >= group.integer(0x0015, 1))
        return std::nullopt;
    return plane;
}

/// From Overlay Data (60xx,3000). Rows become fewer where the data ends early.
void takeData(Overlay& overlay, std::span<const std::uint8_t> data, int plane) {
    const auto columns = std::uint64_t(overlay.columns);
    const auto wanted = std::uint64_t(overlay.rows) * columns;
    const auto first = std::uint64_t(plane) * wanted;
    const auto there = std::uint64_t(data.size()) * 8;
    const auto rows = first < there ? std::min(wanted, there - first) / columns : 0;
    overlay.rows = int(rows);
    overlay.bits = bitsFrom(data, first, rows * columns);
}

/// Bit Overlay Bit Position of each pixel word, before 2004 (60xx,0102). The whole film's size.
void takeEmbedded(Overlay& overlay, OverlayGroup& group, int frame) {
    const Uint16* words = nullptr;
    unsigned long count = 0;
    const int position = group.integer(0x0102, 0);
    const int rows = group.film().integer(DCM_Rows).value_or(0);
    const int columns = group.film().integer(DCM_Columns).value_or(0);
    group.film().item().findAndGetUint16Array(DCM_PixelData, words, &count);
    const auto pixels = std::uint64_t(std::max(rows, 0)) * std::uint64_t(std::max(columns, 0));
    overlay.rows = 0;
    if (!words || position < 0 || position > 15 || pixels == 0 ||
        count / pixels <= std::uint64_t(frame)) // a frame that is not there, or not native 16-bit
        return;
    overlay.rows = rows;
    overlay.columns = columns;
    overlay.bits.assign((pixels + 7) / 8, 0);
    words += std::uint64_t(frame) * pixels;
    for (std::uint64_t i = 0; i < pixels; ++i)
        if ((words[i] >> position & 1) != 0)
            overlay.bits[i / 8] = std::uint8_t(overlay.bits[i / 8] | 1U << i % 8);
}

/// A presentation state does not say how large its images are: nothing is outside of them.
bool isOutside(const Overlay& overlay, AttributeReader& film) {
    if (!film.has(DCM_Rows) && !film.has(DCM_Columns))
        return false;
    const auto reaches = [](int origin, int size, int filmSize) {
        return origin < filmSize && std::int64_t(origin) + size > 0;
    };
    return !reaches(overlay.top, overlay.rows, film.integer(DCM_Rows).value_or(0)) ||
           !reaches(overlay.left, overlay.columns, film.integer(DCM_Columns).value_or(0));
}

std::optional<Overlay> readOverlay(OverlayGroup& group, int number, int frame,
                                   std::vector<std::string>& assumptions) {
    const auto plane = planeOver(group, frame);
    if (!plane)
        return std::nullopt;
    auto overlay = describe(group, number);
    const int rows = overlay.rows;
    const auto data = group.data();
    const bool isEmbedded = data.empty() && group.integer(0x0100, 1) > 1;
    if (isEmbedded)
        takeEmbedded(overlay, group, frame);
    else if (overlay.rows > 0 && overlay.columns > 0)
        takeData(overlay, data, *plane);
    if (overlay.rows <= 0 || overlay.columns <= 0) {
        assumptions.push_back(
            group.name() +
            (isEmbedded ? " lies in bits of pixels that are not native: " : " has no usable size or data: ") +
            "left out");
        return std::nullopt;
    }
    if (isOutside(overlay, group.film())) {
        assumptions.push_back(group.name() + " lies outside the image: left out");
        return std::nullopt;
    }
    if (!isEmbedded && overlay.rows < rows)
        assumptions.push_back(group.name() + " ends early: the rows that are there are shown");
    return overlay;
}

} // namespace

std::vector<imaging::Overlay> readOverlays(AttributeReader& attributes, int frame,
                                           std::vector<std::string>& assumptions) {
    std::vector<Overlay> overlays;
    for (int number = firstGroup; number <= lastGroup; number += 2) {
        OverlayGroup group(attributes, number);
        if (!group.has(0x0010) && !group.has(0x3000) && !group.has(0x0102))
            continue;
        if (auto overlay = readOverlay(group, number, frame, assumptions))
            overlays.push_back(std::move(*overlay));
    }
    return overlays;
}

} // namespace pleurascope::dicom
