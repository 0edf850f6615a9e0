// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Transfer.h"

#include "engine/core/Installation.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <mutex>
#include <optional>

namespace pleurascope::fetch {

using core::ErrorCode;
using core::failure;
using core::Outcome;
using core::Result;

namespace {

constexpr long connectSeconds = 30;
constexpr long silentSeconds = 60;

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end != text.data() ? std::optional(value) : std::nullopt;
}

/// What the headers of the last response say.
struct Head {
    long status = 0;
    std::string etag, modified;
    std::optional<std::uint64_t> length, rangeStart;

    void take(std::string_view line) {
        while (!line.empty() && (line.back() == '\r' || line.back() == '\n' || line.back() == ' '))
            line.remove_suffix(1);
        if (line.starts_with("HTTP/")) { // a redirect's head came before
            *this = {};
            const auto space = line.find(' ');
            if (space != std::string_view::npos)
                status = static_cast<long>(number(line.substr(space + 1)).value_or(0));
            return;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            return;
        std::string name(line.substr(0, colon));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        auto value = line.substr(colon + 1);
        while (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        if (name == "etag")
            etag = value;
        else if (name == "last-modified")
            modified = value;
        else if (name == "content-length")
            length = number(value);
        else if (name == "content-range" && value.starts_with("bytes "))
            rangeStart = number(value.substr(6));
    }

    /// For If-Range: a strong ETag, else the date (RFC 9110, 13.1.5).
    [[nodiscard]] std::string mark() const {
        return etag.empty() || etag.starts_with("W/") ? modified : etag;
    }
};

/// What curl's callbacks work on.
struct Exchange {
    const Transfer& transfer;
    PartialFile& file;
    Head head = {};
    bool placed = false; ///< the file stands where the body begins
    std::uint64_t expected = 0;
    std::optional<core::Error> error = std::nullopt;

    Result<void> place() {
        placed = true;
        if (head.status == 206 && head.rangeStart != file.size())
            return failure(ErrorCode::networkFailed, "the server sent another part than was asked for");
        if (head.status != 206)
            if (auto begun = file.restart(head.mark()); !begun)
                return begun;
        expected = head.length ? file.size() + *head.length : 0;
        if (expected > transfer.limit)
            return failure(ErrorCode::limitExceeded, std::to_string(expected) + " bytes");
        return {};
    }

    Result<void> take(std::span<const std::byte> bytes) {
        if (head.status != 200 && head.status != 206)
            return {}; // an error's page
        if (!placed)
            if (auto done = place(); !done)
                return done;
        if (file.size() + bytes.size() > transfer.limit)
            return failure(ErrorCode::limitExceeded,
                           "more than " + std::to_string(transfer.limit) + " bytes");
        return file.append(bytes);
    }
};

std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* exchange) {
    static_cast<Exchange*>(exchange)->head.take({data, size * count});
    return size * count;
}

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* pointer) {
    auto& exchange = *static_cast<Exchange*>(pointer);
    const auto taken = exchange.take(std::as_bytes(std::span(data, size * count)));
    if (taken)
        return size * count;
    exchange.error = taken.error();
    return 0;
}

int onProgress(void* pointer, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& exchange = *static_cast<Exchange*>(pointer);
    if (exchange.transfer.progress && exchange.placed)
        exchange.transfer.progress({exchange.file.size(), exchange.expected, "download"});
    return exchange.transfer.stop.stop_requested() ? 1 : 0;
}

void prepare(CURL* easy, const std::string& url, Exchange& exchange) {
    const bool secure = url.starts_with("https:") || url.starts_with("HTTPS:");
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    // What is fetched from this machine itself, for tests, leads nowhere else.
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, secure ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, 10L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, secure ? "https" : "http");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    if (!secure)
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_USERAGENT, ("PleuraScope/" + std::string(core::programVersion())).c_str());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, silentSeconds);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &exchange);
}

Result<Outcome> outcomeOf(CURLcode code, Exchange& exchange, const std::string& url) {
    if (exchange.error)
        return core::failureIn(*exchange.error, url);
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return Outcome::stopped;
    if (code == CURLE_OPERATION_TIMEDOUT)
        return failure(ErrorCode::timedOut, curl_easy_strerror(code), url);
    if (code != CURLE_OK)
        return failure(ErrorCode::networkFailed, curl_easy_strerror(code), url);
    if (exchange.head.status != 200 && exchange.head.status != 206)
        return failure(ErrorCode::serverRefused, "HTTP " + std::to_string(exchange.head.status), url);
    if (!exchange.placed) // an empty body
        if (auto placed = exchange.place(); !placed)
            return core::failureIn(placed.error(), url);
    return Outcome::finished;
}

} // namespace

Result<Outcome> Transfer::run(PartialFile& file) const {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const Easy easy(curl_easy_init(), curl_easy_cleanup);
    Exchange exchange{*this, file};
    prepare(easy.get(), url, exchange);
    Lines lines(nullptr, curl_slist_free_all);
    if (!file.mark().empty()) {
        lines.reset(curl_slist_append(nullptr, ("If-Range: " + file.mark()).c_str()));
        curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, lines.get());
        curl_easy_setopt(easy.get(), CURLOPT_RANGE, (std::to_string(file.size()) + "-").c_str());
    }
    const CURLcode code = curl_easy_perform(easy.get());
    const bool beyond = code == CURLE_OK && exchange.head.status == 416;
    if (!beyond || file.mark().empty())
        return outcomeOf(code, exchange, url);
    // It was whole already, or is shorter by now: only the whole tells.
    if (auto begun = file.restart({}); !begun)
        return failure(begun);
    return run(file);
}

} // namespace pleurascope::fetch
