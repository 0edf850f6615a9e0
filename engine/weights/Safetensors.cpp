// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Safetensors.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "tensors are copied as they lie in memory");

namespace {

constexpr std::uint64_t maximalHeader = 100'000'000; // as the format's reference implementation

/// Where a tensor lies in the data.
struct Extent {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

tl::unexpected<core::Error> bad(const std::string& name, const char* what) {
    return failure(ErrorCode::badModelFile, "tensor " + name + ": " + what);
}

Result<Extent> readEntry(const std::string& name, const json& entry, std::uint64_t dataSize, Tensor& tensor) {
    if (!entry.is_object() || entry.value("dtype", json()) != "F32")
        return bad(name, "is not F32");
    const json shape = entry.value("shape", json());
    const json offsets = entry.value("data_offsets", json());
    if (!shape.is_array() || shape.size() > 8 || !offsets.is_array() || offsets.size() != 2)
        return bad(name, "has no shape or no offsets");
    std::uint64_t count = 1;
    for (const auto& extent : shape) {
        if (!extent.is_number_unsigned())
            return bad(name, "has a shape that is not of whole numbers");
        const auto value = extent.get<std::uint64_t>();
        if (value != 0 && count > dataSize / value)
            return bad(name, "is larger than the file");
        count *= value;
        tensor.shape.push_back(static_cast<std::int64_t>(value));
    }
    if (!offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
        return bad(name, "has offsets that are not whole numbers");
    const Extent extent{offsets[0].get<std::uint64_t>(), offsets[1].get<std::uint64_t>()};
    if (extent.begin > extent.end || extent.end > dataSize ||
        extent.end - extent.begin != count * sizeof(float))
        return bad(name, "has offsets that do not fit its shape");
    return extent;
}

} // namespace

core::Bytes writeSafetensors(const TensorMap& tensors, const std::map<std::string, std::string>& metadata) {
    json header = json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t size = tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    core::Bytes bytes(8 + text.size() + offset);
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, 8);
    std::memcpy(bytes.data() + 8, text.data(), text.size());
    std::byte* next = bytes.data() + 8 + text.size();
    for (const auto& [name, tensor] : tensors) {
        const std::size_t size = tensor.values.size() * sizeof(float);
        if (size > 0)
            std::memcpy(next, tensor.values.data(), size);
        next += size;
    }
    return bytes;
}

Result<TensorMap> readSafetensors(std::span<const std::byte> bytes) {
    std::uint64_t length = 0;
    if (bytes.size() < 8)
        return failure(ErrorCode::badModelFile, "no safetensors header");
    std::memcpy(&length, bytes.data(), 8);
    if (length > maximalHeader || length > bytes.size() - 8)
        return failure(ErrorCode::badModelFile, "the safetensors header is longer than the file");
    const auto* text = reinterpret_cast<const char*>(bytes.data() + 8);
    const json header = json::parse(text, text + length, nullptr, false);
    if (!header.is_object())
        return failure(ErrorCode::badModelFile, "the safetensors header is not JSON");
    const auto data = bytes.subspan(8 + length);
    TensorMap tensors;
    std::map<std::uint64_t, std::uint64_t> tiles;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__")
            continue;
        Tensor tensor;
        const auto extent = readEntry(name, entry, data.size(), tensor);
        if (!extent)
            return failure(extent);
        if (extent->begin == extent->end) {
            tensors.emplace(name, std::move(tensor));
            continue;
        }
        if (!tiles.emplace(extent->begin, extent->end).second)
            return bad(name, "shares its place with another tensor");
        tensor.values.resize((extent->end - extent->begin) / sizeof(float));
        std::memcpy(tensor.values.data(), data.data() + extent->begin, extent->end - extent->begin);
        tensors.emplace(name, std::move(tensor));
    }
    std::uint64_t expected = 0;
    for (const auto& [begin, end] : tiles) {
        if (begin != expected)
            return failure(ErrorCode::badModelFile, "tensors overlap or leave gaps");
        expected = end;
    }
    if (expected != data.size())
        return failure(ErrorCode::badModelFile, "bytes belong to no tensor");
    return tensors;
}

} // namespace pleurascope::weights
