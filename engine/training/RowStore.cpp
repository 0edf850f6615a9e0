// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RowStore.h"

#include "engine/core/Files.h"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdexcept>
#include <sys/types.h>
#include <unistd.h>
#include <utility>

namespace pleurascope::training {

namespace {

constexpr double largestHalf = 65504;

std::size_t valuesOf(const std::vector<std::int64_t>& shape) {
    std::size_t values = 1;
    for (const auto side : shape)
        values *= static_cast<std::size_t>(side);
    return values;
}

/// A file that has lost its name already: nothing is left of it after a crash. -1 and errno on failure.
int openNameless(const std::filesystem::path& folder) {
    std::string name = (folder / "rows-XXXXXX").string();
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd >= 0)
        ::unlink(name.c_str());
    return fd;
}

} // namespace

RowStore::RowStore(Config config)
    : m_config(std::move(config)) {
    for (const auto& shape : m_config.shapes)
        m_rowValues += valuesOf(shape);
}

RowStore::RowStore(RowStore&& other) noexcept
    : m_config(std::move(other.m_config))
    , m_rowValues(other.m_rowValues)
    , m_count(other.m_count)
    , m_memory(std::move(other.m_memory))
    , m_file(std::exchange(other.m_file, -1)) {}

RowStore& RowStore::operator=(RowStore&& other) noexcept {
    std::swap(m_config, other.m_config);
    std::swap(m_rowValues, other.m_rowValues);
    std::swap(m_count, other.m_count);
    std::swap(m_memory, other.m_memory);
    std::swap(m_file, other.m_file);
    return *this;
}

RowStore::~RowStore() {
    if (m_file >= 0)
        ::close(m_file);
}

core::Result<RowStore> RowStore::create(Config config) {
    RowStore store(std::move(config));
    const std::size_t bytes = store.m_config.expected * store.bytesPerRow();
    if (bytes <= store.m_config.memoryLimit) {
        store.m_memory.reserve(bytes);
        return store;
    }
    store.m_file = openNameless(store.m_config.folder);
    if (store.m_file < 0)
        return tl::unexpected(core::errorFromErrno(errno, store.m_config.folder, true));
    return store;
}

core::Result<void> RowStore::append(const std::vector<torch::Tensor>& parts) {
    assert(parts.size() == m_config.shapes.size());
    std::vector<torch::Tensor> flat;
    for (const auto& part : parts)
        flat.push_back(part.detach().flatten(1));
    torch::Tensor rows = torch::cat(flat, 1).to(torch::kCPU);
    rows =
        m_config.half ? rows.clamp(-largestHalf, largestHalf).to(torch::kFloat16) : rows.to(torch::kFloat32);
    rows = rows.contiguous();
    assert(rows.size(1) == static_cast<std::int64_t>(m_rowValues));
    const auto* first = static_cast<const std::byte*>(rows.data_ptr());
    for (std::int64_t i = 0; i < rows.size(0); ++i)
        if (auto done = appendBytes({first + static_cast<std::size_t>(i) * bytesPerRow(), bytesPerRow()});
            !done)
            return done;
    return {};
}

core::Result<void> RowStore::appendBytes(std::span<const std::byte> row) {
    assert(row.size() == bytesPerRow());
    if (m_file < 0) {
        m_memory.insert(m_memory.end(), row.begin(), row.end());
        ++m_count;
        return {};
    }
    const auto place = static_cast<off_t>(m_count * bytesPerRow());
    const ssize_t put = ::pwrite(m_file, row.data(), row.size(), place);
    if (put != static_cast<ssize_t>(row.size()))
        return tl::unexpected(core::errorFromErrno(put < 0 ? errno : ENOSPC, m_config.folder, true));
    ++m_count;
    return {};
}

void RowStore::truncate(std::size_t rows) {
    assert(rows <= m_count);
    m_count = rows;
    if (m_file < 0)
        m_memory.resize(rows * bytesPerRow());
}

void RowStore::readRow(std::size_t row, std::byte* to) const {
    assert(row < m_count);
    const std::size_t place = row * bytesPerRow();
    if (m_file < 0)
        std::memcpy(to, m_memory.data() + place, bytesPerRow());
    else if (::pread(m_file, to, bytesPerRow(), static_cast<off_t>(place)) !=
             static_cast<ssize_t>(bytesPerRow()))
        throw std::runtime_error("kept maps cannot be read back");
}

std::vector<std::byte> RowStore::rowBytes(std::size_t row) const {
    std::vector<std::byte> bytes(bytesPerRow());
    readRow(row, bytes.data());
    return bytes;
}

std::vector<torch::Tensor> RowStore::gather(const torch::Tensor& rows) const {
    const std::int64_t n = rows.numel();
    const torch::Tensor flat = torch::empty({n, static_cast<std::int64_t>(m_rowValues)},
                                            m_config.half ? torch::kFloat16 : torch::kFloat32);
    auto* to = static_cast<std::byte*>(flat.data_ptr());
    const auto* wanted = rows.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < n; ++i, to += bytesPerRow())
        readRow(static_cast<std::size_t>(wanted[i]), to);
    const torch::Tensor values = flat.to(torch::kFloat32);
    std::vector<torch::Tensor> parts;
    std::int64_t column = 0;
    for (const auto& shape : m_config.shapes) {
        const auto width = static_cast<std::int64_t>(valuesOf(shape));
        std::vector<std::int64_t> whole{n};
        whole.insert(whole.end(), shape.begin(), shape.end());
        parts.push_back(values.narrow(1, column, width).reshape(whole));
        column += width;
    }
    return parts;
}

} // namespace pleurascope::training
