// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Inputs.h"

#include "engine/core/Installation.h"
#include "engine/intake/InProcessReader.h"

#include <charconv>

namespace pleurascope::cli {

std::vector<Input> inputsOf(const std::vector<std::string>& arguments, intake::FilmReader& reader,
                            intake::DirectoryFiles directories) {
    std::vector<Input> inputs;
    for (const auto& argument : arguments)
        for (auto& film : intake::listFilms(argument, reader, directories))
            inputs.push_back(std::move(film));
    return inputs;
}

std::unique_ptr<intake::FilmReader> filmReader(bool inProcess) {
    if (inProcess)
        return std::make_unique<intake::InProcessReader>();
    return std::make_unique<intake::FilmReader>(core::readerProgram());
}

void addInProcessFlag(CLI::App& command, bool& inProcess) {
    command.add_flag("--in-process", inProcess,
                     "For debugging: read files in this process, where a bad one may end it");
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

std::string md5Problem(const std::string& text) {
    const bool sound = text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
    return sound ? "" : "32 lower-case hexadecimal digits are expected";
}

} // namespace pleurascope::cli
