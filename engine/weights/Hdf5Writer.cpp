// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/Hdf5Writer.h"

#include <algorithm>

namespace pleurascope::weights::hdf5 {

namespace {

constexpr std::size_t attributeLimit = 64'512; // HDF5_OBJECT_HEADER_LIMIT in Keras

Handle createInMemory() {
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fapl_core(access.get(), std::size_t(1) << 20, false);
    return {H5Fcreate("weights in memory", H5F_ACC_TRUNC, H5P_DEFAULT, access.get()), H5Fclose};
}

Handle linkCreation() {
    Handle list(H5Pcreate(H5P_LINK_CREATE), H5Pclose);
    H5Pset_create_intermediate_group(list.get(), 1);
    return list;
}

Handle stringType(Writer::Characters characters) {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.get(), H5T_VARIABLE);
    H5Tset_cset(type.get(), characters == Writer::Characters::utf8 ? H5T_CSET_UTF8 : H5T_CSET_ASCII);
    return type;
}

bool writeAttribute(hid_t object, const std::string& name, hid_t type, hid_t space, const void* value) {
    const Handle attribute(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return attribute && (value == nullptr || H5Awrite(attribute.get(), type, value) >= 0);
}

} // namespace

Writer::Writer()
    : m_file(createInMemory())
    , m_sound(static_cast<bool>(m_file)) {}

void Writer::addGroup(const std::string& path) {
    const Handle links = linkCreation();
    check(static_cast<bool>(
        Handle(H5Gcreate2(m_file.get(), path.c_str(), links.get(), H5P_DEFAULT, H5P_DEFAULT), H5Gclose)));
}

void Writer::addTensor(const std::string& path, const Tensor& tensor) {
    const std::vector<hsize_t> extents(tensor.shape.begin(), tensor.shape.end());
    const Handle space(H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr), H5Sclose);
    const Handle links = linkCreation();
    const Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.get(), false);
    const Handle dataset(H5Dcreate2(m_file.get(), path.c_str(), H5T_IEEE_F32LE, space.get(), links.get(),
                                    creation.get(), H5P_DEFAULT),
                         H5Dclose);
    check(dataset && H5Dwrite(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                              tensor.values.data()) >= 0);
}

void Writer::addText(const std::string& group, const std::string& name, const std::string& text,
                     Characters characters) {
    const Handle object(H5Gopen2(m_file.get(), group.c_str(), H5P_DEFAULT), H5Gclose);
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    const char* value = text.c_str();
    check(object && writeAttribute(object.get(), name, stringType(characters).get(), space.get(), &value));
}

void Writer::addStrings(hid_t group, const std::string& name, std::span<const std::string> strings) {
    const hsize_t count = strings.size();
    const Handle space(H5Screate_simple(1, &count, nullptr), H5Sclose);
    if (strings.empty()) {
        check(writeAttribute(group, name, H5T_IEEE_F64LE, space.get(), nullptr));
        return;
    }
    std::vector<const char*> values;
    for (const auto& string : strings)
        values.push_back(string.c_str());
    check(writeAttribute(group, name, stringType(Characters::ascii).get(), space.get(), values.data()));
}

void Writer::addStringList(const std::string& group, const std::string& name,
                           const std::vector<std::string>& strings) {
    const Handle object(H5Gopen2(m_file.get(), group.c_str(), H5P_DEFAULT), H5Gclose);
    check(static_cast<bool>(object));
    std::size_t longest = 1;
    for (const auto& string : strings)
        longest = std::max(longest, string.size());
    const std::size_t mostStrings = std::max<std::size_t>(1, attributeLimit / longest);
    if (strings.size() <= mostStrings) {
        addStrings(object.get(), name, strings);
        return;
    }
    const std::size_t chunks = (strings.size() + mostStrings - 1) / mostStrings;
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
        const std::size_t first = strings.size() * chunk / chunks;
        const std::size_t end = strings.size() * (chunk + 1) / chunks;
        addStrings(object.get(), name + std::to_string(chunk),
                   std::span(strings).subspan(first, end - first));
    }
}

core::Result<core::Bytes> Writer::bytes() {
    if (!m_sound || H5Fflush(m_file.get(), H5F_SCOPE_GLOBAL) < 0)
        return core::failure(core::ErrorCode::internal, "HDF5 could not be written");
    const ssize_t size = H5Fget_file_image(m_file.get(), nullptr, 0);
    if (size <= 0)
        return core::failure(core::ErrorCode::internal, "HDF5 gave no image");
    core::Bytes bytes(static_cast<std::size_t>(size));
    if (H5Fget_file_image(m_file.get(), bytes.data(), bytes.size()) != size)
        return core::failure(core::ErrorCode::internal, "HDF5 gave no image");
    return bytes;
}

} // namespace pleurascope::weights::hdf5
