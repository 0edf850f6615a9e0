// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pleurascope::core {

namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    /// close() may be the first to report a full disk (NFS, quotas).
    [[nodiscard]] int closeNow() {
        const int fd = m_fd;
        m_fd = -1;
        return ::close(fd);
    }

private:
    int m_fd;
};

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
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put = ::write(file.get(), bytes.data() + done, bytes.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        done += static_cast<std::size_t>(put);
    }
    if (::fsync(file.get()) != 0)
        return errno;
    return file.closeNow() == 0 ? 0 : errno;
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

Result<void> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> bytes) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    std::string aside = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    Descriptor file(::mkostemp(aside.data(), O_CLOEXEC));
    if (file.get() < 0)
        return tl::unexpected(errorFromErrno(errno, path, true));
    ::fchmod(file.get(), 0644);
    int problem = writeSynced(file, bytes);
    if (problem == 0 && ::rename(aside.c_str(), path.c_str()) != 0)
        problem = errno;
    if (problem != 0) {
        ::unlink(aside.c_str());
        return tl::unexpected(errorFromErrno(problem, path, true));
    }
    Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0)
        ::fsync(directory.get());
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
