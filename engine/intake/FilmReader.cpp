// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"

#include "engine/core/Files.h"
#include "engine/intake/FilePixels.h"
#include "engine/intake/FilePlace.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/KerasMessage.h"
#include "engine/intake/PresentationMessage.h"
#include "engine/intake/ReaderClient.h"
#include "engine/intake/RecordMessage.h"
#include "engine/intake/SealedMemory.h"

#include <cerrno>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

constexpr std::size_t worthTwoReaders = 16;

/// Opened here, so that the reader needs no way into the file system; never waits (O_NONBLOCK), as a named
/// pipe would.
core::Result<core::Descriptor> openFile(const std::filesystem::path& path) {
    core::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info {};
    if (!file.isOpen() || ::fstat(file.get(), &info) != 0)
        return tl::unexpected(core::errorFromErrno(errno, path, false));
    if (!S_ISREG(info.st_mode))
        return core::failure(ErrorCode::fileUnreadable,
                             S_ISDIR(info.st_mode) ? "is a folder" : "is no regular file");
    return file;
}

/// Opens the file; about no file where there is no path.
core::Result<ReaderClient::Particulars> questionAbout(const std::filesystem::path& path, int frame) {
    if (path.empty())
        return ReaderClient::Particulars{};
    const auto place = FilePlace::of(path);
    return openFile(place.file).map([&](core::Descriptor file) {
        return ReaderClient::Particulars{std::move(file), encodeOrder({frame, place.member})};
    });
}

/// The memory that came with an answer; empty where none did.
core::Result<MappedMemory> memoryOf(const Message& message) {
    if (!message.file.isOpen())
        return MappedMemory{};
    return mapSealedMemory(message.file);
}

core::Result<weights::KerasFile> kerasOf(const Message& message) {
    return memoryOf(message).and_then(
        [&](const MappedMemory& memory) { return decodeKeras(message.text, memory.bytes); });
}

/// A film as it was answered, and the memory that came with it.
struct AnsweredFilm {
    FilmAnswer answer;
    MappedMemory memory;
};

/// What the reader has to say is no error of the memory that did not come.
core::Result<AnsweredFilm> answeredFilm(const Message& message) {
    return memoryOf(message).and_then([&](MappedMemory memory) {
        return decodeFilm(message.text, memory.bytes).map([&](FilmAnswer answer) {
            return AnsweredFilm{std::move(answer), std::move(memory)};
        });
    });
}

/// Pixels stay where the reader put them, or are read from `file` where it left them there.
core::Result<Film> filmOf(AnsweredFilm film, const core::Descriptor& file) {
    auto& answer = film.answer;
    if (answer.inFile)
        return readPixels(file, *answer.inFile).map([&](core::PixelBuffer pixels) {
            return Film{std::move(answer.header), {std::move(pixels), std::move(answer.display)}};
        });
    const auto& shape = answer.shape;
    core::PixelBuffer pixels(shape.width, shape.height, shape.channels, shape.type,
                             film.memory.bytes.first(std::size_t(shape.bytes())),
                             std::move(film.memory.owner));
    return Film{
        std::move(answer.header), {std::move(pixels), std::move(answer.display)}, std::move(answer.natural)};
}

} // namespace

/// One reader for films, a second one that helps with long lists of headers, and one for Keras files.
class FilmReader::Readers {
public:
    Readers(const std::filesystem::path& program, ReaderLimits limits)
        : m_first(program, limits)
        , m_second(program, limits)
        , m_keras(program.parent_path() / "pleurascope-keras-reader", limits) {}

    /// What `decode` makes of the reader's answer to one question about `path` (about none where it is
    /// empty).
    template <class Decode>
    [[nodiscard]] auto ask(Question question, const std::filesystem::path& path, int frame, Decode&& decode)
        -> decltype(decode(std::declval<const Message&>())) {
        ReaderClient& client = question == Question::keras ? m_keras : m_first;
        return askOne(
            client, question, [&] { return questionAbout(path, frame); }, decode);
    }

    /// The file stays open here, too, for pixels that the reader leaves in it. While these are read, it can
    /// answer others.
    [[nodiscard]] core::Result<Film> film(const std::filesystem::path& path, int frame) {
        const auto place = FilePlace::of(path);
        const auto file = openFile(place.file);
        if (!file)
            return core::failure(file);
        const auto make = [&]() -> core::Result<ReaderClient::Particulars> {
            return ReaderClient::Particulars{file->duplicate(), encodeOrder({frame, place.member})};
        };
        return askOne(m_first, Question::film, make, answeredFilm).and_then([&](AnsweredFilm answered) {
            return filmOf(std::move(answered), *file);
        });
    }

    [[nodiscard]] std::vector<core::Result<FilmHeader>>
    headers(std::span<const std::filesystem::path> paths) {
        std::vector<core::Result<FilmHeader>> all(paths.size(), core::failure(ErrorCode::internal));
        const std::size_t half = paths.size() < worthTwoReaders ? 0 : paths.size() / 2;
        std::thread helper;
        if (half > 0)
            helper =
                std::thread([&] { readHeaders(m_second, paths.first(half), std::span(all).first(half)); });
        readHeaders(m_first, paths.subspan(half), std::span(all).subspan(half));
        if (helper.joinable())
            helper.join();
        return all;
    }

private:
    template <class Make, class Decode>
    [[nodiscard]] static auto askOne(ReaderClient& client, Question question, Make&& make, Decode&& decode)
        -> decltype(decode(std::declval<const Message&>())) {
        std::optional<decltype(decode(std::declval<const Message&>()))> result;
        client.askAll(
            question, 1, [&](std::size_t) { return make(); },
            [&](std::size_t, core::Result<Message> answer) {
                result = answer.and_then(decode);
                return isBelieved(*result);
            });
        return std::move(*result);
    }

    /// An error of the reader's own is as good as a film; nonsense is not.
    template <class T>
    [[nodiscard]] static bool isBelieved(const core::Result<T>& result) {
        return result || result.error().code != ErrorCode::readerCrashed;
    }

    static void readHeaders(ReaderClient& client, std::span<const std::filesystem::path> paths,
                            std::span<core::Result<FilmHeader>> headers) {
        const auto make = [&](std::size_t index) { return questionAbout(paths[index], 0); };
        client.askAll(
            Question::header, paths.size(), make, [&](std::size_t index, core::Result<Message> answer) {
                headers[index] =
                    answer.and_then([](const Message& message) { return decodeHeader(message.text); });
                return isBelieved(headers[index]);
            });
    }

    ReaderClient m_first;
    ReaderClient m_second;
    ReaderClient m_keras;
};

FilmReader::FilmReader(std::filesystem::path program, ReaderLimits limits)
    : m_readers(std::make_unique<Readers>(program, limits)) {}

FilmReader::~FilmReader() = default;

core::Result<Film> FilmReader::readFilm(const std::filesystem::path& path, int frame) {
    auto film = m_readers->film(path, frame);
    if (!film)
        return core::failureIn(film.error(), path);
    film->header.path = path.string();
    return film;
}

core::Result<FilmHeader> FilmReader::readHeader(const std::filesystem::path& path) {
    return std::move(readHeaders({&path, 1}).front());
}

std::vector<core::Result<FilmHeader>> FilmReader::readHeaders(std::span<const std::filesystem::path> paths) {
    auto headers = m_readers->headers(paths);
    for (std::size_t i = 0; i < paths.size(); ++i)
        if (headers[i])
            headers[i]->path = paths[i].string();
        else if (headers[i].error().path.empty())
            headers[i].error().path = paths[i].string();
    return headers;
}

core::Result<KnownHeader> FilmReader::readKnown(const std::filesystem::path& path) {
    auto known = m_readers->ask(Question::known, path, 0,
                                [](const Message& message) { return decodeKnown(message.text); });
    if (!known)
        return core::failureIn(known.error(), path);
    known->header.path = path.string();
    return known;
}

core::Result<std::vector<std::string>> FilmReader::listMembers(const std::filesystem::path& path) {
    return m_readers
        ->ask(Question::members, path, 0, [](const Message& message) { return decodeNames(message.text); })
        .map_error([&](const core::Error& error) { return core::failureIn(error, path).value(); });
}

core::Result<std::vector<std::string>> FilmReader::listDirectory(const std::filesystem::path& path) {
    return m_readers
        ->ask(Question::directory, path, 0, [](const Message& message) { return decodeNames(message.text); })
        .map_error([&](const core::Error& error) { return core::failureIn(error, path).value(); });
}

core::Result<dicom::DicomDirectory> FilmReader::readDirectory(const std::filesystem::path& path) {
    return m_readers
        ->ask(Question::records, path, 0,
              [](const Message& message) { return decodeDirectory(message.text); })
        .map_error([&](const core::Error& error) { return core::failureIn(error, path).value(); });
}

core::Result<std::vector<dicom::TagLine>> FilmReader::readTags(const std::filesystem::path& path) {
    return m_readers
        ->ask(Question::tags, path, 0, [](const Message& message) { return decodeTags(message.text); })
        .map_error([&](const core::Error& error) { return core::failureIn(error, path).value(); });
}

core::Result<dicom::PresentationState> FilmReader::readPresentation(const std::filesystem::path& path) {
    return m_readers
        ->ask(Question::presentation, path, 0,
              [](const Message& message) { return decodePresentation(message.text); })
        .map_error([&](const core::Error& error) { return core::failureIn(error, path).value(); });
}

core::Result<weights::KerasFile> FilmReader::readKeras(const std::filesystem::path& path) {
    return m_readers->ask(Question::keras, path, 0, kerasOf).map_error([&](const core::Error& error) {
        return core::failureIn(error, path).value();
    });
}

core::Result<Confinement> FilmReader::confinement() {
    return m_readers->ask(Question::fences, {}, 0,
                          [](const Message& message) { return decodeFences(message.text); });
}

weights::KerasFileSource isolatedKerasFiles(std::filesystem::path program) {
    return [program = std::move(program)](const std::filesystem::path& path) {
        return FilmReader(program).readKeras(path);
    };
}

} // namespace pleurascope::intake
