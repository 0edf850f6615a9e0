// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/OpinionText.h"

#include <QLocale>

#include <array>
#include <utility>

namespace pleurascope::ui::review {

OpinionText OpinionText::of(const store::PredictionRecord& prediction) {
    OpinionText text;
    text.probability = prediction.probability;
    text.threshold = prediction.threshold;
    text.flagged = prediction.isFlagged();
    text.title = text.flagged ? tr("Suggests pleural effusion") : tr("No sign of effusion found");
    text.score = score2(prediction.probability);
    text.kind = prediction.calibrated ? tr("calibrated probability") : tr("uncalibrated score");
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

QString OpinionText::modelFacts(const weights::ModelDescription& model) {
    QStringList lines;
    lines << (model.isCalibrated()
                  ? tr("Calibrated on %n film(s), temperature %1", nullptr, model.calibratedOn)
                        .arg(score2(model.temperature))
                  : tr("Not calibrated"));
    if (model.thresholdRule == "youden")
        lines << tr("Threshold: most sensitivity and specificity in validation");
    if (model.provenance.validationLeaks)
        lines << tr("Validation leaks: its figures say too much");
    const std::array<std::pair<const char*, QString>, 4> measures{{
        {"val_auc", tr("Validation AUC %1")},
        {"val_average_precision", tr("Average precision %1")},
        {"val_brier", tr("Brier score %1")},
        {"val_ece", tr("Calibration error %1")},
    }};
    for (const auto& [key, words] : measures)
        if (const auto value = model.provenance.metrics.find(key); value != model.provenance.metrics.end())
            lines << words.arg(QLocale().toString(value->second, 'f', 3));
    return lines.join(QLatin1Char('\n'));
}

QString OpinionText::score2(double value) {
    return QLocale().toString(value, 'f', 2);
}

} // namespace pleurascope::ui::review
