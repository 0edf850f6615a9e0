// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Settings.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::shell {

/// Look, language, who reads, and how films are handled. All act at once but language and text size, which
/// change at the next start.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(widgets::Settings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    /// What concerns films has changed in the settings.
    void filmSettingsChanged();
    /// "Family^Given".
    void readerNamed(const QString& reader);

private:
    void build();
    void fillFilmChoices();
    void keepFilmChoices();
    void fill();
    void applyTheme();
    void keepReader();

    widgets::Settings& m_settings;
    QComboBox* m_language;
    QComboBox* m_theme;
    QComboBox* m_size;
    QLineEdit* m_reader;
    QComboBox* m_mouse;
    QComboBox* m_pixels;
    std::vector<QCheckBox*> m_corners;
    widgets::TextLabel* m_restart;
};

} // namespace pleurascope::ui::shell
