// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/Channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>

#include <poll.h>
#include <sys/socket.h>

namespace pleurascope::intake {

struct Channel::Frame {
    static constexpr std::uint32_t magicNumber = 0x50534652; // "PSFR"
    std::uint32_t magic = magicNumber;
    std::uint32_t word = 0;
    std::uint64_t length = 0;
};

namespace {

/// Room for the control message with one descriptor, aligned as the kernel wants it.
union ControlRoom {
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
    cmsghdr align;
};

void attach(msghdr& header, ControlRoom& room, int file) {
    header.msg_control = room.bytes.data();
    header.msg_controllen = room.bytes.size();
    auto* control = CMSG_FIRSTHDR(&header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(control), &file, sizeof(int));
}

/// Takes the descriptor that came; a second one overwrites and so closes the first.
void detach(msghdr& header, core::Descriptor& file) {
    for (auto* control = CMSG_FIRSTHDR(&header); control; control = CMSG_NXTHDR(&header, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (control->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int received = -1;
            std::memcpy(&received, CMSG_DATA(control) + i * sizeof(int), sizeof(int));
            file = core::Descriptor(received);
        }
    }
}

/// Sends two parts as one, so that the other end wakes up once; the descriptor goes with the first byte.
bool sendAll(int socket, std::span<const char> first, std::span<const char> second, int file) {
    while (!first.empty() || !second.empty()) {
        // NOLINTBEGIN(cppcoreguidelines-pro-type-const-cast): sendmsg only reads
        std::array<iovec, 2> parts{iovec{const_cast<char*>(first.data()), first.size()},
                                   iovec{const_cast<char*>(second.data()), second.size()}};
        // NOLINTEND(cppcoreguidelines-pro-type-const-cast)
        msghdr header{};
        header.msg_iov = parts.data();
        header.msg_iovlen = parts.size();
        ControlRoom room{};
        if (file >= 0)
            attach(header, room, file);
        const ssize_t sent = ::sendmsg(socket, &header, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        file = -1;
        const auto ofFirst = std::min(first.size(), std::size_t(sent));
        first = first.subspan(ofFirst);
        second = second.subspan(std::size_t(sent) - ofFirst);
    }
    return true;
}

} // namespace

bool Channel::send(std::uint32_t word, const std::string& text, int file) {
    const Frame frame{Frame::magicNumber, word, text.size()};
    return text.size() <= textLimit &&
           sendAll(m_socket.get(), {reinterpret_cast<const char*>(&frame), sizeof frame}, text, file);
}

std::optional<Message> Channel::receive(std::optional<std::chrono::steady_clock::time_point> deadline) {
    m_deadline = deadline;
    m_failure = Failure::none;
    Frame frame;
    Message message;
    if (!receiveExactly(&frame, sizeof frame, &message.file))
        return std::nullopt;
    if (frame.magic != Frame::magicNumber || frame.length > textLimit) {
        m_failure = Failure::malformed;
        return std::nullopt;
    }
    message.word = frame.word;
    message.text.resize(std::size_t(frame.length));
    if (!receiveExactly(message.text.data(), message.text.size(), nullptr))
        return std::nullopt;
    return message;
}

bool Channel::receiveExactly(void* target, std::size_t length, core::Descriptor* file) {
    auto* next = static_cast<char*>(target);
    while (length > 0) {
        const auto received = receiveSome(next, length, file);
        if (received <= 0)
            return false;
        next += received;
        length -= std::size_t(received);
    }
    return true;
}

long Channel::receiveSome(void* target, std::size_t length, core::Descriptor* file) {
    iovec part{target, length};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    ControlRoom room{};
    header.msg_control = room.bytes.data();
    header.msg_controllen = room.bytes.size();
    const long received = receiveInTime(header);
    if (received <= 0)
        return -1;
    core::Descriptor unwanted;
    detach(header, file ? *file : unwanted);
    if ((header.msg_flags & MSG_CTRUNC) != 0 || unwanted.isOpen()) {
        m_failure = Failure::malformed;
        return -1;
    }
    return received;
}

/// Waits only where nothing has come yet.
long Channel::receiveInTime(msghdr& header) {
    for (;;) {
        const int flags = MSG_CMSG_CLOEXEC | (m_deadline ? MSG_DONTWAIT : 0);
        const ssize_t received = ::recvmsg(m_socket.get(), &header, flags);
        if (received > 0)
            return received;
        if (received < 0 && errno == EINTR)
            continue;
        if (received == 0 || errno != EAGAIN) {
            m_failure = Failure::closed;
            return -1;
        }
        if (!waitUntilReadable())
            return -1;
    }
}

bool Channel::isReadable() const {
    pollfd poll{m_socket.get(), POLLIN, 0};
    return ::poll(&poll, 1, 0) > 0;
}

bool Channel::waitUntilReadable() {
    while (m_deadline) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(*m_deadline - std::chrono::steady_clock::now());
        pollfd poll{m_socket.get(), POLLIN, 0};
        const int ready = left.count() > 0 ? ::poll(&poll, 1, int(std::min<long>(left.count(), 1 << 30))) : 0;
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR) {
            m_failure = Failure::closed;
            return false;
        }
        if (left.count() <= 0) {
            m_failure = Failure::timedOut;
            return false;
        }
    }
    return true;
}

} // namespace pleurascope::intake
