// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Sha256.h"
#include "engine/dicom/writing/DicomWriter.h"

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

/// A 128-bit number, given as 32 hexadecimal digits, in decimal.
std::string decimal(std::string_view hexadecimal) {
    std::string digits = "0"; // least significant first
    for (const char c : hexadecimal) {
        int carry = c <= '9' ? c - '0' : c - 'a' + 10;
        for (auto& digit : digits) {
            const int value = (digit - '0') * 16 + carry;
            digit = char('0' + value % 10);
            carry = value / 10;
        }
        for (; carry > 0; carry /= 10)
            digits += char('0' + carry % 10);
    }
    std::reverse(digits.begin(), digits.end());
    return digits;
}

} // namespace

std::string uidFromSeed(std::string_view seed) {
    auto uuid = core::sha256(seed).substr(0, 32);
    uuid[12] = '8'; // version 8, variant 1 (RFC 9562): a UUID made in the maker's own way
    uuid[16] = "89ab"[(uuid[16] <= '9' ? uuid[16] - '0' : uuid[16] - 'a' + 10) & 3];
    return "2.25." + decimal(uuid);
}

} // namespace pleurascope::dicom
