// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Download.h"

#include "engine/core/FileDigest.h"
#include "engine/fetch/Address.h"
#include "engine/fetch/PartialFile.h"
#include "engine/fetch/Transfer.h"

namespace pleurascope::fetch {

using core::ErrorCode;
using core::failure;
using core::Outcome;
using core::Result;

namespace {

/// Goes on as long as each broken connection has brought something.
Result<Outcome> transfer(const DownloadRequest& request, PartialFile& file,
                         const core::ProgressObserver& progress, const std::stop_token& stop) {
    for (int attempt = 1;; ++attempt) {
        const std::uint64_t before = file.size();
        auto result = Transfer{request.url, request.limit, progress, stop}.run(file);
        const bool broken = !result && (result.error().code == ErrorCode::networkFailed ||
                                        result.error().code == ErrorCode::timedOut);
        if (!broken || file.size() <= before || file.mark().empty() || attempt >= request.attempts)
            return result;
    }
}

} // namespace

Result<void> checkMd5(const std::filesystem::path& file, const std::string& md5) {
    if (md5.empty())
        return {};
    const auto found = core::digestOfFile(file, core::DigestKind::md5);
    if (!found)
        return failure(found);
    if (*found != md5)
        return failure(ErrorCode::hashMismatch, "MD5 is " + *found + ", expected " + md5, file);
    return {};
}

Result<Outcome> download(const DownloadRequest& request, const core::ProgressObserver& progress,
                         std::stop_token stop) {
    if (auto sound = checkAddress(request.url); !sound)
        return failure(sound);
    if (!request.md5.empty() && checkMd5(request.target, request.md5))
        return Outcome::finished;
    if (auto made = core::createFolders(request.target.parent_path()); !made)
        return failure(made);
    auto file = PartialFile::open(request.target, request.url);
    if (!file)
        return failure(file);
    const auto outcome = transfer(request, *file, progress, stop);
    if (!outcome || *outcome == Outcome::stopped)
        return outcome;
    const auto content = file->content();
    if (!content)
        return failure(content);
    if (auto sound = checkMd5(*content, request.md5); !sound) {
        file->discard();
        return failure(sound.error().code, sound.error().detail, request.url);
    }
    if (auto finished = file->finish(); !finished)
        return failure(finished);
    return Outcome::finished;
}

Result<void> adopt(const std::filesystem::path& file, const DownloadRequest& request) {
    if (auto sound = checkMd5(file, request.md5); !sound)
        return sound;
    const auto bytes = core::readFile(file, request.limit);
    if (!bytes)
        return failure(bytes);
    if (auto made = core::createFolders(request.target.parent_path()); !made)
        return made;
    return core::writeFileAtomically(request.target, *bytes);
}

} // namespace pleurascope::fetch
