// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Hdf5.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <tuple>

namespace pleurascope::weights::hdf5 {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr hsize_t maximalStrings = 1'000'000;
constexpr std::size_t maximalStringBytes = std::size_t(64) << 20;
/// Deflate packs a thousand to one at most; weights are written unpacked.
constexpr std::int64_t maximalPacking = 1000;

herr_t refuseLink(const char* /*parentFile*/, const char* /*parentGroup*/, const char* /*file*/,
                  const char* /*object*/, unsigned* /*flags*/, hid_t /*fileAccess*/, void* /*data*/) {
    return -1;
}

/// How groups and datasets are opened: a link into another file fails.
Handle accessWithin(hid_t propertyClass) {
    Handle list(H5Pcreate(propertyClass), H5Pclose);
    H5Pset_elink_cb(list.get(), refuseLink, nullptr);
    return list;
}

Result<std::vector<std::string>> readVariableStrings(hid_t attribute, hid_t space, std::size_t count) {
    const Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.get(), H5T_VARIABLE);
    const Handle fileType(H5Aget_type(attribute), H5Tclose);
    H5Tset_cset(type.get(), H5Tget_cset(fileType.get()));
    std::vector<char*> pointers(count, nullptr);
    if (H5Aread(attribute, type.get(), pointers.data()) < 0)
        return failure(ErrorCode::damaged, "unreadable attribute");
    std::vector<std::string> strings;
    for (const char* pointer : pointers)
        strings.emplace_back(pointer == nullptr ? "" : pointer);
    H5Dvlen_reclaim(type.get(), space, H5P_DEFAULT, pointers.data());
    return strings;
}

Result<std::vector<std::string>> readFixedStrings(hid_t attribute, hid_t fileType, std::size_t count) {
    const std::size_t length = H5Tget_size(fileType);
    if (length == 0 || length > maximalStringBytes / count)
        return failure(ErrorCode::damaged, "strings of " + std::to_string(length) + " bytes");
    std::vector<char> bytes(count * length);
    if (H5Aread(attribute, fileType, bytes.data()) < 0)
        return failure(ErrorCode::damaged, "unreadable attribute");
    std::vector<std::string> strings;
    for (std::size_t i = 0; i < count; ++i)
        strings.emplace_back(bytes.data() + i * length, strnlen(bytes.data() + i * length, length));
    return strings;
}

Result<std::vector<std::string>> readAttribute(hid_t object, const std::string& name) {
    const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose);
    if (!attribute)
        return failure(ErrorCode::damaged, "attribute " + name + " is missing");
    const Handle space(H5Aget_space(attribute.get()), H5Sclose);
    const Handle type(H5Aget_type(attribute.get()), H5Tclose);
    if (!space || !type)
        return failure(ErrorCode::damaged, "attribute " + name + " is unreadable");
    const hssize_t count = H5Sget_simple_extent_npoints(space.get());
    if (count <= 0)
        return std::vector<std::string>{};
    if (static_cast<hsize_t>(count) > maximalStrings || H5Tget_class(type.get()) != H5T_STRING)
        return failure(ErrorCode::damaged, "attribute " + name + " is not a list of strings");
    if (H5Tis_variable_str(type.get()) > 0)
        return readVariableStrings(attribute.get(), space.get(), static_cast<std::size_t>(count));
    return readFixedStrings(attribute.get(), type.get(), static_cast<std::size_t>(count));
}

std::uint64_t littleEndian(std::span<const std::byte> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
    return value;
}

/// Whether the objects of a global heap collection lie within it (HDF5 File Format Specification 3.0, III.E).
/// `heap` begins with its signature and ends with the file.
bool isSoundGlobalHeap(std::span<const std::byte> heap) {
    constexpr std::size_t header = 16;
    if (heap.size() < header)
        return false;
    const std::uint64_t size = littleEndian(heap.subspan(8, 8));
    if (size < header || size > heap.size())
        return false;
    for (std::uint64_t at = header; at + header <= size;) {
        const std::uint64_t length = littleEndian(heap.subspan(at + 8, 8));
        const bool isFreeSpace = littleEndian(heap.subspan(at, 2)) == 0; // whose length counts its header
        if (isFreeSpace ? length < header || length > size - at : length > size - at - header)
            return false;
        at += isFreeSpace ? length : header + (length + 7) / 8 * 8;
    }
    return true;
}

/// HDF5 1.10 trusts the lengths in these heaps, where variable-length strings lie, and reads beyond them.
bool hasSoundGlobalHeaps(std::span<const std::byte> bytes) {
    constexpr std::string_view signature = "GCOL\x01";
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    for (auto at = text.find(signature); at != std::string_view::npos; at = text.find(signature, at + 1))
        if (!isSoundGlobalHeap(bytes.subspan(at)))
            return false;
    return true;
}

/// Splits "dense_10" into "dense_" and 10.
std::pair<std::string_view, std::uint64_t> stemAndNumber(std::string_view name) {
    const auto last = name.find_last_not_of("0123456789");
    const auto digits = name.substr(last == std::string_view::npos ? 0 : last + 1);
    std::uint64_t number = 0;
    for (const char digit : digits.substr(0, 18))
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    return {name.substr(0, name.size() - digits.size()), number};
}

herr_t appendName(hid_t /*group*/, const char* name, const H5L_info_t* /*info*/, void* names) {
    static_cast<std::vector<std::string>*>(names)->emplace_back(name);
    return 0;
}

/// What a dataset keeps elsewhere, or far less than its shape says. `bytes` is what its shape asks for in the
/// file's type.
Result<void> checkStorage(hid_t dataset, const std::string& name, std::int64_t bytes) {
    const Handle creation(H5Dget_create_plist(dataset), H5Pclose);
    if (!creation || H5Pget_external_count(creation.get()) != 0 ||
        H5Pget_layout(creation.get()) == H5D_VIRTUAL)
        return failure(ErrorCode::unsupportedFormat,
                       "dataset " + name + " keeps its numbers in another file");
    const auto stored = static_cast<std::int64_t>(H5Dget_storage_size(dataset));
    const bool packed = H5Pget_nfilters(creation.get()) > 0;
    if (packed ? bytes / maximalPacking > stored : bytes > stored)
        return failure(ErrorCode::damaged, "dataset " + name + " announces " + std::to_string(bytes) +
                                               " bytes and holds " + std::to_string(stored));
    return {};
}

Result<std::vector<std::int64_t>> readShape(hid_t dataset, const std::string& name, std::int64_t limit) {
    const Handle space(H5Dget_space(dataset), H5Sclose);
    const int rank = space ? H5Sget_simple_extent_ndims(space.get()) : -1;
    if (rank < 0 || rank > 8)
        return failure(ErrorCode::damaged, "dataset " + name + " has no usable shape");
    std::vector<hsize_t> extents(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space.get(), extents.data(), nullptr);
    std::vector<std::int64_t> shape;
    std::int64_t count = 1;
    for (const hsize_t extent : extents) {
        if (extent > static_cast<hsize_t>(limit) ||
            (extent > 0 && count > limit / static_cast<std::int64_t>(extent)))
            return failure(ErrorCode::limitExceeded, "dataset " + name + " is too large");
        shape.push_back(static_cast<std::int64_t>(extent));
        count *= static_cast<std::int64_t>(extent);
    }
    return shape;
}

} // namespace

std::unique_lock<std::mutex> lockLibrary() {
    static std::mutex mutex;
    std::unique_lock lock(mutex);
    // What could not be closed because the file is damaged would be tried again at exit, and crash there.
    [[maybe_unused]] static const herr_t stays = H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    return lock;
}

Result<Handle> openImage(std::span<const std::byte> bytes) {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    // The interface wants a mutable pointer; it copies.
    auto* image = const_cast<std::byte*>(bytes.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    if (bytes.empty() || !hasSoundGlobalHeaps(bytes) ||
        H5Pset_fapl_core(access.get(), std::size_t(1) << 20, false) < 0 ||
        H5Pset_file_image(access.get(), image, bytes.size()) < 0)
        return failure(ErrorCode::damaged, "not a readable HDF5 file");
    Handle file(H5Fopen("weights in memory", H5F_ACC_RDONLY, access.get()), H5Fclose);
    if (!file)
        return failure(ErrorCode::damaged, "not a readable HDF5 file");
    return file;
}

Result<Handle> openGroup(hid_t parent, const std::string& name) {
    const Handle access = accessWithin(H5P_GROUP_ACCESS);
    Handle group(H5Gopen2(parent, name.c_str(), access.get()), H5Gclose);
    if (!group)
        return failure(ErrorCode::damaged, "group " + name + " is missing");
    return group;
}

bool hasChild(hid_t group, const std::string& name) {
    return H5Lexists(group, name.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> childNames(hid_t group) {
    std::vector<std::string> names;
    H5Literate(group, H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, appendName, &names);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        // "dense" stands before "dense_1".
        const auto [stemA, numberA] = stemAndNumber(a);
        const auto [stemB, numberB] = stemAndNumber(b);
        return std::tie(stemA, numberA, a) < std::tie(stemB, numberB, b);
    });
    return names;
}

bool hasAttribute(hid_t object, const std::string& name) {
    return H5Aexists(object, name.c_str()) > 0;
}

Result<std::string> readText(hid_t object, const std::string& name) {
    auto strings = readAttribute(object, name);
    if (!strings)
        return failure(strings);
    if (strings->size() != 1)
        return failure(ErrorCode::damaged, "attribute " + name + " is not a string");
    return std::move(strings->front());
}

bool hasStringList(hid_t object, const std::string& name) {
    return hasAttribute(object, name) || hasAttribute(object, name + "0");
}

Result<std::vector<std::string>> readStringList(hid_t object, const std::string& name) {
    if (hasAttribute(object, name) || !hasAttribute(object, name + "0"))
        return readAttribute(object, name);
    std::vector<std::string> all;
    for (int chunk = 0; hasAttribute(object, name + std::to_string(chunk)); ++chunk) {
        auto part = readAttribute(object, name + std::to_string(chunk));
        if (!part)
            return part;
        all.insert(all.end(), part->begin(), part->end());
    }
    return all;
}

Result<Tensor> readTensor(hid_t group, const std::string& name, std::int64_t limit) {
    const Handle access = accessWithin(H5P_DATASET_ACCESS);
    const Handle dataset(H5Dopen2(group, name.c_str(), access.get()), H5Dclose);
    if (!dataset)
        return failure(ErrorCode::damaged, "dataset " + name + " is missing");
    const Handle type(H5Dget_type(dataset.get()), H5Tclose);
    const H5T_class_t kind = type ? H5Tget_class(type.get()) : H5T_NO_CLASS;
    if (kind != H5T_FLOAT && kind != H5T_INTEGER)
        return failure(ErrorCode::unsupportedFormat, "dataset " + name + " does not hold real numbers");
    auto shape = readShape(dataset.get(), name, limit);
    if (!shape)
        return failure(shape);
    const std::int64_t count = elementCount(*shape);
    if (auto held =
            checkStorage(dataset.get(), name, count * static_cast<std::int64_t>(H5Tget_size(type.get())));
        !held)
        return failure(held);
    Tensor tensor{std::move(*shape), std::vector<float>(static_cast<std::size_t>(count))};
    if (count > 0 &&
        H5Dread(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, tensor.values.data()) < 0)
        return failure(ErrorCode::damaged, "dataset " + name + " breaks off");
    return tensor;
}

} // namespace pleurascope::weights::hdf5
