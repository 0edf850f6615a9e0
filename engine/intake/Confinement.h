// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace pleurascope::intake {

/// The fences around the isolated reader, which last until the process ends.
struct Confinement {
    bool systemCalls = false; ///< seccomp: an allow list of what decoding needs
    bool fileSystem = false;  ///< Landlock: nothing can be opened, run, made or removed

    /// Neither files nor network nor processes from now on, in all threads; descriptors that are open or
    /// come over a socket can be used. A call that is not on the list fails with EPERM; one that only an
    /// intruder makes (execve, fork, ptrace, socket, ...) ends the process with SIGSYS. What a library opens
    /// when it is first used must have been used before: see warmUp(). Where the kernel has no such fence
    /// its flag stays false and the process goes on; so it does in programs built with AddressSanitizer,
    /// which needs more than the list.
    [[nodiscard]] static Confinement close();

    /// Uses once what opens files when it is first used: character set converters, DCMTK's dictionary and
    /// codecs, the time zone.
    static void warmUp();

    /// "seccomp, Landlock", or "none".
    [[nodiscard]] std::string description() const;
};

} // namespace pleurascope::intake
