// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::review {

/// Asks under which words, by whom and into which file the view is to be saved as a presentation state.
class PresentationDialog : public QDialog {
    Q_OBJECT
public:
    PresentationDialog(const QString& reader, const QString& folder, QWidget* parent = nullptr);

    [[nodiscard]] QString description() const;
    [[nodiscard]] QString reader() const;
    [[nodiscard]] QString file() const;

private:
    void suggestFile();
    void chooseFile();
    void check();

    QString m_folder;
    bool m_isFileChosen = false; ///< by hand: what is typed above no longer changes it
    QLineEdit* m_description;
    QLineEdit* m_reader;
    QLineEdit* m_file;
    widgets::TextLabel* m_problem;
    QPushButton* m_save;
};

} // namespace pleurascope::ui::review
