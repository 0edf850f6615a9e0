// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/Recipe.h"

#include <QWidget>

#include <map>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace pleurascope::ui::widgets {
class PanelSection;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

class MethodForm;
class PathField;

/// The recipe of a run as a form: films, network, training. Says at each field what is wrong with it.
class RecipeForm : public QWidget {
    Q_OBJECT
public:
    explicit RecipeForm(QWidget* parent = nullptr);

    [[nodiscard]] Recipe recipe() const;
    void setRecipe(const Recipe& recipe);
    void showProblems(const std::map<RecipeField, QString>& problems);
    /// While a run goes on its recipe can be read, not changed.
    void setLocked(bool locked);

Q_SIGNALS:
    void edited();

private:
    void makePreset(QVBoxLayout& column);
    void makeFilms(QVBoxLayout& column);
    void makeNetwork(QVBoxLayout& column);
    void makeTraining(QVBoxLayout& column);
    void addRow(widgets::PanelSection& section, const QString& name, QWidget* field, const QString& tip);
    void addChecked(widgets::PanelSection& section, RecipeField which, const QString& name, QWidget* field,
                    const QString& tip);
    QLineEdit* makeLine();
    QSpinBox* makeNumber(int low, int high, const QString& suffix = {});
    QComboBox* makeChoice(const QStringList& choices);
    void findLabels();
    void usePreset(int index);

    struct Checked {
        QWidget* field = nullptr;
        widgets::TextLabel* problem = nullptr;
    };

    std::map<RecipeField, Checked> m_checked;
    QComboBox* m_preset;
    widgets::TextLabel* m_presetRemark;
    PathField* m_data;
    PathField* m_labels;
    QComboBox* m_split;
    QSpinBox* m_validation;
    QSpinBox* m_seed;
    QLineEdit* m_positive;
    QComboBox* m_network;
    PathField* m_weights;
    QComboBox* m_cut;
    QLineEdit* m_head;
    QLineEdit* m_dropout;
    QSpinBox* m_inputSize;
    QComboBox* m_scaling;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QLineEdit* m_learningRate;
    MethodForm* m_method;
    training::TrainingConfig m_base; ///< Recipe::base
    QString m_foundLabels;           ///< what findLabels() put in, so that it may take it out again
};

} // namespace pleurascope::ui::train
