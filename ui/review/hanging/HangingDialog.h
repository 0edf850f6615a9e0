// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <QDialog>

#include <filesystem>

class QHBoxLayout;
class QPlainTextEdit;
class QStackedWidget;

namespace pleurascope::ui::widgets {
class SegmentedControl;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

class RuleForm;
class RuleList;

/// The file of hanging rules, to be changed in a form or as text. Text is checked as one types; what is wrong
/// is named, and only what is sound can be saved or shown in the form.
class HangingDialog : public QDialog {
    Q_OBJECT
public:
    explicit HangingDialog(std::filesystem::path file, QWidget* parent = nullptr);

Q_SIGNALS:
    void rulesSaved(const std::vector<pleurascope::reading::HangingRule>& rules);

private:
    enum Page { formPage, textPage };

    [[nodiscard]] QWidget* makeForm();
    void addButtons(QHBoxLayout& row);
    void fill();
    void showPage(int page);
    void showText();
    void check();
    void save();

    std::filesystem::path m_file;
    widgets::SegmentedControl* m_choice;
    QStackedWidget* m_pages;
    RuleList* m_list;
    RuleForm* m_form;
    QPlainTextEdit* m_text; ///< what will be saved, on either page
    widgets::TextLabel* m_state;
    QWidget* m_save = nullptr;
};

} // namespace pleurascope::ui::review
