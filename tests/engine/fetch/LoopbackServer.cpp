// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fetch/LoopbackServer.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace pleurascope::test {

namespace {

void sendAll(int connection, std::string_view text) {
    while (!text.empty()) {
        const ssize_t put = ::send(connection, text.data(), text.size(), MSG_NOSIGNAL);
        if (put <= 0)
            return;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
}

std::string receiveHead(int connection) {
    std::string head;
    std::array<char, 4096> part{};
    while (head.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::recv(connection, part.data(), part.size(), 0);
        if (got <= 0)
            break;
        head.append(part.data(), static_cast<std::size_t>(got));
    }
    return head;
}

std::string fieldOf(const std::string& head, const std::string& name) {
    const auto place = head.find("\r\n" + name + ": ");
    if (place == std::string::npos)
        return {};
    const auto begin = place + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

} // namespace

LoopbackServer::LoopbackServer(Behaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 8) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    m_port = ::ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

LoopbackServer::~LoopbackServer() {
    m_thread.request_stop();
    m_thread.join();
    ::close(m_socket);
}

std::string LoopbackServer::url() const {
    return "http://127.0.0.1:" + std::to_string(m_port) + "/file.zip";
}

void LoopbackServer::change(Behaviour behaviour) {
    const std::lock_guard lock(m_mutex);
    m_behaviour = std::move(behaviour);
}

std::vector<std::string> LoopbackServer::requests() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void LoopbackServer::serve(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        answer(connection);
        ::close(connection);
    }
}

void LoopbackServer::answer(int connection) {
    const std::string head = receiveHead(connection);
    Behaviour behaviour;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(head);
        behaviour = m_behaviour;
    }
    if (behaviour.status != 200) {
        const std::string place =
            behaviour.location.empty() ? "" : "Location: " + behaviour.location + "\r\n";
        sendAll(connection, "HTTP/1.1 " + std::to_string(behaviour.status) + " No\r\n" + place +
                                "Content-Length: 4\r\nConnection: close\r\n\r\nnone");
        return;
    }
    std::size_t from = 0;
    const std::string range = fieldOf(head, "Range");
    if (behaviour.ranges && range.starts_with("bytes=") && fieldOf(head, "If-Range") == behaviour.etag)
        from = std::stoul(range.substr(6));
    if (from > 0 && from >= behaviour.content.size()) {
        sendAll(connection,
                "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return;
    }
    std::string reply = from > 0 ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n";
    if (!behaviour.etag.empty())
        reply += "ETag: " + behaviour.etag + "\r\n";
    if (from > 0)
        reply += "Content-Range: bytes " + std::to_string(from) + "-" +
                 std::to_string(behaviour.content.size() - 1) + "/" +
                 std::to_string(behaviour.content.size()) + "\r\n";
    reply += "Content-Length: " + std::to_string(behaviour.content.size() - from) +
             "\r\nConnection: close\r\n\r\n";
    sendAll(connection, reply);
    sendBody(connection, behaviour, from);
}

void LoopbackServer::sendBody(int connection, const Behaviour& behaviour, std::size_t from) {
    std::string_view body = std::string_view(behaviour.content).substr(from);
    body = body.substr(0, behaviour.cutAfter);
    while (!body.empty()) {
        sendAll(connection, body.substr(0, 4096));
        body.remove_prefix(std::min<std::size_t>(body.size(), 4096));
        if (behaviour.pauseMilliseconds > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(behaviour.pauseMilliseconds));
    }
}

} // namespace pleurascope::test
