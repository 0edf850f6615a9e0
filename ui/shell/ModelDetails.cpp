// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ModelDetails.h"

#include "engine/weights/KnownBackbone.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

QString joinedNumbers(const std::vector<int>& numbers) {
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    return words.join(QStringLiteral(", "));
}

} // namespace

ModelDetails::ModelDetails(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->addStretch(1);
}

void ModelDetails::clear() {
    delete m_content;
    m_content = nullptr;
}

void ModelDetails::setModel(const reading::ShelvedModel& model) {
    clear();
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(16));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnStretch(1, 1);
    auto* title = new widgets::ElidedLabel(QString::fromStdString(model.name), TextSize::title);
    m_grid->addWidget(title, 0, 0, 1, 2);
    const auto& description = model.description;
    if (!model.problem.empty()) {
        const auto code = widgets::errorCodeOf(QString::fromStdString(model.problem));
        addLine(tr("Problem"), widgets::errorText({code, {}, model.file.string()}));
    } else {
        addLine(tr("Network"), tr("%1, blocks %2, cut at %3")
                                   .arg(QString::fromStdString(weights::backboneName(description.backbone)),
                                        joinedNumbers(description.backbone.blocks),
                                        QString::fromStdString(description.backbone.cut)));
        addLine(tr("Head"), joinedNumbers(description.head.hidden));
        addLine(tr("Input"), tr("%1 x %1 pixels").arg(description.inputSize));
        addScore(description);
        addTraining(description.provenance);
    }
    addLine(tr("File"), tr("%1, SHA-256 %2")
                            .arg(QLocale().formattedDataSize(model.fileSize),
                                 QString::fromStdString(model.hash).left(12)));
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_content);
}

void ModelDetails::addScore(const weights::ModelDescription& description) {
    const QString threshold = QLocale().toString(description.threshold, 'f', 2);
    addLine(tr("Threshold"), description.thresholdRule == "youden"
                                 ? tr("%1, most sensitivity and specificity in validation").arg(threshold)
                                 : threshold);
    addLine(tr("Score"), description.isCalibrated()
                             ? tr("calibrated probability, temperature %1 from %n film(s)", nullptr,
                                  description.calibratedOn)
                                   .arg(QLocale().toString(description.temperature, 'f', 2))
                             : tr("uncalibrated"));
}

void ModelDetails::addMeasures(const weights::ModelProvenance& provenance) {
    const std::array<std::pair<const char*, QString>, 5> names{{
        {"val_sensitivity", tr("Sensitivity")},
        {"val_specificity", tr("Specificity")},
        {"val_average_precision", tr("Average precision")},
        {"val_brier", tr("Brier score")},
        {"val_ece", tr("Calibration error")},
    }};
    for (const auto& [key, name] : names)
        if (const auto value = provenance.metrics.find(key); value != provenance.metrics.end())
            addLine(name, QLocale().toString(value->second, 'f', 3));
}

void ModelDetails::addTraining(const weights::ModelProvenance& provenance) {
    addLine(tr("Trained on"), provenance.phantomsOnly ? tr("phantoms only, for demonstration")
                                                      : QString::fromStdString(provenance.trainingData));
    addLine(tr("Films"), tr("%1 for training, %2 for validation, split by %3")
                             .arg(provenance.trainingFilms)
                             .arg(provenance.validationFilms)
                             .arg(provenance.split == "patient" ? tr("patient") : tr("image")));
    if (provenance.validationLeaks)
        addLine(tr("Validation leaks"),
                tr("copies of training films were validated on, so the figures say too much"));
    if (const auto auc = provenance.metrics.find("val_auc"); auc != provenance.metrics.end())
        addLine(tr("Validation AUC"),
                tr("%1 at epoch %2").arg(QLocale().toString(auc->second, 'f', 3)).arg(provenance.bestEpoch));
    addMeasures(provenance);
    addLine(tr("Start weights"), QString::fromStdString(provenance.backboneWeights));
    const auto created =
        QDateTime::fromString(QString::fromStdString(provenance.created), Qt::ISODate).toLocalTime();
    addLine(tr("Made"),
            QStringLiteral("%1, %2").arg(QLocale().toString(created, tr("d MMM yyyy HH:mm", "date")),
                                         QString::fromStdString(provenance.program)));
}

void ModelDetails::addLine(const QString& name, const QString& value) {
    const int row = m_grid->rowCount();
    m_grid->addWidget(new TextLabel(name, TextSize::label, Token::text2), row, 0, Qt::AlignTop);
    auto* text = new TextLabel(value, TextSize::label);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(text, row, 1);
}

} // namespace pleurascope::ui::shell
