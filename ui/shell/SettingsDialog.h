// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Settings.h"

#include <QDialog>

class QComboBox;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::shell {

/// Language, theme and text size. Theme and size act at once, the language at the next start.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(widgets::Settings& settings, QWidget* parent = nullptr);

private:
    void build();
    void fill();
    void applyLook();

    widgets::Settings& m_settings;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_size;
    widgets::TextLabel* m_restart;
};

} // namespace pleurascope::ui::shell
