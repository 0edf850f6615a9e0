// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Descriptor.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

struct msghdr;

namespace pleurascope::intake {

/// One message between client and isolated reader: a word, some text, and at most one file descriptor.
struct Message {
    std::uint32_t word = 0;
    std::string text;
    core::Descriptor file;
};

/// The socket between client and reader (a connected SOCK_STREAM pair): framed messages with an SCM_RIGHTS
/// descriptor. Neither end believes the other: frames are checked, lengths limited, surplus descriptors
/// closed. Never raises SIGPIPE.
class Channel {
public:
    enum class Failure : std::uint8_t { none, closed, timedOut, malformed };

    /// Longer text is not sent.
    static constexpr std::uint64_t textLimit = 16u << 20;

    explicit Channel(core::Descriptor socket)
        : m_socket(std::move(socket)) {}

    /// False where the other end is gone.
    [[nodiscard]] bool send(std::uint32_t word, const std::string& text, int file = -1);

    /// Nothing on failure, which then says why. Without a deadline it waits for ever.
    [[nodiscard]] std::optional<Message>
    receive(std::optional<std::chrono::steady_clock::time_point> deadline = std::nullopt);
    [[nodiscard]] Failure failure() const { return m_failure; }

    /// Whether something has come, or the other end has gone; never waits.
    [[nodiscard]] bool isReadable() const;

    [[nodiscard]] int socket() const { return m_socket.get(); }

private:
    struct Frame;
    [[nodiscard]] bool waitUntilReadable();
    [[nodiscard]] bool receiveExactly(void* target, std::size_t length, core::Descriptor* file);
    [[nodiscard]] long receiveSome(void* target, std::size_t length, core::Descriptor* file);

    [[nodiscard]] long receiveInTime(msghdr& header);

    core::Descriptor m_socket;
    std::optional<std::chrono::steady_clock::time_point> m_deadline;
    Failure m_failure = Failure::none;
};

} // namespace pleurascope::intake
