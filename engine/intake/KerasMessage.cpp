// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/KerasMessage.h"

#include "engine/intake/AnswerDecoder.h"
#include "engine/intake/AttachmentReader.h"

namespace pleurascope::intake {

namespace {

using nlohmann::json;

constexpr std::size_t tensorLimit = 100'000;
constexpr std::size_t rankLimit = 8;
constexpr std::size_t nameLimit = 4096;
constexpr std::uint64_t valueLimit = std::uint64_t(1) << 30;
constexpr std::uint64_t configLimit = std::uint64_t(64) << 20;

/// Says where each part goes.
class Layout {
public:
    [[nodiscard]] json add(std::span<const std::byte> bytes) {
        const json place{{"offset", m_end}, {"length", bytes.size()}};
        if (!bytes.empty())
            m_parts.push_back({m_end, bytes});
        m_end = alignedInMemory(m_end + bytes.size());
        return place;
    }
    [[nodiscard]] std::vector<KerasMessage::Part> take() { return std::move(m_parts); }

private:
    std::uint64_t m_end = 0;
    std::vector<KerasMessage::Part> m_parts;
};

std::string readName(const FieldReader& fields, const json& value) {
    auto name = fields.textOf(value);
    if (name.empty() || name.size() > nameLimit)
        fields.markBroken();
    return name;
}

/// Nothing above valueLimit, so that the product of the extents cannot overflow.
std::vector<std::int64_t> readShape(const FieldReader& fields) {
    std::vector<std::int64_t> shape;
    std::uint64_t count = 1;
    fields.each("shape", rankLimit, [&](const json& value) {
        const auto extent = value.is_number_unsigned() ? value.get<std::uint64_t>() : valueLimit + 1;
        if (extent > valueLimit || (extent > 0 && count > valueLimit / extent)) {
            fields.markBroken();
            return;
        }
        shape.push_back(std::int64_t(extent));
        count *= extent;
    });
    return shape;
}

weights::Tensor readTensor(const FieldReader& fields, const AttachmentReader& attachments) {
    weights::Tensor tensor;
    tensor.shape = readShape(fields);
    tensor.values = attachments.read<float>(fields.object("values"), valueLimit);
    if (std::int64_t(tensor.values.size()) != weights::elementCount(tensor.shape))
        fields.markBroken();
    return tensor;
}

void readConfig(const FieldReader& fields, const AttachmentReader& attachments, weights::KerasFile& file) {
    const auto characters = attachments.read<char>(fields.object("config"), configLimit);
    file.configText.assign(characters.begin(), characters.end());
    auto config = weights::kerasModelConfigFromJson(file.configText);
    if (config)
        file.config = std::move(*config);
    else
        fields.markBroken(); // the reader has understood it
}

} // namespace

KerasMessage encodeKeras(const weights::KerasFile& file) {
    Layout layout;
    json index{{"layers", file.layers}};
    if (file.config)
        index["config"] = layout.add(std::as_bytes(std::span(file.configText)));
    auto tensors = json::array();
    for (const auto& [name, tensor] : file.tensors)
        tensors.push_back({{"name", name},
                           {"shape", tensor.shape},
                           {"values", layout.add(std::as_bytes(std::span(tensor.values)))}});
    index["tensors"] = std::move(tensors);
    return {index.dump(-1, ' ', false, json::error_handler_t::replace), layout.take()};
}

core::Result<core::Descriptor> sealedMemory(const KerasMessage& message) {
    if (message.parts.empty())
        return core::Descriptor();
    auto memory = newMemory();
    if (!memory)
        return memory;
    for (const auto& part : message.parts)
        if (auto written = writeMemory(*memory, part.offset, part.bytes); !written)
            return core::failure(written);
    if (auto done = sealMemory(*memory); !done)
        return core::failure(done);
    return memory;
}

core::Result<weights::KerasFile> decodeKeras(std::string_view text, std::span<const std::byte> memory) {
    return decodeAnswer(text, [memory](const FieldReader& fields) {
        const AttachmentReader attachments(memory);
        weights::KerasFile file;
        fields.each("layers", tensorLimit,
                    [&](const json& value) { file.layers.push_back(readName(fields, value)); });
        if (fields.has("config"))
            readConfig(fields, attachments, file);
        fields.each("tensors", tensorLimit, [&](const json& value) {
            const auto entry = fields.of(value);
            auto name = readName(entry, entry.field("name"));
            if (!file.tensors.emplace(std::move(name), readTensor(entry, attachments)).second)
                entry.markBroken();
        });
        return file;
    });
}

} // namespace pleurascope::intake
