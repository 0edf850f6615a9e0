// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/TagList.h"

#include "engine/core/Sha256.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ElementBytes.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/elements/ParsedFile.h"
#include "engine/dicom/elements/PlainText.h"

#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cstdio>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t lineLimit = 200'000;
constexpr std::size_t valueLimit = 128; // bytes
constexpr std::size_t hexadecimalLimit = valueLimit / 4;

template <class... Values>
std::string formatted(const char* format, Values... values) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, values...);
    return text.data();
}

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const auto byte : bytes.first(std::min(bytes.size(), hexadecimalLimit)))
        text += formatted(text.empty() ? "%02x" : " %02x", unsigned(byte));
    return text;
}

std::string_view asText(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool isPrintable(std::span<const std::uint8_t> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](auto byte) { return byte >= 0x20 && byte < 0x7f; });
}

std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\t'; }, ' ');
    return plainText(text);
}

/// The walk over a file's elements.
class TagWalk {
public:
    [[nodiscard]] bool addItem(DcmItem& item, const AttributeReader& attributes, const std::string& prefix,
                               int depth) {
        for (DcmObject* object = item.nextInContainer(nullptr); object; object = item.nextInContainer(object))
            if (auto* element = dynamic_cast<DcmElement*>(object))
                if (!addElement(*element, attributes, prefix, depth))
                    return false;
        return true;
    }

    [[nodiscard]] std::vector<TagLine> takeLines() { return std::move(m_lines); }

private:
    bool addElement(DcmElement& element, const AttributeReader& attributes, const std::string& prefix,
                    int depth) {
        if (m_lines.size() >= lineLimit)
            return false;
        auto& line = m_lines.emplace_back(describe(element, prefix, depth));
        // pixel sequences (fragments) are DcmPixelData, no sequences of items
        if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&element)) {
            line.value = std::to_string(sequence->card()) + (sequence->card() == 1 ? " item" : " items");
            const auto path = line.path; // `line` moves when others are added
            return addSequence(*sequence, attributes, path, depth);
        }
        setValue(line, element, attributes.characterSet());
        return true;
    }

    bool addSequence(DcmSequenceOfItems& sequence, const AttributeReader& parent, const std::string& path,
                     int depth) {
        int number = 0;
        for (auto* object = sequence.nextInContainer(nullptr); object;
             object = sequence.nextInContainer(object)) {
            auto* item = dynamic_cast<DcmItem*>(object);
            if (!item)
                continue;
            if (m_lines.size() >= lineLimit)
                return false;
            ++number;
            const auto itemPath = path + '[' + std::to_string(number) + ']';
            m_lines.push_back({itemPath, depth + 1, 0xfffe, 0xe000, "", "Item " + std::to_string(number),
                               item->getLength(EXS_LittleEndianExplicit), "", ""});
            if (!addItem(*item, AttributeReader(*item, parent), itemPath + '.', depth + 2))
                return false;
        }
        return true;
    }

    static TagLine describe(DcmElement& element, const std::string& prefix, int depth) {
        DcmTag tag(element.getTag());
        TagLine line;
        line.path = prefix + formatted("%04X,%04X", unsigned(tag.getGroup()), unsigned(tag.getElement()));
        line.depth = depth;
        line.group = tag.getGroup();
        line.element = tag.getElement();
        line.vr = DcmVR(element.getVR()).getValidVRName();
        line.name = nameOf(tag);
        line.length = element.getLength(EXS_LittleEndianExplicit);
        return line;
    }

    static std::string nameOf(DcmTag& tag) {
        const std::string known = tag.getTagName();
        const char* creator = tag.getPrivateCreator();
        if (!tag.isPrivate() || !creator || tag.isPrivateReservation())
            return known;
        const bool isKnown = known != DcmTag_ERROR_TagName && !known.starts_with("Unknown");
        return plainAscii(creator) + (isKnown ? ": " + known : "");
    }

    static void setValue(TagLine& line, DcmElement& element, const CharacterSet& characterSet) {
        if (auto* pixels = dynamic_cast<DcmPixelData*>(&element);
            pixels && pixels->getLengthField() == 0xffffffff) {
            line.value = "encapsulated";
            return;
        }
        const auto bytes = elementBytes(element);
        if (element.isaString()) {
            OFString raw;
            element.getOFStringArray(raw);
            const auto* delimiters = element.ident() == EVR_PN ? "\\^=" : "\\";
            setText(line, oneLine(characterSet.toUtf8({raw.data(), raw.size()}, delimiters).utf8));
        } else if (element.getVR() == EVR_US || element.getVR() == EVR_SS || bytes.empty()) {
            OFString raw;
            element.getOFStringArray(raw);
            setText(line, oneLine({raw.data(), raw.size()}));
        } else if (element.getVR() == EVR_UN && isPrintable(bytes)) {
            setText(line, plainText(asText(bytes)));
        } else {
            line.value = hexadecimal(bytes);
            if (bytes.size() > hexadecimalLimit)
                line.hash = core::sha256(asText(bytes));
        }
    }

    static void setText(TagLine& line, const std::string& text) {
        line.value = shortened(text, valueLimit);
        if (line.value.size() < text.size())
            line.hash = core::sha256(text);
    }

    std::vector<TagLine> m_lines;
};

core::Result<std::vector<TagLine>> linesOf(std::span<const std::byte> bytes) {
    DcmFileFormat file;
    if (auto parsed = parseFile(bytes, file); !parsed)
        return core::failure(parsed);
    TagWalk walk;
    const AttributeReader attributes(*file.getDataset());
    if (!walk.addItem(*file.getMetaInfo(), attributes, "", 0) ||
        !walk.addItem(*file.getDataset(), attributes, "", 0))
        return core::failure(core::ErrorCode::limitExceeded, "more than 200000 elements");
    return walk.takeLines();
}

TagLine damage() {
    TagLine line;
    line.value = "(what follows is damaged)";
    return line;
}

TagLine shortPixels(const ElementHeader& header) {
    TagLine line;
    line.path = tagName(header);
    line.group = header.group;
    line.element = header.element;
    line.vr = std::string(header.vr.data(), header.vr.size());
    line.name = "PixelData";
    line.length = header.length;
    line.value = "(cut short)";
    return line;
}

} // namespace

core::Result<std::vector<TagLine>> readTags(std::span<const std::byte> bytes) {
    return guardedParse([&]() -> core::Result<std::vector<TagLine>> {
        auto lines = linesOf(bytes);
        if (lines || (lines.error().code != core::ErrorCode::truncated &&
                      lines.error().code != core::ErrorCode::damaged))
            return lines;
        // damage in the pixel data, or late in the file, is no reason to show nothing
        const auto layout = scanElements(bytes);
        if (!layout || layout->isDeflated() || (layout->isWholeSeen && !layout->hasPixelData()))
            return lines;
        auto before = linesOf(bytes.first(std::size_t(layout->dataSetEnd)));
        if (before)
            before->push_back(layout->hasPixelData() ? shortPixels(*layout->pixelData) : damage());
        return before;
    });
}

} // namespace pleurascope::dicom
