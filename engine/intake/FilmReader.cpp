// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"

#include "engine/core/Files.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/ReaderProcess.h"
#include "engine/intake/SealedMemory.h"

#include <cerrno>
#include <mutex>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

/// Opened here, so that the reader needs no way into the file system; never waits (O_NONBLOCK), as a named
/// pipe would.
core::Result<Descriptor> openFile(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0)
        return tl::unexpected(core::errorFromErrno(errno, path, false));
    if (!S_ISREG(info.st_mode))
        return core::failure(ErrorCode::fileUnreadable,
                             S_ISDIR(info.st_mode) ? "is a folder" : "is no regular file");
    return file;
}

} // namespace

/// An answer as a film whose pixels stay where the reader put them. What the reader has to say is no error of
/// the memory that did not come.
core::Result<Film> filmOf(const Message& message) {
    MappedMemory memory;
    if (message.file.isOpen()) {
        auto mapped = mapSealedMemory(message.file);
        if (!mapped)
            return core::failure(mapped);
        memory = std::move(*mapped);
    }
    auto answer = decodeFilm(message.text, memory.bytes);
    if (!answer)
        return core::failure(answer);
    const auto& shape = answer->shape;
    core::PixelBuffer pixels(shape.width, shape.height, shape.channels, shape.type,
                             memory.bytes.first(std::size_t(shape.bytes())), std::move(memory.owner));
    return Film{std::move(answer->header), {std::move(pixels), std::move(answer->display)}};
}

/// The reader process, started when it is needed, and the lock that makes callers wait for one another.
class FilmReader::Process {
public:
    Process(std::filesystem::path program, ReaderLimits limits)
        : m_program(std::move(program))
        , m_limits(limits) {}

    [[nodiscard]] core::Result<Message> ask(Question question, const std::filesystem::path& path,
                                            const std::string& particulars = {}) {
        const auto file = openFile(path);
        if (!file)
            return core::failure(file);
        const std::scoped_lock lock(m_mutex);
        bool isFresh = false;
        auto answer = askOnce(question, particulars, *file, isFresh);
        // an old reader may have died before this file, or of what came before: only a fresh one's death is
        // held against it
        if (!answer && answer.error().code == ErrorCode::readerCrashed && !isFresh)
            answer = askOnce(question, particulars, *file, isFresh);
        return answer;
    }

    /// After a malformed answer: nothing more is believed of this one.
    void discard() {
        const std::scoped_lock lock(m_mutex);
        m_reader.reset();
    }

private:
    [[nodiscard]] core::Result<Message> askOnce(Question question, const std::string& particulars,
                                                const Descriptor& file, bool& isFresh) {
        isFresh = !m_reader || !m_reader->isRunning();
        if (isFresh) {
            m_reader.reset();
            auto started = ReaderProcess::start(m_program, m_limits);
            if (!started)
                return core::failure(started);
            m_reader = std::move(*started);
        }
        if (m_reader->channel().send(std::uint32_t(question), particulars, file.get()))
            return awaitAnswer();
        m_reader.reset();
        return core::failure(ErrorCode::readerCrashed, "the reader took no question");
    }

    [[nodiscard]] core::Result<Message> awaitAnswer() {
        auto answer = m_reader->channel().receive(std::chrono::steady_clock::now() + m_limits.wallTime);
        if (answer)
            return std::move(*answer);
        const auto failure = m_reader->channel().failure();
        auto error = endOfReader(failure);
        m_reader.reset();
        return tl::unexpected(std::move(error));
    }

    [[nodiscard]] core::Error endOfReader(Channel::Failure failure) {
        if (failure == Channel::Failure::closed) {
            waitForExit();
            return m_reader->end();
        }
        if (failure == Channel::Failure::timedOut)
            return {ErrorCode::timedOut, std::to_string(m_limits.wallTime.count()) + " ms", {}};
        return {ErrorCode::readerCrashed, "the reader's answer is malformed", {}};
    }

    /// The socket closes a moment before a dying process can be reaped; its own end tells more than our
    /// SIGKILL.
    void waitForExit() {
        for (int i = 0; i < 100 && m_reader->isRunning(); ++i)
            ::poll(nullptr, 0, 10);
    }

    std::filesystem::path m_program;
    ReaderLimits m_limits;
    std::mutex m_mutex;
    std::unique_ptr<ReaderProcess> m_reader;
};

FilmReader::FilmReader(std::filesystem::path program, ReaderLimits limits)
    : m_process(std::make_unique<Process>(std::move(program), limits)) {}

FilmReader::~FilmReader() = default;

core::Result<Film> FilmReader::readFilm(const std::filesystem::path& path, int frame) {
    const auto message = m_process->ask(Question::film, path, std::to_string(frame));
    if (!message)
        return core::failureIn(message.error(), path);
    auto film = filmOf(*message);
    if (!film) {
        if (film.error().code == ErrorCode::readerCrashed)
            m_process->discard();
        return core::failureIn(film.error(), path);
    }
    film->header.path = path.string();
    return film;
}

core::Result<FilmHeader> FilmReader::readHeader(const std::filesystem::path& path) {
    const auto message = m_process->ask(Question::header, path);
    if (!message)
        return core::failureIn(message.error(), path);
    auto header = decodeHeader(message->text);
    if (!header) {
        if (header.error().code == ErrorCode::readerCrashed)
            m_process->discard();
        return core::failureIn(header.error(), path);
    }
    header->path = path.string();
    return header;
}

} // namespace pleurascope::intake
