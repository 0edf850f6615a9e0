// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/PartialFile.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace pleurascope::fetch {

using core::Result;
using nlohmann::json;

core::Result<PartialFile> PartialFile::open(const std::filesystem::path& target, std::string url) {
    const std::string path = target.string() + ".part";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0)
        return tl::unexpected(core::errorFromErrno(errno, path, true));
    PartialFile file(descriptor, target, std::move(url));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return core::failure(core::ErrorCode::inUse, "another process is fetching it", path);
    file.recall();
    return file;
}

PartialFile::PartialFile(int descriptor, std::filesystem::path target, std::string url)
    : m_descriptor(descriptor)
    , m_target(std::move(target))
    , m_url(std::move(url)) {}

PartialFile::PartialFile(PartialFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_target(std::move(other.m_target))
    , m_url(std::move(other.m_url))
    , m_mark(std::move(other.m_mark))
    , m_size(other.m_size) {}

PartialFile::~PartialFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::filesystem::path PartialFile::part() const {
    return m_target.string() + ".part";
}

std::filesystem::path PartialFile::note() const {
    return m_target.string() + ".part.json";
}

void PartialFile::recall() {
    const auto text = core::readText(note(), 1 << 16);
    const json j = text ? json::parse(*text, nullptr, false) : json();
    struct stat info {};
    if (!j.is_object() || j.value("url", json()) != m_url || !j.value("mark", json()).is_string() ||
        ::fstat(m_descriptor, &info) != 0)
        return;
    m_mark = j["mark"].get<std::string>();
    m_size = m_mark.empty() ? 0 : static_cast<std::uint64_t>(info.st_size);
    if (m_size == 0)
        m_mark.clear();
}

Result<void> PartialFile::restart(std::string mark) {
    if (::ftruncate(m_descriptor, 0) != 0)
        return tl::unexpected(core::errorFromErrno(errno, part(), true));
    m_size = 0;
    m_mark = std::move(mark);
    const json j = {{"url", m_url}, {"mark", m_mark}};
    return core::writeFileAtomically(note(), j.dump(-1, ' ', false, json::error_handler_t::replace));
}

Result<void> PartialFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(m_size));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return tl::unexpected(core::errorFromErrno(errno, part(), true));
        m_size += static_cast<std::uint64_t>(put);
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

Result<std::filesystem::path> PartialFile::content() const {
    if (::fsync(m_descriptor) != 0)
        return tl::unexpected(core::errorFromErrno(errno, part(), true));
    return part();
}

Result<void> PartialFile::finish() {
    if (::rename(part().c_str(), m_target.c_str()) != 0)
        return tl::unexpected(core::errorFromErrno(errno, m_target, true));
    ::unlink(note().c_str());
    return {};
}

void PartialFile::discard() {
    ::unlink(part().c_str());
    ::unlink(note().c_str());
}

} // namespace pleurascope::fetch
