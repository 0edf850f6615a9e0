// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LatestTask.h"

#include <QCoreApplication>

namespace pleurascope::ui::tasks {

void postToGuiThread(std::function<void()> function) {
    if (auto* application = QCoreApplication::instance())
        QMetaObject::invokeMethod(application, std::move(function), Qt::QueuedConnection);
}

} // namespace pleurascope::ui::tasks
