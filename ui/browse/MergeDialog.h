// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "ui/tasks/LatestTask.h"

#include <QDialog>

#include <string>

class QLineEdit;
class QPushButton;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::browse {

/// Asks for the patient id that a study's patient has as well, and says who that is.
class MergeDialog : public QDialog {
    Q_OBJECT
public:
    MergeDialog(store::Library& library, const store::StudyRecord& study, QWidget* parent = nullptr);

    [[nodiscard]] std::string chosenId() const;

private:
    void build(const store::StudyRecord& study);
    void look();
    void tell(const core::Result<std::vector<store::WorklistRow>>& rows);

    store::Library& m_library;
    std::string m_own; ///< key of the study's patient
    QLineEdit* m_id;
    widgets::TextLabel* m_who;
    QPushButton* m_merge = nullptr;
    tasks::LatestTask<core::Result<std::vector<store::WorklistRow>>> m_task;
};

} // namespace pleurascope::ui::browse
