// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/FileDigest.h"

#include "engine/core/Files.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <openssl/evp.h>
#include <unistd.h>
#include <vector>

namespace pleurascope::core {

std::string hexText(std::span<const unsigned char> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

Result<std::string> digestOfFile(const std::filesystem::path& path, DigestKind kind) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return tl::unexpected(errorFromErrno(errno, path, false));
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), kind == DigestKind::md5 ? EVP_md5() : EVP_sha256(), nullptr);
    std::vector<std::byte> block(std::size_t(1) << 20);
    ssize_t got = 0;
    int problem = 0;
    while ((got = ::read(fd, block.data(), block.size())) != 0) {
        if (got > 0) {
            EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(got));
        } else if (errno != EINTR) {
            problem = errno;
            break;
        }
    }
    ::close(fd);
    if (problem != 0)
        return tl::unexpected(errorFromErrno(problem, path, false));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    return hexText({digest.data(), size});
}

} // namespace pleurascope::core
