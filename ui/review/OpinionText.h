// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "engine/weights/ModelDescription.h"

#include <QCoreApplication>
#include <QString>

namespace pleurascope::ui::review {

/// What the opinion panel says, in words: made from a prediction and its model, without a widget.
class OpinionText {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::OpinionText)
public:
    QString title;         ///< "Suggests pleural effusion"
    QString score;         ///< "0.83"
    QString kind;          ///< "calibrated probability"
    QString comparison;    ///< "above the threshold 0.42"
    QString demonstration; ///< empty unless the model knows phantoms only
    QString model;         ///< "effusion-default (8f3a2c1)"
    bool flagged = false;
    double probability = 0;
    double threshold = 0;

    /// At the threshold counts as flagged.
    [[nodiscard]] static OpinionText of(const store::PredictionRecord& prediction);
    /// The finding in plain words: "effusion" is "pleural effusion", other class names stand as they are.
    [[nodiscard]] static QString findingName(const std::string& className);
    [[nodiscard]] static QString modelLine(const QString& name, const std::string& hash);
    /// How the model was calibrated and did in validation, a line each; what it does not say is left out.
    [[nodiscard]] static QString modelFacts(const weights::ModelDescription& model);
    [[nodiscard]] static QString score2(double value); ///< two decimals, the locale's sign
};

} // namespace pleurascope::ui::review
