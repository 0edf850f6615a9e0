// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pleurascope::desktop {

/// Installs the translators of the program and of Qt's own dialogs. `language`: "system", "en" or "de".
void installTranslations(const QString& language);

} // namespace pleurascope::desktop
