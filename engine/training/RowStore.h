// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <torch/torch.h>

#include <filesystem>
#include <span>
#include <vector>

namespace pleurascope::training {

/// What the trained part of a network sees, one row an item: features, maps or inputs, kept on the CPU. Up to
/// a size in memory, beyond it in a file without a name that goes when this object does: the kernel then
/// holds as much of it as there is room. Used from one thread.
class RowStore {
public:
    struct Config {
        std::vector<std::vector<std::int64_t>> shapes; ///< of the tensors that make a row, without the batch
        bool half = false;        ///< kept as float16 (values beyond its range become its largest)
        std::size_t expected = 0; ///< rows
        std::size_t memoryLimit = std::size_t(512) << 20;
        std::filesystem::path folder; ///< where a file would stand
    };

    /// Errors: writeFailed, diskFull.
    [[nodiscard]] static core::Result<RowStore> create(Config config);
    RowStore(RowStore&& other) noexcept;
    RowStore& operator=(RowStore&& other) noexcept;
    ~RowStore();

    /// Adds rows: for each shape a tensor (n, shape...). Errors: writeFailed, diskFull.
    [[nodiscard]] core::Result<void> append(const std::vector<torch::Tensor>& parts);
    /// One row as bytes, as rowBytes() gave it. Errors: writeFailed, diskFull.
    [[nodiscard]] core::Result<void> appendBytes(std::span<const std::byte> row);
    /// Forgets all rows but the first `rows`.
    void truncate(std::size_t rows);

    /// The rows named by `rows`, int64 (n), as one float32 tensor (n, shape...) for each shape. Throws where
    /// the file cannot be read.
    [[nodiscard]] std::vector<torch::Tensor> gather(const torch::Tensor& rows) const;
    [[nodiscard]] std::vector<std::byte> rowBytes(std::size_t row) const;

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t bytesPerRow() const { return m_rowValues * (m_config.half ? 2 : 4); }

private:
    explicit RowStore(Config config);
    void readRow(std::size_t row, std::byte* to) const;

    Config m_config;
    std::size_t m_rowValues = 0;
    std::size_t m_count = 0;
    std::vector<std::byte> m_memory;
    int m_file = -1; ///< below 0: in memory
};

} // namespace pleurascope::training
