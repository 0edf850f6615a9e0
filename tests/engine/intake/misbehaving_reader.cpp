// SPDX-License-Identifier: GPL-3.0-or-later
// A reader that does what the file in its hands tells it to: what the client must survive.
#include "engine/intake/Channel.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/ReaderServer.h"
#include "engine/intake/SealedMemory.h"

#include <array>
#include <csignal>
#include <string>

#include <sys/mman.h>
#include <unistd.h>

using namespace pleurascope;
using namespace pleurascope::intake;

namespace {

Film tinyFilm() {
    return {{},
            {core::PixelBuffer::fromVector<std::uint8_t>(2, 2, 1, core::SampleType::u8, {1, 2, 3, 4}), {}}};
}

std::string orderIn(const Descriptor& file) {
    std::array<char, 64> text{};
    const auto length = ::pread(file.get(), text.data(), text.size(), 0);
    return {text.data(), length > 0 ? std::size_t(length) : 0};
}

Descriptor unsealed(const std::string& content) {
    Descriptor file(::memfd_create("unsealed", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::write(file.get(), content.data(), content.size()) < 0)
        return {};
    return file;
}

Descriptor sealed(std::span<const std::byte> content) {
    auto file = newMemory();
    if (!file || !writeMemory(*file, 0, content) || !sealMemory(*file))
        return {};
    return std::move(*file);
}

void obey(const std::string& order, Channel& channel) {
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
    else if (order == "a pipe for pixels")
        (void)channel.send(0, text, 0);
    else
        (void)channel.send(0, text, pixels.get());
}

} // namespace

int main() {
    Channel channel{Descriptor(ReaderServer::socketDescriptor)};
    while (auto question = channel.receive())
        obey(orderIn(question->file), channel);
    return 0;
}
