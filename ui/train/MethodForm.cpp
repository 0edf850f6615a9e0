// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/MethodForm.h"

#include "ui/train/FormRow.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

MethodForm::MethodForm(QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QToolButton)
    , m_summary(new TextLabel(TextSize::label, Token::text2))
    , m_body(new QWidget)
    , m_rows(new QVBoxLayout(m_body)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_toggle->setText(tr("More"));
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setAutoRaise(true);
    m_toggle->setArrowType(Qt::RightArrow);
    m_toggle->setToolTip(tr("Fine-tuning, optimizer, copies of films"));
    m_summary->setWordWrap(true);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(px(4));
    column->addWidget(m_toggle, 0, Qt::AlignLeft);
    column->addWidget(m_summary);
    column->addWidget(m_body);
    makeLearning();
    makeFilms();
    connect(m_toggle, &QToolButton::toggled, this, &MethodForm::setOpen);
    connect(this, &MethodForm::edited, this, &MethodForm::sumUp);
    setMethod(Method::of({}));
    setOpen(false);
}

void MethodForm::makeLearning() {
    m_fineTune = makeChoice({tr("head alone"), QStringLiteral("conv5"), QStringLiteral("conv4"),
                             QStringLiteral("conv3"), QStringLiteral("conv2"), QStringLiteral("conv1")});
    m_fineTuneRate = new QLineEdit;
    connect(m_fineTuneRate, &QLineEdit::textEdited, this, &MethodForm::edited);
    m_optimizer = makeChoice({tr("Adam"), tr("AdamW")});
    m_weightDecay = new QDoubleSpinBox;
    m_weightDecay->setRange(0, 1);
    m_weightDecay->setDecimals(4);
    m_weightDecay->setSingleStep(0.01);
    m_schedule = makeChoice({tr("constant"), tr("cosine"), tr("step")});
    m_warmUp = new QSpinBox;
    m_warmUp->setRange(0, 100);
    m_smoothing = new QSpinBox;
    m_smoothing->setRange(0, 50);
    m_smoothing->setSuffix(tr(" %"));
    m_balance = makeChoice({tr("as they are"), tr("weighted"), tr("oversampled")});
    m_kept = makeChoice({tr("best epoch"), tr("last epoch")});
    m_earlyStopping = new QSpinBox;
    m_earlyStopping->setRange(0, 1000);
    m_earlyStopping->setSpecialValueText(tr("never"));
    m_problem = new TextLabel(TextSize::caption, Token::error);
    m_problem->setWordWrap(true);
    m_problem->hide();
    addRow(tr("Train from"), m_fineTune,
           tr("Stage from which on the backbone is trained too. What lies below is passed once and kept."));
    addRow(tr("Its rate"), m_fineTuneRate,
           tr("Learning rate of the backbone, usually far below the head's."));
    m_rows->addWidget(m_problem);
    addRow(tr("Optimizer"), m_optimizer, tr("AdamW is Adam with weight decay of its own."));
    addRow(tr("Weight decay"), m_weightDecay, tr("Used by AdamW."));
    addRow(tr("Schedule"), m_schedule,
           tr("How learning rates fall. Step: a tenth after half of the epochs, a hundredth after three "
              "quarters."));
    addRow(tr("Warm-up"), m_warmUp, tr("Epochs in which learning rates grow from zero."));
    addRow(tr("Smoothing"), m_smoothing, tr("Share of each label that is spread over all classes."));
    addRow(tr("Classes"), m_balance, tr("How classes of different size are evened out."));
    addRow(tr("Keep"), m_kept,
           tr("Epoch whose weights the model has. The best is the one of the highest validation AUC."));
    addRow(tr("Stop early"), m_earlyStopping,
           tr("After so many epochs without a better validation AUC. 0: never."));
}

void MethodForm::makeFilms() {
    m_copies = makeChoice({tr("none"), tr("as the notebook"), tr("standard")});
    m_copiesMade = makeChoice({tr("fixed"), tr("fresh each epoch"), tr("one drawn each epoch")});
    m_mirror = makeChoice({tr("no"), tr("both"), tr("drawn")});
    m_average = makeChoice({tr("film alone"), tr("film and mirror")});
    addRow(tr("Copies"), m_copies,
           tr("Training films are copied with small rotations. Validation films never are."));
    addRow(
        tr("Made"), m_copiesMade,
        tr("Fixed: once, before training. Fresh: each epoch shows new copies. Drawn: of each film an epoch "
           "shows itself or one of its fixed copies."));
    addRow(tr("Mirror"), m_mirror,
           tr("Training films are shown in a mirror as well, which swaps left and right. Drawn: one of the "
              "two each epoch."));
    addRow(
        tr("Opinion on"), m_average,
        tr("The model may average over a film and its mirror image; an opinion then takes twice as long."));
    for (auto* number : {m_warmUp, m_smoothing, m_earlyStopping})
        connect(number, &QSpinBox::valueChanged, this, &MethodForm::edited);
    connect(m_weightDecay, &QDoubleSpinBox::valueChanged, this, &MethodForm::edited);
}

void MethodForm::addRow(const QString& name, QWidget* field, const QString& tip) {
    m_rows->addLayout(makeFormRow(name, field, tip));
}

QComboBox* MethodForm::makeChoice(const QStringList& choices) {
    auto* combo = new QComboBox;
    combo->addItems(choices);
    combo->setFocusPolicy(Qt::StrongFocus);
    connect(combo, &QComboBox::currentIndexChanged, this, &MethodForm::edited);
    return combo;
}

Method MethodForm::method() const {
    Method method;
    method.fineTune = m_fineTune->currentIndex() == 0 ? QString() : m_fineTune->currentText();
    method.fineTuneRate = m_fineTuneRate->text();
    method.optimizer = training::OptimizerKind(m_optimizer->currentIndex());
    method.weightDecay = m_weightDecay->value();
    method.schedule = training::ScheduleKind(m_schedule->currentIndex());
    method.warmUp = m_warmUp->value();
    method.smoothingPercent = m_smoothing->value();
    method.balance = BalanceChoice(m_balance->currentIndex());
    method.keptEpoch = training::KeptEpoch(m_kept->currentIndex());
    method.earlyStopping = m_earlyStopping->value();
    method.copies = CopyChoice(m_copies->currentIndex());
    method.copiesMade = data::AugmentationMode(m_copiesMade->currentIndex());
    method.mirror = training::Mirror(m_mirror->currentIndex());
    method.flipAverage = m_average->currentIndex() == 1;
    return method;
}

void MethodForm::setMethod(const Method& method) {
    const int stage = method.fineTune.isEmpty() ? 0 : m_fineTune->findText(method.fineTune);
    if (stage < 0)
        m_fineTune->addItem(method.fineTune);
    m_fineTune->setCurrentIndex(stage < 0 ? m_fineTune->count() - 1 : stage);
    m_fineTuneRate->setText(method.fineTuneRate);
    m_optimizer->setCurrentIndex(int(method.optimizer));
    m_weightDecay->setValue(method.weightDecay);
    m_schedule->setCurrentIndex(int(method.schedule));
    m_warmUp->setValue(method.warmUp);
    m_smoothing->setValue(method.smoothingPercent);
    m_balance->setCurrentIndex(int(method.balance));
    m_kept->setCurrentIndex(int(method.keptEpoch));
    m_earlyStopping->setValue(method.earlyStopping);
    m_copies->setCurrentIndex(int(method.copies));
    m_copiesMade->setCurrentIndex(int(method.copiesMade));
    m_mirror->setCurrentIndex(int(method.mirror));
    m_average->setCurrentIndex(method.flipAverage ? 1 : 0);
    sumUp();
}

void MethodForm::showProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        setOpen(true);
}

bool MethodForm::isOpen() const {
    return m_toggle->isChecked();
}

void MethodForm::setOpen(bool open) {
    m_toggle->setChecked(open);
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
    m_summary->setVisible(!open);
}

/// What is behind 'More', in a line.
void MethodForm::sumUp() {
    const Method now = method();
    m_earlyStopping->setEnabled(now.keptEpoch == training::KeptEpoch::best);
    QStringList parts{now.fineTune.isEmpty() ? tr("Head alone") : tr("From %1 on").arg(now.fineTune),
                      m_optimizer->currentText(), m_schedule->currentText()};
    if (now.copies != CopyChoice::none)
        parts << tr("copies");
    if (now.mirror != training::Mirror::none)
        parts << tr("mirrored");
    m_summary->setText(parts.join(QStringLiteral(", ")));
}

} // namespace pleurascope::ui::train
