// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QByteArray>
#include <QHash>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

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
    /// Where the library is, if not in the profile: a file, or a connection URI without a password.
    [[nodiscard]] QString library() const;
    void setLibrary(const QString& library);
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

    /// Id of the mouse convention on films; empty: the program's own.
    [[nodiscard]] QString mouseConvention() const;
    void setMouseConvention(const QString& id);
    /// Enlarged film pixels as squares; else Lanczos' kernel.
    [[nodiscard]] bool showsFilmPixels() const;
    void setShowsFilmPixels(bool squares);
    /// Notes in the corners of films that are not wanted: "patient", "study", "window", "spacing",
    /// "sides".
    [[nodiscard]] QStringList hiddenCorners() const;
    void setHiddenCorners(const QStringList& names);
    /// A list of a page's own, as text; nothing where it was never kept.
    [[nodiscard]] std::optional<QStringList> list(const QString& name) const;
    void setList(const QString& name, const QStringList& lines);
    /// Keys that are not as the program comes, by action.
    [[nodiscard]] QHash<QString, QString> keys() const;
    void setKeys(const QHash<QString, QString>& keys);

private:
    QSettings m_settings;
};

} // namespace pleurascope::ui::widgets
