// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Hdf5.h"

#include <cstring>

namespace pleurascope::weights::hdf5 {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr hsize_t maximalStrings = 1'000'000;
constexpr std::size_t maximalStringLength = 4096;

bool hasAttribute(hid_t object, const std::string& name) {
    return H5Aexists(object, name.c_str()) > 0;
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
    if (length == 0 || length > maximalStringLength)
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

} // namespace

std::unique_lock<std::mutex> lockLibrary() {
    static std::mutex mutex;
    std::unique_lock lock(mutex);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    return lock;
}

Result<Handle> openFile(const std::filesystem::path& path) {
    Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!file)
        return failure(ErrorCode::damaged, "not a readable HDF5 file", path);
    return file;
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
    const Handle dataset(H5Dopen2(group, name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset)
        return failure(ErrorCode::damaged, "dataset " + name + " is missing");
    const Handle type(H5Dget_type(dataset.get()), H5Tclose);
    const H5T_class_t kind = type ? H5Tget_class(type.get()) : H5T_NO_CLASS;
    if (kind != H5T_FLOAT && kind != H5T_INTEGER)
        return failure(ErrorCode::unsupportedFormat, "dataset " + name + " does not hold real numbers");
    const Handle space(H5Dget_space(dataset.get()), H5Sclose);
    const int rank = space ? H5Sget_simple_extent_ndims(space.get()) : -1;
    if (rank < 0 || rank > 8)
        return failure(ErrorCode::damaged, "dataset " + name + " has no usable shape");
    std::vector<hsize_t> extents(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space.get(), extents.data(), nullptr);
    Tensor tensor;
    std::int64_t count = 1;
    for (const hsize_t extent : extents) {
        if (extent > static_cast<hsize_t>(limit) ||
            (extent > 0 && count > limit / static_cast<std::int64_t>(extent)))
            return failure(ErrorCode::limitExceeded, "dataset " + name + " is too large");
        tensor.shape.push_back(static_cast<std::int64_t>(extent));
        count *= static_cast<std::int64_t>(extent);
    }
    tensor.values.resize(static_cast<std::size_t>(count));
    if (count > 0 &&
        H5Dread(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, tensor.values.data()) < 0)
        return failure(ErrorCode::damaged, "dataset " + name + " breaks off");
    return tensor;
}

} // namespace pleurascope::weights::hdf5
