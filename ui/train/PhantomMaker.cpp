// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/PhantomMaker.h"

#include "engine/phantom/PhantomSet.h"

namespace pleurascope::ui::train {

namespace {
constexpr int phantomCount = 160;
constexpr int phantomSize = 256;

phantom::PhantomSetConfig setConfig(const std::filesystem::path& folder) {
    phantom::PhantomSetConfig config;
    config.output = folder;
    config.count = phantomCount;
    config.size = phantomSize;
    config.seed = 44;
    return config;
}
} // namespace

PhantomMaker::PhantomMaker(std::filesystem::path folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder)) {
    connect(&m_task, &tasks::LongTask::progressed, this, &PhantomMaker::progressed);
    connect(&m_task, &tasks::LongTask::finished, this, &PhantomMaker::report);
}

void PhantomMaker::start() {
    if (isRunning())
        return;
    m_error = std::make_shared<std::optional<core::Error>>();
    m_task.start([folder = m_folder, error = m_error](std::stop_token stop,
                                                      const core::ProgressObserver& progress) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(folder / "labels.csv", ignored))
            return; // written last, so the set is whole
        if (const auto films = phantom::writePhantomSet(setConfig(folder), progress, std::move(stop)); !films)
            *error = films.error();
    });
}

void PhantomMaker::report() {
    if (*m_error)
        Q_EMIT failed(**m_error);
    else
        Q_EMIT made(QString::fromStdString(m_folder.string()));
}

} // namespace pleurascope::ui::train
