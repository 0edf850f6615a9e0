// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace pleurascope::desktop {

/// One window a profile: who holds `window.lock` is first. The kernel lets go of it when the process ends,
/// however it ends.
class ProfileLock {
public:
    /// Tries once; does not wait.
    explicit ProfileLock(const std::filesystem::path& profileData);
    ~ProfileLock();
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;

    [[nodiscard]] bool isHeld() const { return m_held; }

private:
    int m_file = -1;
    bool m_held = false;
};

} // namespace pleurascope::desktop
