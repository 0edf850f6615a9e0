// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/hanging/HangingDialog.h"

#include "engine/core/Files.h"
#include "ui/review/hanging/RuleForm.h"
#include "ui/review/hanging/RuleList.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

HangingDialog::HangingDialog(std::filesystem::path file, QWidget* parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_choice(new widgets::SegmentedControl({tr("Form"), tr("Text")}))
    , m_pages(new QStackedWidget)
    , m_list(new RuleList)
    , m_form(new RuleForm)
    , m_text(new QPlainTextEdit)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Hanging rules"));
    resize(px(860), px(640));
    auto* explanation = new TextLabel(
        tr("The rules are tried in their order; the first one whose needed films are there is taken."),
        TextSize::label, Token::text2);
    explanation->setWordWrap(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Hanging rules as text"));
    m_state->setWordWrap(true);
    m_pages->addWidget(makeForm());
    m_pages->addWidget(m_text);
    auto* head = new QHBoxLayout;
    head->addWidget(explanation, 1);
    head->addWidget(m_choice);
    auto* buttons = new QHBoxLayout;
    addButtons(*buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
    connect(m_choice, &widgets::SegmentedControl::chosen, this, &HangingDialog::showPage);
    connect(m_text, &QPlainTextEdit::textChanged, this, &HangingDialog::check);
    fill();
}

QWidget* HangingDialog::makeForm() {
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    m_list->setFixedWidth(px(232));
    row->addWidget(m_list);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    row->addWidget(scroll, 1);
    connect(m_list, &RuleList::chosenChanged, this, [this](int rule) {
        m_form->setVisible(rule >= 0);
        if (rule >= 0)
            m_form->showRule(m_list->rules()[std::size_t(rule)]);
    });
    connect(m_form, &RuleForm::ruleChanged, this, [this](const reading::HangingRule& rule) {
        m_list->changeChosen(rule);
        showText();
    });
    connect(m_list, &RuleList::rulesChanged, this, &HangingDialog::showText);
    return page;
}

void HangingDialog::addButtons(QHBoxLayout& row) {
    auto* standard = new ActionButton(tr("As they come"));
    connect(standard, &QPushButton::clicked, this, [this] {
        m_list->setRules(reading::standardHangingRules());
        showText();
    });
    auto* close = new ActionButton(tr("Cancel"));
    auto* keep = new ActionButton(tr("Save"), widgets::ButtonKind::primary);
    m_save = keep;
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &HangingDialog::save);
    row.addWidget(standard);
    row.addStretch(1);
    row.addWidget(close);
    row.addWidget(keep);
}

/// The file as it is, even where it is damaged: it is what has to be mended, and only as text it can be.
void HangingDialog::fill() {
    const auto text = core::readText(m_file);
    m_text->setPlainText(
        QString::fromStdString(text ? *text : reading::hangingRulesToJson(reading::standardHangingRules())));
    check();
    const auto rules = reading::hangingRulesFromJson(m_text->toPlainText().toStdString());
    if (rules)
        m_list->setRules(*rules);
    m_choice->setCurrent(rules ? formPage : textPage);
    m_pages->setCurrentIndex(rules ? formPage : textPage);
}

void HangingDialog::showPage(int page) {
    if (page == formPage) {
        auto rules = reading::hangingRulesFromJson(m_text->toPlainText().toStdString());
        if (!rules) { // the sentence below says why
            m_choice->setCurrent(textPage);
            return;
        }
        if (*rules != m_list->rules())
            m_list->setRules(std::move(*rules));
    }
    m_pages->setCurrentIndex(page);
}

void HangingDialog::showText() {
    m_text->setPlainText(QString::fromStdString(reading::hangingRulesToJson(m_list->rules())));
}

void HangingDialog::check() {
    const auto rules = reading::hangingRulesFromJson(m_text->toPlainText().toStdString());
    m_save->setEnabled(rules.has_value());
    m_state->setText(rules ? tr("%n rule(s)", nullptr, int(rules->size()))
                           : tr("Not yet sound: %1").arg(QString::fromStdString(rules.error().detail)));
}

void HangingDialog::save() {
    const std::string text = m_text->toPlainText().toStdString();
    const auto rules = reading::hangingRulesFromJson(text);
    if (!rules)
        return;
    if (const auto written = core::writeFileAtomically(m_file, text); !written) {
        m_state->setText(widgets::errorText(written.error()));
        return;
    }
    Q_EMIT rulesSaved(*rules);
    accept();
}

} // namespace pleurascope::ui::review
