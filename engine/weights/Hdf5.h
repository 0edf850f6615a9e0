// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/Tensor.h"

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include <hdf5.h>

namespace pleurascope::weights::hdf5 {

/// An HDF5 identifier that is closed when it goes.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle(hid_t id, Close close)
        : m_id(id)
        , m_close(close) {}
    ~Handle() {
        if (m_id >= 0)
            m_close(m_id);
    }
    Handle(Handle&& other) noexcept
        : m_id(other.m_id)
        , m_close(other.m_close) {
        other.m_id = -1;
    }
    Handle& operator=(Handle&&) = delete;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] hid_t get() const { return m_id; }
    [[nodiscard]] explicit operator bool() const { return m_id >= 0; }

private:
    hid_t m_id;
    Close m_close;
};

/// The library is not thread-safe: whoever calls anything here holds this. Also silences the library's own
/// error printing.
[[nodiscard]] std::unique_lock<std::mutex> lockLibrary();

/// Opens a file that lies in memory for reading; the bytes are copied. Errors: damaged.
[[nodiscard]] core::Result<Handle> openImage(std::span<const std::byte> bytes);

/// A group of the same file: links into other files are not followed. Errors: damaged.
[[nodiscard]] core::Result<Handle> openGroup(hid_t parent, const std::string& name);
[[nodiscard]] bool hasChild(hid_t group, const std::string& name);
/// Names of what lies in a group, numbers by their value: `dense`, `dense_1`, `dense_2`, `dense_10`.
[[nodiscard]] std::vector<std::string> childNames(hid_t group);

/// A single string. Errors: damaged (missing, or not a string).
[[nodiscard]] core::Result<std::string> readText(hid_t object, const std::string& name);
[[nodiscard]] bool hasAttribute(hid_t object, const std::string& name);

/// A list of strings from the attribute `name`, or, if that is missing, from `name`0, `name`1, ... An empty
/// list that Keras wrote as an empty float array reads as empty. Errors: damaged (missing, or not strings).
[[nodiscard]] core::Result<std::vector<std::string>> readStringList(hid_t object, const std::string& name);
[[nodiscard]] bool hasStringList(hid_t object, const std::string& name);

/// A dataset of real numbers as float32; at most `limit` elements, which must lie in this file (a shape that
/// announces far more than is stored is refused). Errors: damaged, unsupportedFormat, limitExceeded.
[[nodiscard]] core::Result<Tensor> readTensor(hid_t group, const std::string& name, std::int64_t limit);

} // namespace pleurascope::weights::hdf5
