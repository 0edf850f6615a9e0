// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "ui/tasks/LongTask.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <optional>

namespace pleurascope::ui::train {

/// Draws a set of phantom films to try training on, on a thread of its own. What is drawn once is not drawn
/// again.
class PhantomMaker : public QObject {
    Q_OBJECT
public:
    explicit PhantomMaker(std::filesystem::path folder, QObject* parent = nullptr);

    void start();
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

Q_SIGNALS:
    void progressed(const pleurascope::core::Progress& progress);
    void made(const QString& folder);
    void failed(const pleurascope::core::Error& error);

private:
    void report();

    std::filesystem::path m_folder;
    std::shared_ptr<std::optional<core::Error>> m_error;
    tasks::LongTask m_task;
};

} // namespace pleurascope::ui::train
