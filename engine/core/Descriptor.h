// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pleurascope::core {

/// Owns a file descriptor; -1 is none.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    /// Another one of the same open file; none where there are no more to be had.
    [[nodiscard]] Descriptor duplicate() const { return Descriptor(::fcntl(m_fd, F_DUPFD_CLOEXEC, 0)); }
    /// The descriptor, for who closes it and looks at what that says; none is left here.
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }
    void reset() {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

private:
    int m_fd = -1;
};

} // namespace pleurascope::core
