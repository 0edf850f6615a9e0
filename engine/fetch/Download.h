// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/core/Result.h"

#include <filesystem>
#include <stop_token>

namespace pleurascope::fetch {

struct DownloadRequest {
    std::string url;
    std::filesystem::path target; ///< its folder is made
    std::string md5;              ///< of the whole file, 32 hexadecimal digits; empty: nothing to check by
    std::uint64_t limit = std::uint64_t(64) << 30; ///< bytes
    int attempts = 5;                              ///< connections, as long as each brings something
};

/// Fetches a file and verifies it. The target appears at the end, whole, or not at all; what has come until a
/// connection breaks, the disk is full or `stop` asks for an end stays beside it, and the next call goes on
/// from there. A target with the right MD5 is not fetched again. Errors: insecureAddress, invalidArgument,
/// networkFailed, serverRefused, timedOut, hashMismatch (what came is thrown away), limitExceeded, inUse,
/// diskFull, writeFailed.
[[nodiscard]] core::Result<core::Outcome>
download(const DownloadRequest& request, const core::ProgressObserver& progress, std::stop_token stop);

/// Errors: hashMismatch where the file's MD5 is another one; those of reading. Nothing is checked where `md5`
/// is empty.
[[nodiscard]] core::Result<void> checkMd5(const std::filesystem::path& file, const std::string& md5);

/// 'I have the file': takes a copy of a file that came another way, after the same check. Errors:
/// hashMismatch, and those of reading and writing.
[[nodiscard]] core::Result<void> adopt(const std::filesystem::path& file, const DownloadRequest& request);

} // namespace pleurascope::fetch
