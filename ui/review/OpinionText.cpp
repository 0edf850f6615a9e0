// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/OpinionText.h"

#include <QLocale>

namespace pleurascope::ui::review {

OpinionText OpinionText::of(const store::PredictionRecord& prediction) {
    OpinionText text;
    text.probability = prediction.probability;
    text.threshold = prediction.threshold;
    text.flagged = prediction.probability >= prediction.threshold;
    text.title = text.flagged ? tr("Suggests pleural effusion") : tr("No sign of effusion found");
    text.score = score2(prediction.probability);
    text.kind = tr("uncalibrated score");
    const QString threshold = score2(prediction.threshold);
    // 0.499 and 0.5 both read '0.50': the words must not contradict the figures.
    if (text.score == threshold)
        text.comparison = text.flagged ? tr("at the threshold %1").arg(threshold)
                                       : tr("just below the threshold %1").arg(threshold);
    else
        text.comparison = text.flagged ? tr("above the threshold %1").arg(threshold)
                                       : tr("below the threshold %1").arg(threshold);
    if (prediction.phantomsOnly)
        text.demonstration = tr("Demonstration model, trained on phantoms only");
    text.model = modelLine(QString::fromStdString(prediction.modelName), prediction.modelHash);
    return text;
}

QString OpinionText::findingName(const std::string& className) {
    if (className == "effusion")
        return tr("Pleural effusion");
    if (className == "nofinding")
        return tr("No finding");
    return QString::fromStdString(className);
}

QString OpinionText::modelLine(const QString& name, const std::string& hash) {
    return QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(hash.substr(0, 7)));
}

QString OpinionText::score2(double value) {
    return QLocale().toString(value, 'f', 2);
}

} // namespace pleurascope::ui::review
