// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Profile.h"
#include "engine/core/Result.h"
#include "ui/widgets/Settings.h"

#include <QStringList>

#include <filesystem>
#include <memory>

class QWidget;

namespace pleurascope::desktop {

/// What a window is opened with. All of it outlives the window's content.
struct WindowStart {
    const core::Profile& profile;
    ui::widgets::Settings& settings;
    QWidget& frame;  ///< the top-level window that is to be filled; has a layout
    QString library; ///< a file or postgresql://...; empty: the profile's
    QStringList paths;
};

/// The window at work, inside its frame: pages and the workers behind them; ends them when it dies. GUI
/// thread.
class WindowContent {
public:
    virtual ~WindowContent() = default;
};

/// The door to all that the window shows and works with. The pages bring forty libraries with them (DCMTK,
/// OpenCV and its BLAS, charts, database), and the dynamic loader's work on those is twice an empty window's
/// start; so the program itself paints the frame and opens this meanwhile.
class WindowModule {
public:
    virtual ~WindowModule() = default;
    /// Fills the frame. Errors: those of store::Library::open.
    [[nodiscard]] virtual core::Result<std::unique_ptr<WindowContent>> fill(const WindowStart& start) = 0;
    /// Another process has the profile: gives it `paths`; false if it does not answer.
    [[nodiscard]] virtual bool handOver(const core::Profile& profile, const QStringList& paths) = 0;
};

/// Opens `pleurascope-window` (dlopen), on a worker. Never unloaded. Errors: internal (a broken
/// installation).
[[nodiscard]] core::Result<WindowModule*> openWindowModule(const std::filesystem::path& file);

} // namespace pleurascope::desktop
