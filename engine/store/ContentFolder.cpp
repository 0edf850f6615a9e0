// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/ContentFolder.h"

#include "engine/core/Descriptor.h"
#include "engine/core/Files.h"
#include "engine/core/Sha256.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <future>
#include <sys/stat.h>

namespace pleurascope::store {

namespace fs = std::filesystem;
using core::Result;

namespace {

/// A new file beside the copies, which goes away unless it is given its name.
class Incoming {
public:
    explicit Incoming(const fs::path& folder)
        : m_path((folder / "incoming-XXXXXX").string())
        , m_file(::mkstemp(m_path.data())) {}
    ~Incoming() {
        if (m_file.isOpen() && !m_isNamed)
            ::unlink(m_path.c_str());
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;
    [[nodiscard]] int get() const { return m_file.get(); }
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    [[nodiscard]] bool name(const fs::path& path) {
        m_isNamed = ::rename(m_path.c_str(), path.c_str()) == 0;
        return m_isNamed;
    }

private:
    std::string m_path;
    core::Descriptor m_file;
    bool m_isNamed = false;
};

/// The source's bytes into `target`; their SHA-256.
Result<std::string> copyHashing(int source, int target, const fs::path& from, const fs::path& to) {
    std::vector<std::byte> buffer(std::size_t(1) << 20);
    core::Sha256 hash;
    for (;;) {
        const auto count = ::read(source, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(core::errorFromErrno(errno, from, false));
        if (count == 0)
            return hash.finish();
        const auto bytes = std::span(buffer).first(std::size_t(count));
        hash.add(bytes);
        if (const int problem = core::writeAll(target, bytes); problem != 0)
            return tl::unexpected(core::errorFromErrno(problem, to, true));
    }
}

/// As old as the source, so that this is known again when it is imported again.
void keepTime(int target, const struct stat& source) {
    const std::array<timespec, 2> times{source.st_atim, source.st_mtim};
    ::futimens(target, times.data()); // a copy that is newer is no less a copy
}

} // namespace

Result<KeptFile> ContentFolder::keepOne(const fs::path& file) const {
    const core::Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (!source.isOpen() || ::fstat(source.get(), &info) != 0)
        return tl::unexpected(core::errorFromErrno(errno, file, false));
    if (!S_ISREG(info.st_mode))
        return core::failure(core::ErrorCode::fileUnreadable, "not a file", file.string());
    Incoming incoming(m_folder);
    if (!incoming.isOpen())
        return tl::unexpected(core::errorFromErrno(errno, m_folder, true));
    const auto hash = copyHashing(source.get(), incoming.get(), file, m_folder);
    if (!hash)
        return core::failure(hash);
    const fs::path place = m_folder / hash->substr(0, 2);
    if (const auto made = core::createFolders(place); !made)
        return core::failure(made);
    const fs::path copy = place / *hash;
    // what a crash left half written has the name, too, but not the content
    if (const auto known = core::sha256OfFile(copy); known && *known == *hash)
        return KeptFile{copy, *hash};
    keepTime(incoming.get(), info);
    ::fchmod(incoming.get(), S_IRUSR | S_IRGRP | S_IROTH);
    if (!incoming.name(copy))
        return tl::unexpected(core::errorFromErrno(errno, copy, true));
    return KeptFile{copy, *hash};
}

Result<void> ContentFolder::sync() const {
    // one for all of them: far quicker than one a file
    const core::Descriptor folder(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::syncfs(folder.get()) != 0)
        return tl::unexpected(core::errorFromErrno(errno, m_folder, true));
    return {};
}

std::vector<Result<KeptFile>> ContentFolder::keep(std::span<const fs::path> files) const {
    std::vector<Result<KeptFile>> results(files.size());
    if (const auto made = core::createFolders(m_folder); !made) {
        for (auto& result : results)
            result = core::failure(made);
        return results;
    }
    const auto keepEverySecond = [&](std::size_t first) {
        for (std::size_t i = first; i < files.size(); i += 2)
            results[i] = keepOne(files[i]);
    };
    auto second = std::async(std::launch::async, keepEverySecond, 1);
    keepEverySecond(0);
    second.get();
    if (const auto synced = sync(); !synced)
        for (auto& result : results)
            if (result)
                result = core::failure(synced);
    return results;
}

int ContentFolder::remove(std::span<const std::string> paths) const {
    int removed = 0;
    for (const std::string& path : paths) {
        const fs::path inside =
            fs::path(path).lexically_normal().lexically_relative(m_folder.lexically_normal());
        std::error_code code;
        if (!inside.empty() && *inside.begin() != ".." && fs::remove(path, code))
            ++removed;
    }
    return removed;
}

} // namespace pleurascope::store
