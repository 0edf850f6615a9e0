// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/TrainingOptions.h"

#include <CLI/CLI.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace pleurascope::cli {

// Options that say one thing each of a run's configuration: what is said is kept, and applied after the
// preset.

template <class T>
[[nodiscard]] std::string defaultText(const T& value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

/// An option that says `field(config)`.
template <class T, class Field>
CLI::Option* add(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                 Field field) {
    training::TrainingConfig standard;
    auto* option = command.add_option_function<T>(
        name,
        [&options, field](const T& value) {
            options.said.push_back([field, value](training::TrainingConfig& config) -> core::Result<void> {
                field(config) = value;
                return {};
            });
        },
        help);
    if constexpr (std::is_arithmetic_v<T>)
        option->default_str(defaultText(field(standard)));
    return option;
}

/// An option whose text `set` reads.
template <class Set>
CLI::Option* addText(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     Set set) {
    return command.add_option_function<std::string>(
        name,
        [&options, set](const std::string& text) {
            options.said.push_back(
                [set, text](training::TrainingConfig& config) { return set(config, text); });
        },
        help);
}

/// An option that is one of some words.
template <class Set>
CLI::Option* addWord(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     const std::vector<std::string>& words, Set set) {
    return addText(command, options, name, help,
                   [set](training::TrainingConfig& config, const std::string& word) -> core::Result<void> {
                       set(config, word);
                       return {};
                   })
        ->check(CLI::IsMember(words))
        ->default_str(words.front());
}

template <class Field>
CLI::Option* addFlag(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     Field field) {
    return command.add_flag_callback(
        name,
        [&options, field] {
            options.said.push_back([field](training::TrainingConfig& config) -> core::Result<void> {
                field(config) = true;
                return {};
            });
        },
        help);
}

} // namespace pleurascope::cli
