// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <utility>
#include <vector>

namespace pleurascope::ui::review {

/// What the mouse does on a film beside the left button, which is the chosen tool's: the habit that a reader
/// brings along.
class MouseConvention {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::MouseConvention)
public:
    enum class Wheel { films, zoom };

    static inline const QString menuId = QStringLiteral("menu"); ///< in a tool's place

    QString id = QStringLiteral("pacs");    ///< kept in settings
    QString middle = QStringLiteral("pan"); ///< tool ids
    QString right = QStringLiteral("zoom");
    bool bothPan = false;       ///< left and right together pan
    Wheel wheel = Wheel::films; ///< Ctrl does the other

    /// The ones that can be chosen; the first is the program's own.
    [[nodiscard]] static std::vector<MouseConvention> all();
    [[nodiscard]] static MouseConvention byId(const QString& id);
    [[nodiscard]] QString name() const;
    /// What each button does, for the overview of keys.
    [[nodiscard]] std::vector<std::pair<QString, QString>> lines() const;
};

} // namespace pleurascope::ui::review
