// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/RefusedFilesModel.h"

#include <QDialog>

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::shell {

/// The files that were set aside, each with its reason; the list can be kept as CSV. Stands beside the work,
/// blocks nothing.
class RefusedFilesDialog : public QDialog {
    Q_OBJECT
public:
    explicit RefusedFilesDialog(RefusedFilesModel& files, QWidget* parent = nullptr);

private:
    void exportList();
    void explain(const QModelIndex& index);

    RefusedFilesModel& m_files;
    widgets::TextLabel* m_explanation;
};

} // namespace pleurascope::ui::shell
