// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/NpyFile.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace pleurascope::testing {

namespace {

template <class T>
std::vector<double> widen(const std::string& bytes, std::size_t offset) {
    std::vector<double> values((bytes.size() - offset) / sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        T value{};
        std::memcpy(&value, bytes.data() + offset + i * sizeof(T), sizeof(T));
        values[i] = static_cast<double>(value);
    }
    return values;
}

} // namespace

NpyFile readNpy(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.size() < 10 || bytes.compare(1, 5, "NUMPY") != 0)
        throw std::runtime_error("not a .npy file: " + path.string());
    const std::size_t length =
        static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
    const std::string header = bytes.substr(10, length);
    NpyFile npy;
    std::smatch match;
    if (!std::regex_search(header, match, std::regex(R"('shape': \(([^)]*)\))")))
        throw std::runtime_error("no shape: " + path.string());
    const std::string shape = match[1];
    const std::regex number("[0-9]+");
    for (std::sregex_iterator it(shape.begin(), shape.end(), number), end; it != end; ++it)
        npy.shape.push_back(std::stoll(it->str()));
    if (header.find("'<f4'") != std::string::npos)
        npy.values = widen<float>(bytes, 10 + length);
    else if (header.find("'<f8'") != std::string::npos)
        npy.values = widen<double>(bytes, 10 + length);
    else if (header.find("'|u1'") != std::string::npos)
        npy.values = widen<unsigned char>(bytes, 10 + length);
    else
        throw std::runtime_error("another type: " + path.string());
    return npy;
}

} // namespace pleurascope::testing
