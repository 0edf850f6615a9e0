// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Inputs.h"

#include "engine/intake/FilmReader.h"

#include <charconv>

namespace pleurascope::cli {

std::vector<Input> inputsOf(const std::vector<std::string>& arguments) {
    std::vector<Input> inputs;
    for (const auto& argument : arguments) {
        const auto files = intake::listFiles(argument);
        if (!files) {
            inputs.push_back(core::failureIn(files.error(), argument));
            continue;
        }
        inputs.insert(inputs.end(), files->begin(), files->end());
    }
    return inputs;
}

core::Result<std::vector<double>> numberList(const std::string& text) {
    std::vector<double> numbers;
    const char* next = text.data();
    const char* end = text.data() + text.size();
    while (next < end) {
        double value = 0;
        const auto [rest, problem] = std::from_chars(next, end, value);
        if (problem != std::errc() || (rest < end && (*rest != ',' || rest + 1 == end)))
            return core::failure(core::ErrorCode::invalidArgument, "'" + text + "' is not a list of numbers");
        numbers.push_back(value);
        next = rest + 1;
    }
    return numbers;
}

} // namespace pleurascope::cli
