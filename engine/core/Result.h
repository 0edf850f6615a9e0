// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Error.h"

#include <tl/expected.hpp>

namespace pleurascope::core {

/// What a function returns that can fail in a way a user can meet. Functions that return it are
/// [[nodiscard]].
template <class T>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::truncated, "7FE0,0010 ends at byte 12", path);`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {},
                                                   std::string path = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(path)});
}

/// The error of another result, passed on.
template <class T>
[[nodiscard]] tl::unexpected<Error> failure(const Result<T>& result) {
    return tl::unexpected<Error>(result.error());
}

/// An error passed on, with the file named if it was not yet.
[[nodiscard]] inline tl::unexpected<Error> failureIn(Error error, const std::string& path) {
    if (error.path.empty())
        error.path = path;
    return tl::unexpected<Error>(std::move(error));
}

} // namespace pleurascope::core
