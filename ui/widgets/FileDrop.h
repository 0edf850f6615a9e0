// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QDragEnterEvent;
class QDropEvent;

namespace pleurascope::ui::widgets {

/// What a widget that takes files says to a drag.
void acceptFiles(QDragEnterEvent& event);
/// The local files and folders of a drop, which is accepted if there are any.
[[nodiscard]] QStringList droppedFiles(QDropEvent& event);

} // namespace pleurascope::ui::widgets
