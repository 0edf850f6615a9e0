// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/presentation/PresentationWords.h"

#include <QStringList>

namespace pleurascope::ui::review {

namespace {

QString nameFrom(const std::string& description, const std::string& label) {
    return QString::fromStdString(description.empty() ? label : description);
}

} // namespace

QString PresentationWords::nameOf(const dicom::PresentationState& state) {
    return nameFrom(state.description, state.label);
}

QString PresentationWords::lineOf(const store::PresentationRecord& record) {
    constexpr int minutes = 16; // "YYYY-MM-DD HH:MM"
    QStringList parts{
        nameFrom(record.description, record.label),
        QString::fromStdString(record.creator).replace(QLatin1Char('^'), QLatin1Char(' ')).simplified(),
        QString::fromStdString(record.madeAt).left(minutes)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace pleurascope::ui::review
