// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/Channel.h"
#include "engine/intake/Confinement.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/ShareablePixels.h"
#include "engine/weights/KerasFile.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace pleurascope::intake {

/// The isolated reader's side: answers one question after another until its client goes. Lives in
/// `pleurascope-reader` and `pleurascope-keras-reader`, processes that may die over a file; it gets files as
/// open descriptors, and limits and fences itself in before it reads the first.
class ReaderServer {
public:
    struct Limits {
        std::uint64_t memoryBytes = 0;         ///< address space, RLIMIT_AS
        std::chrono::seconds processorTime{0}; ///< for one file, RLIMIT_CPU
    };

    /// The descriptor that the client's socket has in the reader.
    static constexpr int socketDescriptor = 3;

    /// weights::kerasFileFromBytes, or nothing: the reader of films does not link HDF5, whose libraries
    /// would delay its start.
    using ReadKeras = std::function<core::Result<weights::KerasFile>(std::span<const std::byte>)>;

    ReaderServer(Channel channel, Limits limits, Confinement fences = {}, ReadKeras readKeras = {});

    /// Until the client closes its end.
    void serve();

    /// The whole program: arguments `MEMORY_BYTES PROCESSOR_SECONDS DECODED_BYTES`, the client at
    /// socketDescriptor. Returns the exit status.
    [[nodiscard]] static int run(std::span<char*> arguments, ReadKeras readKeras = {});

private:
    [[nodiscard]] std::optional<Message> nextQuestion();
    void answer(const Message& question);
    void answer(Question question, const std::string& particulars, std::span<const std::byte> bytes);
    void answerAbout(Question question, const FilmOrder& order, std::span<const std::byte> bytes);
    /// What `encode` makes of an answer, or its error.
    template <class T, class Encode>
    void sendEncoded(const core::Result<T>& answer, Encode&& encode) {
        reply(answer ? encode(*answer) : encodeError(answer.error()));
    }
    void sendNames(const core::Result<std::vector<std::string>>& names);
    void reply(const std::string& text, int file = -1);
    void refuse(const core::Error& error);
    void sendFilm(core::Result<LocatedFilm> located);
    void sendKeras(std::span<const std::byte> bytes);
    [[nodiscard]] core::Result<core::Descriptor> sealed(core::PixelBuffer pixels,
                                                        std::span<const std::byte> attachments);
    void renewProcessorTime();

    Channel m_channel;
    Limits m_limits;
    Confinement m_fences;
    ReadKeras m_readKeras;
    ShareablePixels m_pixels;
    std::chrono::steady_clock::time_point m_renewed{};
};

} // namespace pleurascope::intake
