// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KerasSheet.h"

#include "engine/weights/KnownBackbone.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace pleurascope::ui::shell {

using weights::Scaling;
using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

KerasSheet::KerasSheet(const QString& file, const weights::KerasImport& import, QWidget* parent)
    : QDialog(parent)
    , m_outputs(static_cast<int>(import.model.description.classes.size()))
    , m_scaling(new QComboBox)
    , m_size(new QSpinBox)
    , m_classes(new QLineEdit)
    , m_positive(new QComboBox)
    , m_problem(new TextLabel(TextSize::label, Token::amber))
    , m_import(new ActionButton(tr("Import"), ButtonKind::primary)) {
    setWindowTitle(tr("Import a Keras model"));
    const auto& description = import.model.description;
    fill(description);
    build(
        tr("%1 holds a %2 with %n outputs. It does not say all that a score depends on. Answer as the model "
           "was trained: a wrong answer gives wrong scores.",
           nullptr, m_outputs)
            .arg(QFileInfo(file).fileName(),
                 QString::fromStdString(weights::backboneName(description.backbone))));
    connect(m_classes, &QLineEdit::textChanged, this, &KerasSheet::review);
    connect(m_import, &QPushButton::clicked, this, &QDialog::accept);
    review();
    m_positive->setCurrentIndex(description.positiveClass);
}

void KerasSheet::fill(const weights::ModelDescription& description) {
    m_scaling->addItem(tr("-1 to 1 (x / 127.5 - 1)"), int(Scaling::tf));
    m_scaling->addItem(tr("0 to 1 (x / 255)"), int(Scaling::unit));
    m_scaling->addItem(tr("0 to 255, unchanged"), int(Scaling::none));
    m_scaling->addItem(tr("ImageNet's mean and deviation"), int(Scaling::torch));
    m_scaling->setCurrentIndex(m_scaling->findData(int(description.scaling)));
    if (description.scalingSource == "file") {
        m_scaling->setEnabled(false);
        m_scaling->setToolTip(tr("The file says so itself."));
    }
    m_size->setRange(32, 4096);
    m_size->setValue(description.inputSize);
    m_size->setSuffix(tr(" pixels"));
    QStringList names;
    for (const auto& name : description.classes)
        names << QString::fromStdString(name);
    m_classes->setText(names.join(QStringLiteral(", ")));
}

void KerasSheet::build(const QString& introduction) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(24), px(16), px(24), px(16));
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(12));
    grid->setColumnStretch(1, 1);
    auto* words = new TextLabel(introduction);
    words->setWordWrap(true);
    words->setMinimumWidth(px(440));
    grid->addWidget(words, 0, 0, 1, 2);
    const auto row = [&](const QString& name, QWidget* field, const QString& tip) {
        const int at = grid->rowCount();
        grid->addWidget(new TextLabel(name, TextSize::body, Token::text2), at, 0);
        field->setAccessibleName(name);
        if (field->toolTip().isEmpty())
            field->setToolTip(tip);
        grid->addWidget(field, at, 1);
    };
    row(tr("Grey levels"), m_scaling, tr("How the values of a film were scaled in training."));
    row(tr("Input size"), m_size, tr("Films are resized to a square of this side."));
    row(tr("Outputs"), m_classes,
        tr("Names in the order of the outputs, with commas between. Keras orders folders by the alphabet."));
    row(tr("Score speaks for"), m_positive, tr("The class that the score and the threshold are about."));
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().height());
    grid->addWidget(m_problem, grid->rowCount(), 0, 1, 2);
    auto* cancel = new ActionButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_import->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_import);
    grid->addLayout(buttons, grid->rowCount(), 0, 1, 2);
}

QStringList KerasSheet::classNames() const {
    QStringList names;
    for (const QString& name : m_classes->text().split(QLatin1Char(',')))
        names << name.trimmed();
    return names;
}

void KerasSheet::review() {
    QStringList names = classNames();
    const int before = m_positive->currentIndex();
    const bool keepsCount = m_positive->count() == names.size();
    m_positive->clear();
    m_positive->addItems(names);
    const int effusion = static_cast<int>(names.indexOf(QStringLiteral("effusion")));
    const int kept = keepsCount ? before : static_cast<int>(names.size()) - 1;
    m_positive->setCurrentIndex(effusion >= 0 ? effusion : kept);
    QString problem;
    if (names.size() != m_outputs)
        problem = tr("The network has %n outputs; name each of them.", nullptr, m_outputs);
    else if (names.contains(QString()))
        problem = tr("An output has no name.");
    else if (names.removeDuplicates() > 0)
        problem = tr("Two outputs have the same name.");
    m_problem->setText(problem);
    m_import->setEnabled(problem.isEmpty());
}

weights::KerasImportOptions KerasSheet::options() const {
    weights::KerasImportOptions options;
    options.scaling = Scaling(m_scaling->currentData().toInt());
    options.inputSize = m_size->value();
    for (const QString& name : classNames())
        options.classes.push_back(name.toStdString());
    options.positive = m_positive->currentText().toStdString();
    return options;
}

} // namespace pleurascope::ui::shell
