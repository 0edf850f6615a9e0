// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that does what the file in its hands tells it to: what the client must survive.
#include "engine/intake/Channel.h"
#include "engine/intake/Confinement.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/KerasMessage.h"
#include "engine/intake/ReaderServer.h"
#include "engine/intake/SealedMemory.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pleurascope;
using namespace pleurascope::intake;

namespace {

Film tinyFilm() {
    return {{},
            {core::PixelBuffer::fromVector<std::uint8_t>(2, 2, 1, core::SampleType::u8, {1, 2, 3, 4}), {}}};
}

/// Where 2 x 2 pixels are said to lie in the file.
dicom::PixelsInFile inFile(std::size_t offset) {
    return {offset, 2, 2, core::SampleType::u8, 7, 6};
}

std::string orderIn(const core::Descriptor& file) {
    std::array<char, 64> text{};
    const auto length = ::pread(file.get(), text.data(), text.size(), 0);
    return {text.data(), length > 0 ? std::size_t(length) : 0};
}

core::Descriptor unsealed(const std::string& content) {
    core::Descriptor file(::memfd_create("unsealed", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::write(file.get(), content.data(), content.size()) < 0)
        return {};
    return file;
}

core::Descriptor sealed(std::span<const std::byte> content) {
    auto file = newMemory();
    if (!file || !writeMemory(*file, 0, content) || !sealMemory(*file))
        return {};
    return std::move(*file);
}

/// What a reader that was taken over would try. 0 or more where it succeeds.
long tryTo(const std::string& what) {
    if (what == "read a file")
        return ::open("/etc/passwd", O_RDONLY);
    if (what == "write a file")
        return ::open("/tmp/pleurascope-escaped", O_WRONLY | O_CREAT, 0600);
    if (what == "remove a file")
        return ::unlink("/tmp/pleurascope-escaped");
    if (what == "list a folder")
        return ::open("/", O_RDONLY | O_DIRECTORY);
    if (what == "connect")
        return ::socket(AF_INET, SOCK_STREAM, 0);
    if (what == "fork")
        return ::fork() < 0 ? -1 : (::pause(), 0);
    if (what == "run a program")
        return ::execl("/bin/true", "true", nullptr);
    if (what == "trace another")
        return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr);
    if (what == "kill another")
        return ::kill(::getppid(), SIGTERM);
    if (what == "make memory run")
        return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                   ? -1
                   : 0;
    if (what == "raise its limits") {
        const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
        return ::setrlimit(RLIMIT_AS, &none);
    }
    return 0;
}

/// Fenced in as the real reader is, it tries, and tells of it.
void breakOut(const std::string& what, Channel& channel) {
    (void)Confinement::close();
    errno = 0;
    const auto outcome = tryTo(what) < 0 ? std::strerror(errno) : "escaped";
    (void)channel.send(0, encodeError({core::ErrorCode::internal, outcome, {}}));
}

/// A Keras file of one tensor, in memory of which `order` tells.
void sendKeras(const std::string& order, Channel& channel) {
    weights::KerasFile file;
    file.tensors["dense/bias"] = {{2}, {1, 2}};
    const auto message = encodeKeras(file);
    const auto values = message.parts.front().bytes;
    if (order == "a Keras file without memory")
        (void)channel.send(0, message.text);
    else if (order == "a Keras file in unsealed memory")
        (void)channel.send(0, message.text, unsealed("12345678").get());
    else if (order == "a Keras file in too little memory")
        (void)channel.send(0, message.text, sealed(values.first(values.size() - 1)).get());
    else if (order == "a Keras file in a pipe")
        (void)channel.send(0, message.text, 0);
    else
        (void)channel.send(0, message.text, sealed(values).get());
}

void obey(const std::string& order, Channel& channel) {
    if (order.starts_with("break out: ")) {
        breakOut(order.substr(11), channel);
        return;
    }
    if (order.starts_with("a Keras file")) {
        sendKeras(order, channel);
        return;
    }
    const auto film = tinyFilm();
    const auto text = encodeFilm(film).text;
    const auto pixels = sealed(film.image.pixels.bytes());
    if (order == "die")
        std::raise(SIGABRT);
    else if (order == "leave")
        ::_exit(3);
    else if (order == "use up the processor time")
        std::raise(SIGXCPU);
    else if (order == "hang")
        ::pause();
    else if (order == "answer and die") {
        (void)channel.send(0, text, pixels.get());
        ::_exit(0);
    } else if (order == "noise")
        (void)!::write(ReaderServer::socketDescriptor, "0123456789abcdef0123456789abcdef", 32);
    else if (order == "nonsense")
        (void)channel.send(0, "{\"header\": 7}", pixels.get());
    else if (order == "no pixels")
        (void)channel.send(0, text);
    else if (order == "unsealed pixels")
        (void)channel.send(0, text, unsealed("1234").get());
    else if (order == "too few pixels")
        (void)channel.send(0, text, sealed(film.image.pixels.bytes().first(3)).get());
    else if (order == "pixels in the file")
        (void)channel.send(0, encodeFilm(film, inFile(8)).text);
    else if (order == "pixels beyond the file")
        (void)channel.send(0, encodeFilm(film, inFile(order.size() - 3)).text);
    else if (order == "a pipe for pixels")
        (void)channel.send(0, text, 0);
    else
        (void)channel.send(0, text, pixels.get());
}

} // namespace

int main() {
    Channel channel{core::Descriptor(ReaderServer::socketDescriptor)};
    while (auto question = channel.receive())
        obey(orderIn(question->file), channel);
    return 0;
}
