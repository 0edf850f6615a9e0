// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RecipeForm.h"

#include "ui/train/FormRow.h"
#include "ui/train/MethodForm.h"
#include "ui/train/PathField.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace pleurascope::ui::train {

using widgets::PanelSection;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

/// The style sheet looks at properties only when it is asked to.
void restyle(QWidget* field) {
    field->style()->unpolish(field);
    field->style()->polish(field);
}

void markWrong(QWidget* field, bool wrong) {
    if (field->property("wrong").toBool() == wrong)
        return;
    field->setProperty("wrong", wrong);
    restyle(field);
}

} // namespace

RecipeForm::RecipeForm(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    makePreset(*column);
    makeFilms(*column);
    makeNetwork(*column);
    makeTraining(*column);
    column->addStretch(1);
    Recipe initial;
    initial.usePreset(QStringLiteral("default"));
    setRecipe(initial);
}

void RecipeForm::makePreset(QVBoxLayout& column) {
    auto* section = new PanelSection(tr("Recipe"));
    m_preset = new QComboBox;
    m_preset->addItem(tr("own values"), QString());
    m_preset->addItem(tr("best known"), QStringLiteral("default"));
    m_preset->addItem(tr("notebook, split first"), QStringLiteral("notebook-clean"));
    m_preset->addItem(tr("notebook as published"), QStringLiteral("notebook"));
    m_preset->setFocusPolicy(Qt::StrongFocus);
    m_presetRemark = new TextLabel(TextSize::label, Token::text2);
    m_presetRemark->setWordWrap(true);
    addRow(*section, tr("Preset"), m_preset, tr("Fills the fields below, which may then be changed."));
    section->body()->addWidget(m_presetRemark);
    column.addWidget(section);
    connect(m_preset, &QComboBox::activated, this, &RecipeForm::usePreset);
}

void RecipeForm::usePreset(int index) {
    Recipe changed = recipe();
    changed.usePreset(m_preset->itemData(index).toString());
    setRecipe(changed);
    Q_EMIT edited();
}

void RecipeForm::makeFilms(QVBoxLayout& column) {
    auto* section = new PanelSection(tr("Films"));
    m_data = new PathField(PathField::Kind::folder, tr("Choose a folder of films"));
    m_labels = new PathField(PathField::Kind::file, tr("Choose a table of labels"), tr("Tables (*.csv)"));
    m_labels->setPlaceholderText(tr("one folder a class"));
    m_split = makeChoice({tr("Patient"), tr("Image"), tr("Image, as Keras")});
    m_validation = makeNumber(5, 50, tr(" %"));
    m_seed = makeNumber(0, std::numeric_limits<int>::max());
    m_positive = makeLine();
    m_positive->setPlaceholderText(tr("effusion, or the last"));
    addChecked(*section, RecipeField::data, tr("Data set"), m_data,
               tr("Folder with the films. A labels.csv in it is found by itself."));
    addChecked(*section, RecipeField::labels, tr("Labels"), m_labels,
               tr("Table with the columns path and label, and patient_id where it is known. Empty: each "
                  "sub-folder is a class."));
    addRow(*section, tr("Split by"), m_split,
           tr("Patient: nobody has films on both sides. Image: films are dealt singly, and validation may "
              "leak."));
    addRow(*section, tr("Validation"), m_validation,
           tr("Share of the films that is held back to check the model."));
    addRow(*section, tr("Seed"), m_seed, tr("The same seed gives the same split and the same run."));
    addRow(*section, tr("Positive class"), m_positive,
           tr("The class that a score speaks for. Empty: effusion, else the last by name."));
    column.addWidget(section);
    connect(m_data, &PathField::pathChosen, this, &RecipeForm::findLabels);
}

void RecipeForm::makeNetwork(QVBoxLayout& column) {
    auto* section = new PanelSection(tr("Network"));
    m_network = makeChoice({tr("ResNet50V2"), tr("Narrow, for phantoms")});
    m_weights = new PathField(PathField::Kind::file, tr("Choose backbone weights"),
                              tr("Keras weights (*.h5 *.hdf5)"));
    m_weights->setPlaceholderText(tr("random"));
    m_cut = makeChoice({Recipe::deepestCut(), QStringLiteral("conv4_block6_preact_relu"),
                        QStringLiteral("conv4_block6_out"), QStringLiteral("conv5_block1_preact_relu"),
                        QStringLiteral("conv5_block2_preact_relu"),
                        QStringLiteral("conv5_block3_preact_relu"), QStringLiteral("post_relu")});
    m_cut->setEditable(true);
    m_head = makeLine();
    m_head->setPlaceholderText(tr("none"));
    m_dropout = makeLine();
    m_dropout->setPlaceholderText(tr("none"));
    m_inputSize = makeNumber(32, 1024, tr(" px"));
    m_scaling = makeChoice({tr("-1 to 1 (tf)"), tr("0 to 1 (unit)"), tr("0 to 255 (none)")});
    addRow(*section, tr("Backbone"), m_network,
           tr("ResNet50V2 for films, with weights from a file. The narrow one is trained whole."));
    addChecked(*section, RecipeField::weights, tr("Weights"), m_weights,
               tr("Keras .h5 file of the backbone. Empty: random."));
    addChecked(
        *section, RecipeField::cut, tr("Cut at"), m_cut,
        tr("Layer whose output the head is trained on. 'deepest': the last one that the weights reach."));
    addChecked(*section, RecipeField::head, tr("Head"), m_head,
               tr("Widths of the hidden layers, separated by commas."));
    addChecked(*section, RecipeField::dropout, tr("Dropout"), m_dropout,
               tr("One share for each hidden layer, with decimal points, separated by commas."));
    addRow(*section, tr("Input"), m_inputSize, tr("Side of the square that a film is scaled to."));
    addRow(*section, tr("Scaling"), m_scaling,
           tr("Range of the grey values that the network is given. Weights of keras.applications want tf."));
    m_cut->view()->setMinimumWidth(px(240)); // layers have long names
    column.addWidget(section);
}

void RecipeForm::makeTraining(QVBoxLayout& column) {
    auto* section = new PanelSection(tr("Training"));
    section->setRuleVisible(false);
    m_epochs = makeNumber(1, 1000);
    m_batch = makeNumber(1, 512);
    m_learningRate = makeLine();
    addRow(*section, tr("Epochs"), m_epochs, tr("How often every film is seen. The best epoch is kept."));
    addRow(*section, tr("Batch"), m_batch, tr("Films in one step."));
    addChecked(*section, RecipeField::learningRate, tr("Learning rate"), m_learningRate,
               tr("The head's step, usually 0.001 or less."));
    m_method = new MethodForm;
    section->body()->addWidget(m_method);
    connect(m_method, &MethodForm::edited, this, &RecipeForm::edited);
    column.addWidget(section);
}

void RecipeForm::addRow(PanelSection& section, const QString& name, QWidget* field, const QString& tip) {
    section.body()->setSpacing(px(4));
    section.body()->addLayout(makeFormRow(name, field, tip));
}

void RecipeForm::addChecked(PanelSection& section, RecipeField which, const QString& name, QWidget* field,
                            const QString& tip) {
    addRow(section, name, field, tip);
    auto* problem = new TextLabel(TextSize::caption, Token::error);
    problem->setWordWrap(true);
    problem->setAlignment(Qt::AlignRight);
    problem->hide();
    section.body()->addWidget(problem);
    m_checked[which] = {field, problem};
}

QLineEdit* RecipeForm::makeLine() {
    auto* line = new QLineEdit;
    connect(line, &QLineEdit::editingFinished, this, &RecipeForm::edited);
    return line;
}

QSpinBox* RecipeForm::makeNumber(int low, int high, const QString& suffix) {
    auto* number = new QSpinBox;
    number->setRange(low, high);
    number->setSuffix(suffix);
    number->setGroupSeparatorShown(false);
    number->setFocusPolicy(
        Qt::StrongFocus); // the wheel scrolls the form, it does not change numbers in passing
    connect(number, &QSpinBox::editingFinished, this, &RecipeForm::edited);
    return number;
}

QComboBox* RecipeForm::makeChoice(const QStringList& choices) {
    auto* combo = new QComboBox;
    combo->addItems(choices);
    combo->setFocusPolicy(Qt::StrongFocus);
    connect(combo, &QComboBox::currentTextChanged, this, &RecipeForm::edited);
    return combo;
}

void RecipeForm::findLabels() {
    if (m_labels->text().isEmpty() || m_labels->text() == m_foundLabels) {
        const QString candidate = QDir(m_data->text()).filePath(QStringLiteral("labels.csv"));
        const bool there = !m_data->text().isEmpty() && QFileInfo(candidate).isFile();
        m_foundLabels = there ? candidate : QString();
        m_labels->setText(m_foundLabels);
    }
    Q_EMIT edited();
}

Recipe RecipeForm::recipe() const {
    Recipe recipe;
    recipe.data = m_data->text().trimmed();
    recipe.labels = m_labels->text().trimmed();
    recipe.preset = m_preset->currentData().toString();
    recipe.base = m_base;
    recipe.method = m_method->method();
    recipe.split = SplitChoice(m_split->currentIndex());
    recipe.validationPercent = m_validation->value();
    recipe.seed = quint32(m_seed->value());
    recipe.positive = m_positive->text();
    recipe.network = m_network->currentIndex() == 0 ? NetworkChoice::resnet50v2 : NetworkChoice::narrow;
    recipe.weights = m_weights->text().trimmed();
    recipe.cut = m_cut->currentText();
    recipe.head = m_head->text();
    recipe.dropout = m_dropout->text();
    recipe.inputSize = m_inputSize->value();
    recipe.scaling = weights::Scaling(m_scaling->currentIndex());
    recipe.epochs = m_epochs->value();
    recipe.batch = m_batch->value();
    recipe.learningRate = m_learningRate->text();
    return recipe;
}

void RecipeForm::setRecipe(const Recipe& recipe) {
    m_data->setText(recipe.data);
    m_labels->setText(recipe.labels);
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(recipe.preset)));
    m_presetRemark->setText(tr("Copies of training films are validated on: every validation figure says too "
                               "much."));
    m_presetRemark->setVisible(recipe.base.splitLast);
    m_base = recipe.base;
    m_method->setMethod(recipe.method);
    m_split->setCurrentIndex(int(recipe.split));
    m_validation->setValue(recipe.validationPercent);
    m_seed->setValue(int(recipe.seed));
    m_positive->setText(recipe.positive);
    m_network->setCurrentIndex(recipe.network == NetworkChoice::resnet50v2 ? 0 : 1);
    m_weights->setText(recipe.weights);
    m_cut->setCurrentText(recipe.cut);
    m_cut->lineEdit()->setCursorPosition(0);
    m_head->setText(recipe.head);
    m_dropout->setText(recipe.dropout);
    m_inputSize->setValue(recipe.inputSize);
    m_scaling->setCurrentIndex(int(recipe.scaling));
    m_epochs->setValue(recipe.epochs);
    m_batch->setValue(recipe.batch);
    m_learningRate->setText(recipe.learningRate);
}

void RecipeForm::showProblems(const std::map<RecipeField, QString>& problems) {
    for (auto& [which, checked] : m_checked) {
        const auto found = problems.find(which);
        const bool wrong = found != problems.end();
        checked.problem->setText(wrong ? found->second : QString());
        checked.problem->setVisible(wrong);
        markWrong(checked.field, wrong);
    }
    const auto ofMethod = problems.find(RecipeField::method);
    m_method->showProblem(ofMethod != problems.end() ? ofMethod->second : QString());
}

void RecipeForm::setLocked(bool locked) {
    if (m_head->isReadOnly() == locked)
        return;
    for (QComboBox* combo : findChildren<QComboBox*>())
        combo->setEnabled(!locked);
    for (QAbstractSpinBox* number : findChildren<QAbstractSpinBox*>())
        number->setEnabled(!locked);
    for (QLineEdit* line : findChildren<QLineEdit*>()) {
        line->setReadOnly(locked && line->isEnabled());
        restyle(line);
    }
}

} // namespace pleurascope::ui::train
