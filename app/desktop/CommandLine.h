// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace pleurascope::desktop {

/// What the program was started with.
struct CommandLine {
    enum class Wish { openWindow, showVersion, showHelp, complain };

    Wish wish = Wish::openWindow;
    QString message; ///< for everything but openWindow
    std::optional<std::filesystem::path> profile;
    QString library;   ///< a file or postgresql://...; empty: the profile's, or the one of the settings
    QStringList paths; ///< absolute

    [[nodiscard]] static CommandLine parse(const QStringList& arguments);
};

} // namespace pleurascope::desktop
