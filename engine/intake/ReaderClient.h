// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmMessage.h"
#include "engine/intake/ReaderProcess.h"

#include <deque>
#include <functional>
#include <mutex>

namespace pleurascope::intake {

/// Asks one isolated reader, which it starts when there is none: after a death, a hang or nonsense the file
/// at fault gets an error, and what else was asked is asked again of a new reader. Thread-safe: callers wait
/// for one another.
class ReaderClient {
public:
    /// What a question is about.
    struct Particulars {
        core::Descriptor file;
        std::string text;
    };
    /// Makes the particulars of a question when it is its turn; one with an error is not asked.
    using Make = std::function<core::Result<Particulars>(std::size_t index)>;
    /// Gets each answer once, in any order; false where it is not to be believed, which ends the reader.
    using Take = std::function<bool(std::size_t index, core::Result<Message> answer)>;

    ReaderClient(std::filesystem::path program, ReaderLimits limits);

    /// Asks the same of `count` files. Questions are sent ahead of the answers, so that the reader need not
    /// wait for its client between two files. Errors: readerCrashed, timedOut, internal (no reader).
    void askAll(Question question, std::size_t count, const Make& make, const Take& take);

private:
    /// Indices of questions: not sent yet, and without an answer yet.
    struct Queue {
        std::deque<std::size_t> waiting;
        std::deque<std::size_t> sent;
    };

    [[nodiscard]] core::Result<void> ensureReader();
    [[nodiscard]] bool sendSome(Question question, Queue& queue, const Make& make, const Take& take);
    void receiveOne(Queue& queue, const Take& take);
    void loseReader(core::Error error, Queue& queue, const Take& take);
    [[nodiscard]] core::Error endOfReader(Channel::Failure failure);

    std::filesystem::path m_program;
    ReaderLimits m_limits;
    std::mutex m_mutex;
    std::unique_ptr<ReaderProcess> m_reader;
    bool m_hasAnswered = false; ///< this reader, anything
};

} // namespace pleurascope::intake
