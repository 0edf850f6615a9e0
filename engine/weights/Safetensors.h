// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/weights/Tensor.h"

#include <span>

namespace pleurascope::weights {

/// The safetensors format (Hugging Face, version 0.3): u64 little endian header length, JSON header {name:
/// {dtype, shape, data_offsets}}, data. Written: F32, names in order, header padded with spaces to 8 bytes.
/// `metadata` is what readers of the format show as `__metadata__`.
[[nodiscard]] core::Bytes writeSafetensors(const TensorMap& tensors,
                                           const std::map<std::string, std::string>& metadata = {});

/// F32 only. Checks header length, JSON types, shape against offsets, and that the tensors tile the data
/// without gap or overlap. Errors: badModelFile.
[[nodiscard]] core::Result<TensorMap> readSafetensors(std::span<const std::byte> bytes);

} // namespace pleurascope::weights
