// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <filesystem>

namespace pleurascope::ui::widgets {

/// What the window remembers between starts, in Profile::settingsFile() (INI). GUI thread. Nothing of
/// patients is kept here.
class Settings {
public:
    explicit Settings(const std::filesystem::path& file);

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// 0.75 to 2.
    [[nodiscard]] double fontScale() const;
    void setFontScale(double scale);
    /// "system", "en" or "de".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& language);
    /// Hash of the model that is used for review; empty: none chosen yet.
    [[nodiscard]] QString chosenModel() const;
    void setChosenModel(const QString& hash);
    [[nodiscard]] bool isNoticeSeen() const;
    void setNoticeSeen();
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /// Where a file dialog begins, by purpose ("import", "dataset").
    [[nodiscard]] QString folder(const QString& purpose) const;
    void setFolder(const QString& purpose, const QString& folder);

private:
    QSettings m_settings;
};

} // namespace pleurascope::ui::widgets
