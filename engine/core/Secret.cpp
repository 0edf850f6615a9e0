// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Secret.h"

#include "engine/core/FileDigest.h"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <span>
#include <stdexcept>

namespace pleurascope::core {

std::string randomKey() {
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), int(bytes.size())) != 1)
        throw std::runtime_error("the system gives no random numbers");
    return hexText(bytes);
}

std::string hmacSha256(std::string_view key, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), key.data(), int(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
              text.size(), code.data(), &length))
        throw std::runtime_error("HMAC-SHA256 failed");
    return hexText(std::span(code).first(length));
}

} // namespace pleurascope::core
