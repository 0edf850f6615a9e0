// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/FieldReader.h"

#include <string_view>
#include <utility>

namespace pleurascope::intake {

/// Nonsense is held against the reader, not against the file.
[[nodiscard]] inline core::Error malformedAnswer() {
    return {core::ErrorCode::readerCrashed, "the reader's answer is malformed", {}};
}

/// Parses the text, hands out the reader's error if it is one, else what `take` makes of the fields.
template <class Take>
auto decodeAnswer(std::string_view text, Take&& take)
    -> core::Result<decltype(take(std::declval<FieldReader>()))> {
    const auto message = nlohmann::json::parse(text, nullptr, false);
    bool isBroken = message.is_discarded();
    const FieldReader fields(message, isBroken);
    if (fields.has("error")) {
        const auto error = fields.object("error");
        const auto code = core::ErrorCode(error.integer("code", 0, int(core::ErrorCode::internal)));
        core::Error reported{code, error.text("detail"), {}};
        return tl::unexpected(isBroken ? malformedAnswer() : std::move(reported));
    }
    auto value = take(fields);
    if (isBroken)
        return tl::unexpected(malformedAnswer());
    return value;
}

} // namespace pleurascope::intake
