// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReaderName.h"

#include <QStringList>

namespace pleurascope::ui::review {

QString readerNameFrom(const QString& typed) {
    QStringList parts = typed.split(QLatin1Char(','));
    for (QString& part : parts)
        part = part.simplified().remove(QLatin1Char('^')).remove(QLatin1Char('=')).remove(QLatin1Char('\\'));
    parts.removeAll(QString());
    return parts.join(QLatin1Char('^'));
}

QString typedReaderName(const QString& name) {
    return QString(name).replace(QLatin1Char('^'), QStringLiteral(", "));
}

} // namespace pleurascope::ui::review
