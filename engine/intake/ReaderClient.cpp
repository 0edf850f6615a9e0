// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ReaderClient.h"

#include <poll.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

/// Enough to keep the reader busy, few enough to fit into the socket's buffer: sending never blocks while the
/// reader waits for its answers to be taken.
constexpr std::size_t questionsAhead = 16;

} // namespace

ReaderClient::ReaderClient(std::filesystem::path program, ReaderLimits limits)
    : m_program(std::move(program))
    , m_limits(limits) {}

void ReaderClient::askAll(Question question, const std::string& particulars, std::size_t count,
                          const Open& open, const Take& take) {
    const std::scoped_lock lock(m_mutex);
    Queue queue;
    for (std::size_t i = 0; i < count; ++i)
        queue.waiting.push_back(i);
    while (!queue.waiting.empty() || !queue.sent.empty())
        if (sendSome(question, particulars, queue, open, take) && !queue.sent.empty())
            receiveOne(queue, take);
}

core::Result<void> ReaderClient::ensureReader() {
    if (m_reader && m_reader->isRunning())
        return {};
    m_reader.reset();
    m_hasAnswered = false;
    auto started = ReaderProcess::start(m_program, m_limits);
    if (!started)
        return core::failure(started);
    m_reader = std::move(*started);
    return {};
}

/// False where the reader was lost.
bool ReaderClient::sendSome(Question question, const std::string& particulars, Queue& queue, const Open& open,
                            const Take& take) {
    while (!queue.waiting.empty() && queue.sent.size() < questionsAhead) {
        const auto index = queue.waiting.front();
        const auto file = open(index);
        const auto reader = queue.sent.empty() ? ensureReader() : core::Result<void>();
        if (!file || !reader) {
            queue.waiting.pop_front();
            (void)take(index, file ? core::failure(reader) : core::failure(file));
            continue;
        }
        queue.waiting.pop_front();
        queue.sent.push_back(index);
        if (!m_reader->channel().send(std::uint32_t(question), particulars, file->get())) {
            loseReader(endOfReader(Channel::Failure::closed), queue, take);
            return false;
        }
    }
    return true;
}

void ReaderClient::receiveOne(Queue& queue, const Take& take) {
    auto answer = m_reader->channel().receive(std::chrono::steady_clock::now() + m_limits.wallTime);
    if (!answer) {
        loseReader(endOfReader(m_reader->channel().failure()), queue, take);
        return;
    }
    m_hasAnswered = true;
    const auto index = queue.sent.front();
    queue.sent.pop_front();
    if (take(index, std::move(*answer)))
        return;
    m_reader.reset(); // nothing more is believed of this one
    queue.waiting.insert(queue.waiting.begin(), queue.sent.begin(), queue.sent.end());
    queue.sent.clear();
}

/// The reader answers in order, so it died over the first question without an answer, or of what came before:
/// only a fresh one's death is held against that file. The rest is asked again.
void ReaderClient::loseReader(core::Error error, Queue& queue, const Take& take) {
    const bool isItsFault = !m_hasAnswered || error.code != ErrorCode::readerCrashed;
    m_reader.reset();
    if (isItsFault) {
        const auto index = queue.sent.front();
        queue.sent.pop_front();
        (void)take(index, tl::unexpected(std::move(error)));
    }
    queue.waiting.insert(queue.waiting.begin(), queue.sent.begin(), queue.sent.end());
    queue.sent.clear();
}

core::Error ReaderClient::endOfReader(Channel::Failure failure) {
    if (failure == Channel::Failure::timedOut)
        return {ErrorCode::timedOut, std::to_string(m_limits.wallTime.count()) + " ms", {}};
    if (failure != Channel::Failure::closed)
        return {ErrorCode::readerCrashed, "the reader's answer is malformed", {}};
    // The socket closes a moment before a dying process can be reaped; its own end tells more than our
    // SIGKILL.
    for (int i = 0; i < 100 && m_reader->isRunning(); ++i)
        ::poll(nullptr, 0, 10);
    return m_reader->end();
}

} // namespace pleurascope::intake
