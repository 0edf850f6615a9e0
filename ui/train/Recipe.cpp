// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/Recipe.h"

#include "engine/training/Preset.h"

#include <QFileInfo>
#include <QLocale>
#include <QStringList>

#include <cassert>
#include <optional>

namespace pleurascope::ui::train {

namespace {

std::filesystem::path pathOf(const QString& text) {
    return text.isEmpty() ? std::filesystem::path() : std::filesystem::path(text.toStdString());
}

/// "512, 128"; none if a part is no number. Accepts the locale's decimal sign where no list could be meant:
/// numbers are separated by commas, so decimals have points.
template <class T>
std::optional<std::vector<T>> numbersOf(const QString& text) {
    std::vector<T> numbers;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double value = QLocale::c().toDouble(part.trimmed(), &isNumber);
        if (!isNumber || double(T(value)) != value)
            return std::nullopt;
        numbers.push_back(T(value));
    }
    return numbers;
}

template <class T>
QString listText(const std::vector<T>& values) {
    QStringList parts;
    for (const T value : values)
        parts << textOf(double(value));
    return parts.join(QStringLiteral(", "));
}

/// Trains whole on a few hundred phantoms in a minute of two cores.
weights::BackboneDescription narrowBackbone() {
    weights::BackboneDescription backbone;
    backbone.stemFilters = 16;
    backbone.blocks = {1, 1, 1, 1};
    backbone.filters = {8, 16, 32, 64};
    return backbone;
}

} // namespace

Recipe Recipe::forPhantoms(const QString& folder) {
    Recipe recipe;
    recipe.data = folder;
    recipe.labels = folder + QStringLiteral("/labels.csv");
    recipe.network = NetworkChoice::narrow;
    recipe.cut = QStringLiteral("post_relu");
    recipe.head = QStringLiteral("32");
    recipe.dropout = QStringLiteral("0.2");
    recipe.learningRate = QStringLiteral("0.001");
    recipe.inputSize = 96;
    recipe.epochs = 12;
    recipe.batch = 16;
    recipe.method = Method::of({});
    return recipe;
}

void Recipe::usePreset(const QString& name) {
    base = {};
    preset = name;
    if (name.isEmpty())
        return;
    const auto applied = training::applyPreset(name.toStdString(), base);
    assert(applied);
    cut = base.deepestCut ? deepestCut() : QString::fromStdString(base.backbone.cut);
    head = listText(base.head.hidden);
    dropout = listText(base.head.dropout);
    epochs = base.epochs;
    batch = base.batch;
    learningRate = textOf(base.learningRate);
    split = base.kerasSplit                               ? SplitChoice::keras
            : base.split.unit == data::SplitUnit::patient ? SplitChoice::patient
                                                          : SplitChoice::image;
    validationPercent = int(base.split.validation * 100 + 0.5);
    seed = base.split.seed;
    inputSize = base.inputSize;
    scaling = base.scaling;
    method = Method::of(base);
}

std::map<RecipeField, QString> Recipe::problems() const {
    std::map<RecipeField, QString> found;
    if (data.isEmpty())
        found[RecipeField::data] = tr("Choose a folder of films.");
    else if (!QFileInfo(data).isDir())
        found[RecipeField::data] = tr("There is no such folder.");
    if (!labels.isEmpty() && !QFileInfo(labels).isFile())
        found[RecipeField::labels] = tr("There is no such file.");
    if (!weights.isEmpty() && !QFileInfo(weights).isFile())
        found[RecipeField::weights] = tr("There is no such file.");
    if (cut.trimmed().isEmpty())
        found[RecipeField::cut] = tr("Name a layer.");
    const auto widths = numbersOf<int>(head);
    bool widthsAreFine = widths.has_value() && widths->size() <= 8;
    for (const int width : widths.value_or(std::vector<int>()))
        widthsAreFine = widthsAreFine && width >= 1 && width <= 8192;
    if (!widthsAreFine)
        found[RecipeField::head] = tr("Widths such as 512, 128, each 1 to 8192.");
    const auto shares = numbersOf<double>(dropout);
    bool sharesAreFine = shares.has_value();
    for (const double share : shares.value_or(std::vector<double>()))
        sharesAreFine = sharesAreFine && share >= 0 && share < 1;
    if (!sharesAreFine)
        found[RecipeField::dropout] = tr("Shares such as 0.5, 0.3, each from 0 to below 1.");
    else if (widths && shares->size() != widths->size())
        found[RecipeField::dropout] = tr("One share for each width of the head.");
    const auto rate = numberOf(learningRate);
    if (!rate || !(*rate > 0) || *rate > 1)
        found[RecipeField::learningRate] = tr("A number above 0, at most 1.");
    if (const QString problem = method.problem(); !problem.isEmpty())
        found[RecipeField::method] = problem;
    return found;
}

training::TrainingConfig Recipe::config(const std::filesystem::path& output) const {
    training::TrainingConfig config = base;
    config.data = pathOf(data);
    config.labels = pathOf(labels);
    config.weights = pathOf(weights);
    method.apply(config);
    if (network == NetworkChoice::narrow) {
        config.backbone = narrowBackbone();
        config.trainBackbone = weights.isEmpty();
        if (config.trainBackbone)
            config.fineTuning.stage.clear(); // all of it is trained
    }
    config.deepestCut = cut.trimmed() == deepestCut();
    config.backbone.cut = config.deepestCut ? "post_relu" : cut.trimmed().toStdString();
    config.head.hidden = numbersOf<int>(head).value_or(std::vector<int>());
    config.head.dropout = numbersOf<double>(dropout).value_or(std::vector<double>());
    config.epochs = epochs;
    config.batch = batch;
    config.learningRate = numberOf(learningRate).value_or(0.001);
    config.kerasSplit = split == SplitChoice::keras;
    config.splitLast = config.splitLast && config.kerasSplit;
    config.split.unit = split == SplitChoice::patient ? data::SplitUnit::patient : data::SplitUnit::image;
    config.split.validation = validationPercent / 100.0;
    config.split.seed = seed;
    config.inputSize = inputSize;
    config.scaling = scaling;
    config.positive = positive.trimmed().toStdString();
    config.output = output;
    return config;
}

} // namespace pleurascope::ui::train
