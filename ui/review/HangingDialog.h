// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <QDialog>

#include <filesystem>

class QPlainTextEdit;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::review {

/// The file of hanging rules, to be changed as text. It is checked as one types; what is wrong is named, and
/// only what is sound can be saved.
class HangingDialog : public QDialog {
    Q_OBJECT
public:
    explicit HangingDialog(std::filesystem::path file, QWidget* parent = nullptr);

Q_SIGNALS:
    void rulesSaved(const std::vector<pleurascope::reading::HangingRule>& rules);

private:
    void layOut();
    void fill();
    void check();
    void save();

    std::filesystem::path m_file;
    QPlainTextEdit* m_text;
    widgets::TextLabel* m_state;
    QWidget* m_save = nullptr;
};

} // namespace pleurascope::ui::review
