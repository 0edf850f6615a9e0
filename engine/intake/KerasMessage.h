// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Descriptor.h"
#include "engine/core/Result.h"
#include "engine/weights/KerasFile.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::intake {

/// A Keras file as it is sent: an index (`text`, JSON: names, shapes, places) and what lies in the memory
/// beside it, the tensors' values and the configuration's text.
struct KerasMessage {
    /// Bytes of the encoded file, and where in the memory they belong; places grow and do not overlap.
    struct Part {
        std::uint64_t offset = 0;
        std::span<const std::byte> bytes;
    };
    std::string text;
    std::vector<Part> parts; ///< empty ones are left out
};

/// The parts are views: `file` must outlive the message.
[[nodiscard]] KerasMessage encodeKeras(const weights::KerasFile& file);

/// The message's memory, which the client maps; none where it has no parts. Errors: outOfMemory.
[[nodiscard]] core::Result<core::Descriptor> sealedMemory(const KerasMessage& message);

/// As decodeHeader: the reader is not believed. Each tensor's values lie in `memory` and are as many as its
/// shape says, names are short and different, and the configuration is read anew from its text, so that what
/// kerasModelConfigFromJson promises of it holds here, too.
[[nodiscard]] core::Result<weights::KerasFile> decodeKeras(std::string_view text,
                                                           std::span<const std::byte> memory);

} // namespace pleurascope::intake
