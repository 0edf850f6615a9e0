// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/DicomDate.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t dayLength = 8; // YYYYMMDD

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

} // namespace

std::string withoutPunctuation(std::string text) {
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    return text;
}

std::optional<std::string> shiftedDate(std::string_view value, int days) {
    const auto day = value.substr(0, dayLength);
    if (day.size() < dayLength ||
        !std::all_of(day.begin(), day.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const std::chrono::year_month_day written(std::chrono::year(number(day.substr(0, 4))),
                                              std::chrono::month(unsigned(number(day.substr(4, 2)))),
                                              std::chrono::day(unsigned(number(day.substr(6, 2)))));
    if (!written.ok())
        return std::nullopt;
    const std::chrono::year_month_day shifted(std::chrono::sys_days(written) + std::chrono::days(days));
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u", int(shifted.year()), unsigned(shifted.month()),
                  unsigned(shifted.day()));
    return text.data() + std::string(value.substr(dayLength));
}

} // namespace pleurascope::dicom
