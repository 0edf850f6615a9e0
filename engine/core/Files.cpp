// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"

#include "engine/core/Descriptor.h"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace pleurascope::core {

namespace {

template <class Container>
Result<Container> readWhole(const std::filesystem::path& path, std::uint64_t limit) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return tl::unexpected(errorFromErrno(errno, path, false));
    struct stat info {};
    if (::fstat(file.get(), &info) != 0)
        return tl::unexpected(errorFromErrno(errno, path, false));
    if (S_ISDIR(info.st_mode))
        return failure(ErrorCode::fileUnreadable, "is a folder", path);
    if (static_cast<std::uint64_t>(info.st_size) > limit)
        return failure(ErrorCode::limitExceeded,
                       std::to_string(info.st_size) + " bytes, limit " + std::to_string(limit), path);
    Container content;
    content.resize(static_cast<std::size_t>(info.st_size));
    std::size_t filled = 0;
    while (filled < content.size()) {
        const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl::unexpected(errorFromErrno(errno, path, false));
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    content.resize(filled);
    return content;
}

/// Writes and syncs; 0 or the errno.
int writeSynced(Descriptor& file, std::span<const std::byte> bytes) {
    if (const int problem = writeAll(file.get(), bytes); problem != 0)
        return problem;
    if (::fsync(file.get()) != 0)
        return errno;
    // close() may be the first to report a full disk (NFS, quotas)
    return ::close(file.release()) == 0 ? 0 : errno;
}

/// Onto the disk, too; 0 or the errno.
int renameSynced(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0)
        return errno;
    const std::filesystem::path folder = to.has_parent_path() ? to.parent_path() : ".";
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isOpen())
        ::fsync(directory.get());
    return 0;
}

} // namespace

Error errorFromErrno(int errnoValue, const std::filesystem::path& path, bool writing) {
    ErrorCode code = writing ? ErrorCode::writeFailed : ErrorCode::fileUnreadable;
    if (errnoValue == ENOENT || errnoValue == ENOTDIR)
        code = writing ? ErrorCode::writeFailed : ErrorCode::fileNotFound;
    else if (errnoValue == ENOSPC || errnoValue == EDQUOT || errnoValue == EFBIG)
        code = ErrorCode::diskFull;
    return Error{code, std::strerror(errnoValue), path.string()};
}

Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    return readWhole<Bytes>(path, limit);
}

Result<std::string> readText(const std::filesystem::path& path, std::uint64_t limit) {
    return readWhole<std::string>(path, limit);
}

int writeAll(int fd, std::span<const std::byte> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        done += static_cast<std::size_t>(put);
    }
    return 0;
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::string aside = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    Descriptor file(::mkostemp(aside.data(), O_CLOEXEC));
    if (!file.isOpen())
        return tl::unexpected(errorFromErrno(errno, path, true));
    ::fchmod(file.get(), 0644);
    int problem = writeSynced(file, bytes);
    if (problem == 0)
        problem = renameSynced(aside, path);
    if (problem != 0) {
        ::unlink(aside.c_str());
        return tl::unexpected(errorFromErrno(problem, path, true));
    }
    return {};
}

Result<void> putInPlace(const std::filesystem::path& aside, const std::filesystem::path& path) {
    const Descriptor file(::open(aside.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() || ::fsync(file.get()) != 0)
        return tl::unexpected(errorFromErrno(errno, aside, true));
    if (const int problem = renameSynced(aside, path); problem != 0)
        return tl::unexpected(errorFromErrno(problem, path, true));
    return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text) {
    return writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> createFolders(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return tl::unexpected(errorFromErrno(error.value(), path, true));
    return {};
}

} // namespace pleurascope::core
