// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/ZipExtraction.h"

#include "engine/core/Files.h"

#include <zip.h>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace pleurascope::fetch {

using core::ErrorCode;
using core::failure;
using core::Outcome;
using core::Result;

namespace {

constexpr std::uint64_t freeBytes = std::uint64_t(16) << 20;
constexpr std::size_t longestName = 1024;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using EntryStream = std::unique_ptr<zip_file_t, Discard>;

/// A folder that goes away unless it is kept.
class FolderAside {
public:
    static Result<FolderAside> beside(const std::filesystem::path& folder) {
        if (auto made = core::createFolders(folder.parent_path()); !made)
            return failure(made);
        std::string name = (folder.parent_path() / ("." + folder.filename().string() + ".XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr)
            return tl::unexpected(core::errorFromErrno(errno, name, true));
        ::chmod(name.c_str(), 0755);
        return FolderAside(name);
    }
    FolderAside(FolderAside&& other) noexcept
        : m_path(std::exchange(other.m_path, {})) {}
    FolderAside& operator=(FolderAside&&) = delete;
    ~FolderAside() {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    Result<void> becomes(const std::filesystem::path& folder) {
        if (::rename(m_path.c_str(), folder.c_str()) != 0)
            return tl::unexpected(core::errorFromErrno(errno, folder, true));
        m_path.clear();
        return {};
    }

private:
    explicit FolderAside(std::filesystem::path path)
        : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

/// Why a name is not followed, or nothing.
const char* problemOf(const std::string& name) {
    if (name.empty() || name.size() > longestName || name.find('\0') != std::string::npos)
        return "a name that is empty or too long";
    if (name.front() == '/' || name.find('\\') != std::string::npos || name.find(':') != std::string::npos)
        return "an absolute name";
    for (const auto& part : std::filesystem::path(name))
        if (part == ".." || part == "." || part.string().size() > 255)
            return "a name that leaves the folder";
    return nullptr;
}

/// One archive on its way into one folder.
class Extraction {
public:
    Extraction(zip_t* archive, const std::filesystem::path& root, const ExtractionLimits& limits)
        : m_archive(archive)
        , m_root(root)
        , m_limits(limits) {}

    Result<void> extract(zip_uint64_t index) {
        zip_stat_t info;
        if (zip_stat_index(m_archive, index, 0, &info) != 0 || (info.valid & ZIP_STAT_NAME) == 0)
            return failure(ErrorCode::damaged, "an entry without a name");
        const std::string name = info.name;
        if (const char* problem = problemOf(name); problem != nullptr)
            return failure(ErrorCode::unsafeArchive, std::string(problem) + ": " + name);
        if (!isPlain(index))
            return failure(ErrorCode::unsafeArchive, "a link or a device: " + name);
        if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE)
            return failure(ErrorCode::unsupportedFormat, "an encrypted entry: " + name);
        const auto place = m_root / name;
        if (name.back() == '/')
            return core::createFolders(place);
        if (!m_names.insert(place.lexically_normal().string()).second)
            return failure(ErrorCode::unsafeArchive, "a name that comes twice: " + name);
        if (auto made = core::createFolders(place.parent_path()); !made)
            return made;
        const std::uint64_t room =
            std::min(m_limits.bytes - m_written, std::max(freeBytes, info.comp_size * m_limits.ratio));
        return unfold(index, place, room);
    }

private:
    /// A regular file or a folder, as far as the archive tells.
    [[nodiscard]] bool isPlain(zip_uint64_t index) const {
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(m_archive, index, 0, &system, &attributes) != 0)
            return false;
        const auto kind = (attributes >> 16) & S_IFMT;
        return system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG || kind == S_IFDIR;
    }

    Result<void> unfold(zip_uint64_t index, const std::filesystem::path& place, std::uint64_t room) {
        const EntryStream stream(zip_fopen_index(m_archive, index, 0));
        if (!stream)
            return failure(ErrorCode::damaged, zip_strerror(m_archive));
        const int file = ::open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (file < 0)
            return tl::unexpected(core::errorFromErrno(errno, place, true));
        auto copied = copy(stream.get(), file, place, room);
        if (::close(file) != 0 && copied)
            return tl::unexpected(core::errorFromErrno(errno, place, true));
        return copied;
    }

    Result<void> copy(zip_file_t* from, int to, const std::filesystem::path& place, std::uint64_t room) {
        std::uint64_t size = 0;
        for (;;) {
            const zip_int64_t got = zip_fread(from, m_block.data(), m_block.size());
            if (got < 0) // a checksum that does not fit, too
                return failure(ErrorCode::damaged, place.filename().string());
            if (got == 0)
                break;
            size += static_cast<std::uint64_t>(got);
            if (size > room)
                return failure(ErrorCode::limitExceeded, place.filename().string() +
                                                             " unfolds to more than " + std::to_string(room) +
                                                             " bytes");
            for (zip_int64_t done = 0; done < got;) {
                const ssize_t put = ::write(to, m_block.data() + done, static_cast<std::size_t>(got - done));
                if (put < 0 && errno == EINTR)
                    continue;
                if (put < 0)
                    return tl::unexpected(core::errorFromErrno(errno, place, true));
                done += put;
            }
        }
        m_written += size;
        return {};
    }

    zip_t* m_archive;
    const std::filesystem::path& m_root;
    const ExtractionLimits& m_limits;
    std::uint64_t m_written = 0;
    std::set<std::string> m_names;
    std::vector<char> m_block = std::vector<char>(std::size_t(1) << 20);
};

Result<Archive> openArchive(const std::filesystem::path& path) {
    int code = 0;
    Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code));
    if (archive)
        return archive;
    if (code == ZIP_ER_NOENT)
        return failure(ErrorCode::fileNotFound, {}, path);
    return failure(code == ZIP_ER_OPEN || code == ZIP_ER_READ ? ErrorCode::fileUnreadable
                                                              : ErrorCode::damaged,
                   "not a whole ZIP archive", path);
}

bool isThere(const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(folder, ignored)) &&
           !(std::filesystem::is_directory(folder, ignored) && std::filesystem::is_empty(folder, ignored));
}

} // namespace

Result<Outcome> extractZip(const std::filesystem::path& archivePath, const std::filesystem::path& target,
                           const ExtractionLimits& limits, const core::ProgressObserver& progress,
                           std::stop_token stop) {
    const auto folder = std::filesystem::absolute(target / "").parent_path();
    if (isThere(folder))
        return failure(ErrorCode::alreadyExists, {}, folder);
    const auto archive = openArchive(archivePath);
    if (!archive)
        return failure(archive);
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive->get(), 0));
    if (count > limits.entries)
        return failure(ErrorCode::limitExceeded, std::to_string(count) + " entries", archivePath);
    auto aside = FolderAside::beside(folder);
    if (!aside)
        return failure(aside);
    Extraction extraction(archive->get(), aside->path(), limits);
    for (std::uint64_t i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return Outcome::stopped;
        if (auto extracted = extraction.extract(i); !extracted)
            return core::failureIn(extracted.error(), archivePath);
        if (progress)
            progress({i + 1, count, "extract"});
    }
    if (auto kept = aside->becomes(folder); !kept)
        return failure(kept);
    return Outcome::finished;
}

} // namespace pleurascope::fetch
