// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/weights/Hdf5.h"

namespace pleurascope::weights::hdf5 {

/// An HDF5 file that is made in memory, so that the file itself can be written aside and renamed; the same
/// calls give the same bytes. Paths are absolute; groups on the way are made. Use it with the library locked.
/// A call that fails makes bytes() fail.
class Writer {
public:
    enum class Characters : std::uint8_t { ascii, utf8 };

    Writer();

    void addGroup(const std::string& path);
    void addTensor(const std::string& path, const Tensor& tensor);
    /// An attribute of a group, of variable length.
    void addText(const std::string& group, const std::string& name, const std::string& text,
                 Characters characters);
    /// A list as Keras writes it: split into `name`0, `name`1, ... beyond 64,512 bytes, and an empty list as
    /// an empty array of float64 (save_attributes_to_hdf5_group).
    void addStringList(const std::string& group, const std::string& name,
                       const std::vector<std::string>& strings);

    /// The whole file. Errors: internal.
    [[nodiscard]] core::Result<core::Bytes> bytes();

private:
    void addStrings(hid_t group, const std::string& name, std::span<const std::string> strings);
    void check(bool done) { m_sound = m_sound && done; }

    Handle m_file;
    bool m_sound;
};

} // namespace pleurascope::weights::hdf5
