// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/HangingDialog.h"

#include "engine/core/Files.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

HangingDialog::HangingDialog(std::filesystem::path file, QWidget* parent)
    : QDialog(parent)
    , m_file(std::move(file))
    , m_text(new QPlainTextEdit)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Hanging rules"));
    resize(px(720), px(560));
    layOut();
    fill();
    connect(m_text, &QPlainTextEdit::textChanged, this, &HangingDialog::check);
    check();
}

void HangingDialog::layOut() {
    auto* explanation = new TextLabel(tr("The first rule that can be filled is taken. A cell names a study, "
                                         "\"current\" or \"prior\", and which films "
                                         "may hang there: modality, view, body_part, laterality. With "
                                         "\"needed\": false it may stay empty."),
                                      TextSize::label, Token::text2);
    explanation->setWordWrap(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Hanging rules"));
    m_state->setWordWrap(true);
    auto* standard = new ActionButton(tr("As they come"));
    connect(standard, &QPushButton::clicked, this, [this] {
        m_text->setPlainText(
            QString::fromStdString(reading::hangingRulesToJson(reading::standardHangingRules())));
    });
    auto* close = new ActionButton(tr("Cancel"));
    auto* keep = new ActionButton(tr("Save"), widgets::ButtonKind::primary);
    m_save = keep;
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &HangingDialog::save);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(standard);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(keep);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(explanation);
    column->addWidget(m_text, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
}

/// The file as it is, even where it is damaged: it is what has to be mended.
void HangingDialog::fill() {
    const auto text = core::readText(m_file);
    m_text->setPlainText(
        QString::fromStdString(text ? *text : reading::hangingRulesToJson(reading::standardHangingRules())));
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
