// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ProfileLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pleurascope::desktop {

ProfileLock::ProfileLock(const std::filesystem::path& profileData)
    : m_file(::open((profileData / "window.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR))
    , m_held(m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) == 0) {}

ProfileLock::~ProfileLock() {
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace pleurascope::desktop
