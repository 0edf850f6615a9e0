// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingConfig.h"
#include "ui/train/Method.h"

#include <QCoreApplication>
#include <QString>

#include <map>

namespace pleurascope::ui::train {

enum class RecipeField { data, labels, weights, cut, head, dropout, learningRate, validation, method };

/// keras: by image, as image_dataset_from_directory deals.
enum class SplitChoice { patient, image, keras };

enum class NetworkChoice { resnet50v2, narrow };

/// A recipe as it was typed, before anyone believes it.
class Recipe {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::train::Recipe)
public:
    QString data;
    QString labels;  ///< empty: one folder a class
    QString weights; ///< empty: random
    NetworkChoice network = NetworkChoice::resnet50v2;
    QString cut;
    QString head;
    QString dropout;
    int epochs = 50;
    int batch = 32;
    QString learningRate;
    SplitChoice split = SplitChoice::patient;
    int validationPercent = 20;
    quint32 seed = 44;
    int inputSize = 224;
    weights::Scaling scaling = weights::Scaling::tf;
    QString positive;              ///< empty: the rule of data::positiveClass
    QString preset;                ///< empty: own values
    Method method;                 ///< what stands behind 'More'
    training::TrainingConfig base; ///< of the preset: what the form has no field for

    /// What stands for the deepest layer that the weights reach.
    [[nodiscard]] static QString deepestCut() { return QStringLiteral("deepest"); }
    /// The values of a preset; films, weights and network stay.
    void usePreset(const QString& name);

    /// One that trains the narrow network on the phantoms in `folder` in a minute or two.
    [[nodiscard]] static Recipe forPhantoms(const QString& folder);

    /// What is wrong with it, a sentence a field; empty where a run can start. Looks whether files are there.
    [[nodiscard]] std::map<RecipeField, QString> problems() const;
    /// The run that it describes; only for a recipe without problems. `output` is the run folder.
    [[nodiscard]] training::TrainingConfig config(const std::filesystem::path& output) const;
};

} // namespace pleurascope::ui::train
