// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fetch/Address.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace pleurascope::fetch {

using core::ErrorCode;
using core::failure;

namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string part(const Url& url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url.get(), which, &text, 0) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return text;
}

bool isPlainWord(std::string_view text) {
    return !text.empty() && text.front() != '.' && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    });
}

} // namespace

core::Result<void> checkAddress(const std::string& url) {
    const Url parsed(curl_url(), curl_url_cleanup);
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return failure(ErrorCode::invalidArgument, "not an address", url);
    const std::string scheme = part(parsed, CURLUPART_SCHEME);
    const std::string host = part(parsed, CURLUPART_HOST);
    const bool here = host == "127.0.0.1" || host == "[::1]" || host == "localhost";
    if (scheme == "https" || (scheme == "http" && here))
        return {};
    return failure(ErrorCode::insecureAddress, scheme, url);
}

core::Result<std::string> kaggleAddress(const std::string& dataset) {
    const auto slash = dataset.find('/');
    if (slash == std::string::npos || !isPlainWord(std::string_view(dataset).substr(0, slash)) ||
        !isPlainWord(std::string_view(dataset).substr(slash + 1)))
        return failure(ErrorCode::invalidArgument, "dataset '" + dataset + "', expected owner/name");
    return "https://www.kaggle.com/api/v1/datasets/download/" + dataset;
}

} // namespace pleurascope::fetch
