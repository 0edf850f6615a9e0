// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ReaderServer.h"

#include "engine/core/AddressSanitizer.h"
#include "engine/core/DecodedLimit.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/intake/FilmArchive.h"
#include "engine/intake/FilmContent.h"
#include "engine/intake/KerasMessage.h"
#include "engine/intake/PresentationMessage.h"
#include "engine/intake/RecordMessage.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <string_view>
#include <thread>

#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

constexpr rlim_t descriptorLimit = 32;

/// A file in memory while it is read. A file that shrinks meanwhile ends this process, which is what it is
/// for.
class MappedFile {
public:
    explicit MappedFile(const core::Descriptor& file) {
        struct stat info {};
        if (!file.isOpen() || ::fstat(file.get(), &info) != 0 || info.st_size <= 0)
            return;
        m_size = std::size_t(info.st_size);
        m_address = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    }
    ~MappedFile() {
        if (m_address != MAP_FAILED)
            ::munmap(m_address, m_size);
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] bool isMapped() const { return m_size == 0 || m_address != MAP_FAILED; }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        if (m_size == 0)
            return {};
        return {static_cast<const std::byte*>(m_address), m_size};
    }

private:
    void* m_address = MAP_FAILED;
    std::size_t m_size = 0;
};

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// What the process may take and do, before it sees the first file.
Confinement confine(const ReaderServer::Limits& limits) {
    Confinement::warmUp();
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, descriptorLimit);
    if (!core::hasAddressSanitizer)
        limit(RLIMIT_AS, limits.memoryBytes);
    ::close_range(ReaderServer::socketDescriptor + 1, ~0U, 0);
    return Confinement::close();
}

/// Ends the process when the client goes in the middle of a file. (PR_SET_PDEATHSIG would fire when the
/// client's *thread* that started the reader ends.)
void dieWithClient() {
    std::thread([] {
        pollfd client{ReaderServer::socketDescriptor, 0, 0};
        while (::poll(&client, 1, -1) <= 0) {
        }
        ::_exit(0);
    }).detach();
}

template <class Number>
std::optional<Number> numberOf(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

LocatedFilm withItsPixels(Film film) {
    return {std::move(film), {}};
}

bool isSocket(int descriptor) {
    struct stat info {};
    return ::fstat(descriptor, &info) == 0 && S_ISSOCK(info.st_mode);
}

} // namespace

ReaderServer::ReaderServer(Channel channel, Limits limits, Confinement fences, ReadKeras readKeras)
    : m_channel(std::move(channel))
    , m_limits(limits)
    , m_fences(fences)
    , m_readKeras(std::move(readKeras)) {}

int ReaderServer::run(std::span<char*> arguments, ReadKeras readKeras) {
    const bool isComplete = arguments.size() == 4;
    const auto memory = isComplete ? numberOf<std::uint64_t>(arguments[1]) : std::nullopt;
    const auto seconds = isComplete ? numberOf<int>(arguments[2]) : std::nullopt;
    const auto decoded = isComplete ? numberOf<std::uint64_t>(arguments[3]) : std::nullopt;
    if (!memory || !seconds || !decoded || *decoded == 0 || !isSocket(socketDescriptor)) {
        std::fputs("this program is started by PleuraScope, which talks to it over a socket\n", stderr);
        return 2;
    }
    const Limits limits{*memory, std::chrono::seconds(*seconds)};
    core::setDecodedLimit(*decoded);
    dieWithClient();
    const auto fences = confine(limits);
    ReaderServer(Channel(core::Descriptor(socketDescriptor)), limits, fences, std::move(readKeras)).serve();
    return 0;
}

void ReaderServer::serve() {
    while (const auto question = nextQuestion()) {
        renewProcessorTime();
        answer(*question);
    }
}

/// While there is none, memory for the next film is made ready.
std::optional<Message> ReaderServer::nextQuestion() {
    try {
        while (!m_channel.isReadable() && m_pixels.prepareSome()) {
        }
    } catch (const std::bad_alloc&) { // the next film may need less
    }
    return m_channel.receive();
}

void ReaderServer::answer(const Message& question) {
    try {
        const MappedFile file(question.file);
        if (!file.isMapped())
            refuse({ErrorCode::outOfMemory, "the file could not be mapped", {}});
        else
            answer(Question(question.word), question.text, file.bytes());
    } catch (const std::bad_alloc&) {
        refuse({ErrorCode::outOfMemory, "while reading", {}});
    }
}

void ReaderServer::answer(Question question, const std::string& particulars,
                          std::span<const std::byte> bytes) {
    switch (question) {
    case Question::film:
    case Question::header:
    case Question::known:
    case Question::tags:
    case Question::presentation:
        answerAbout(question, decodeOrder(particulars), bytes);
        return;
    case Question::fences:
        reply(encodeFences(m_fences));
        return;
    case Question::members:
        sendNames(
            FilmArchive::open(bytes).and_then([](const FilmArchive& archive) { return archive.members(); }));
        return;
    case Question::directory:
        sendNames(dicom::readDirectory(bytes).map(filesReferredTo));
        return;
    case Question::records:
        sendEncoded(dicom::readDirectory(bytes), encodeDirectory);
        return;
    case Question::keras:
        sendKeras(bytes);
        return;
    }
    refuse({ErrorCode::internal, "an unknown question", {}});
}

/// A member is unfolded first; what that costs counts for the film.
void ReaderServer::answerAbout(Question question, const FilmOrder& order, std::span<const std::byte> bytes) {
    core::Bytes member;
    if (!order.member.empty()) {
        auto unfolded = FilmArchive::open(bytes).and_then(
            [&](const FilmArchive& archive) { return archive.read(order.member); });
        if (!unfolded) {
            refuse(unfolded.error());
            return;
        }
        member = std::move(*unfolded);
        bytes = member;
    }
    if (question == Question::film)
        sendFilm(order.member.empty() ? locatedFilmFromBytes(bytes, order.frame)
                                      : filmFromBytes(bytes, order.frame).map(withItsPixels));
    else if (question == Question::header)
        sendEncoded(order.member.empty() ? headerFromBytes(bytes) : memberHeaderFromBytes(bytes),
                    encodeHeader);
    else if (question == Question::tags)
        sendEncoded(dicom::readTags(bytes), encodeTags);
    else if (question == Question::presentation)
        sendEncoded(dicom::readPresentation(bytes), encodePresentation);
    else
        reply(encodeKnown(knownFromBytes(bytes)));
}

void ReaderServer::sendNames(const core::Result<std::vector<std::string>>& names) {
    sendEncoded(names, encodeNames);
}

void ReaderServer::reply(const std::string& text, int file) {
    if (text.size() > Channel::textLimit)
        refuse({ErrorCode::limitExceeded, "the answer has " + std::to_string(text.size()) + " bytes", {}});
    else
        (void)m_channel.send(0, text, file);
}

void ReaderServer::refuse(const core::Error& error) {
    (void)m_channel.send(0, encodeError(error));
}

/// Without memory where the pixels are in the file and nothing else is bulky.
void ReaderServer::sendFilm(core::Result<LocatedFilm> located) {
    if (!located) {
        refuse(located.error());
        return;
    }
    auto& film = located->film;
    const auto message = encodeFilm(film, located->pixels);
    if (located->pixels && message.attachments.empty()) {
        reply(message.text);
        return;
    }
    const auto memory = sealed(std::move(film.image.pixels), message.attachments);
    if (!memory)
        refuse(memory.error());
    else
        reply(message.text, memory->get());
}

core::Result<core::Descriptor> ReaderServer::sealed(core::PixelBuffer pixels,
                                                    std::span<const std::byte> attachments) {
    const auto end = alignedInMemory(pixels.bytes().size());
    auto memory = m_pixels.take(std::move(pixels));
    if (!memory)
        return memory;
    if (auto written = writeMemory(*memory, end, attachments); !written)
        return core::failure(written);
    if (auto done = sealMemory(*memory); !done)
        return core::failure(done);
    return memory;
}

void ReaderServer::sendKeras(std::span<const std::byte> bytes) {
    if (!m_readKeras) {
        refuse({ErrorCode::internal, "this reader reads no Keras files", {}});
        return;
    }
    const auto file = m_readKeras(bytes);
    if (!file) {
        refuse(file.error());
        return;
    }
    const auto message = encodeKeras(*file);
    const auto memory = sealedMemory(message);
    if (!memory)
        refuse(memory.error());
    else
        reply(message.text, memory->get());
}

/// RLIMIT_CPU counts the process's whole life: the soft limit, in seconds, moves on with the files.
void ReaderServer::renewProcessorTime() {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_renewed < std::chrono::seconds(1))
        return;
    m_renewed = now;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto used = rlim_t(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + 1;
    const rlimit next{used + rlim_t(m_limits.processorTime.count()), RLIM_INFINITY};
    ::setrlimit(RLIMIT_CPU, &next);
}

} // namespace pleurascope::intake
