// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Sha256.h"

#include "engine/core/FileDigest.h"

#include <array>
#include <cassert>
#include <openssl/evp.h>

namespace pleurascope::core {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() = default;
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha256::Sha256()
    : m_state(std::make_unique<State>()) {
    [[maybe_unused]] const int ok = EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr);
    assert(ok == 1);
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

void Sha256::add(std::string_view text) {
    EVP_DigestUpdate(m_state->context, text.data(), text.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_state->context, digest.data(), &size);
    return hexText({digest.data(), size});
}

std::string sha256(std::span<const std::byte> bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

std::string sha256(std::string_view text) {
    return sha256(std::as_bytes(std::span(text.data(), text.size())));
}

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    return digestOfFile(path, DigestKind::sha256);
}

} // namespace pleurascope::core
