// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pleurascope::desktop {

void installTranslations(const QString& language) {
    QLocale locale = QLocale::system();
    if (language != QLatin1String("system"))
        locale = QLocale(language);
    const bool german = locale.language() == QLocale::German;
    if (!german && locale.language() != QLocale::English)
        locale = QLocale(QLocale::English); // dates and decimals go with the words
    QLocale::setDefault(locale);
    auto* words = new QTranslator(QCoreApplication::instance());
    if (words->load(german ? QStringLiteral(":/i18n/pleurascope_de.qm")
                           : QStringLiteral(":/i18n/pleurascope_en.qm")))
        QCoreApplication::installTranslator(words);
    auto* dialogs = new QTranslator(QCoreApplication::instance());
    if (german &&
        dialogs->load(QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(dialogs);
}

} // namespace pleurascope::desktop
