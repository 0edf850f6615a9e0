// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FileDrop.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace pleurascope::ui::widgets {

void acceptFiles(QDragEnterEvent& event) {
    if (event.mimeData()->hasUrls())
        event.acceptProposedAction();
}

QStringList droppedFiles(QDropEvent& event) {
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (!paths.isEmpty())
        event.acceptProposedAction();
    return paths;
}

} // namespace pleurascope::ui::widgets
