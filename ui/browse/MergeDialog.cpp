// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/MergeDialog.h"

#include "ui/browse/StudyWords.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pleurascope::ui::browse {

using widgets::px;
using widgets::TextLabel;

MergeDialog::MergeDialog(store::Library& library, const store::StudyRecord& study, QWidget* parent)
    : QDialog(parent)
    , m_library(library)
    , m_own(study.patientKey)
    , m_id(new QLineEdit)
    , m_who(new TextLabel) {
    setWindowTitle(tr("Same patient"));
    build(study);
    connect(m_id, &QLineEdit::textChanged, this, &MergeDialog::look);
    look();
}

void MergeDialog::build(const store::StudyRecord& study) {
    auto* words = new TextLabel;
    words->setWordWrap(true);
    words->setText(
        tr("%1 (%2) has another patient id as well. All studies of both become one patient's: earlier films "
           "hang beside later ones. What the files say is not changed, and it can be taken back.")
            .arg(QString::fromStdString(study.patientName), QString::fromStdString(study.patientId)));
    m_id->setAccessibleName(tr("The other patient id"));
    m_id->setPlaceholderText(tr("The other patient id"));
    m_who->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_merge = buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(16));
    column->setSpacing(px(12));
    column->addWidget(words);
    column->addWidget(m_id);
    column->addWidget(m_who);
    column->addSpacing(px(8));
    column->addWidget(buttons);
    setMinimumWidth(px(480));
}

std::string MergeDialog::chosenId() const {
    return m_id->text().trimmed().toStdString();
}

void MergeDialog::look() {
    m_merge->setEnabled(false);
    if (chosenId().empty()) {
        m_task.cancel();
        m_who->setText({});
        return;
    }
    m_task.start(
        [&library = m_library,
         id = chosenId()](std::stop_token) -> core::Result<std::vector<store::WorklistRow>> {
            store::StudyFilter filter;
            filter.patientId = id;
            const auto ids = library.find(filter);
            if (!ids)
                return core::failure(ids);
            return library.rows(*ids, {});
        },
        [this](const auto& rows) { tell(rows); });
}

void MergeDialog::tell(const core::Result<std::vector<store::WorklistRow>>& rows) {
    if (!rows) {
        m_who->setText(widgets::errorText(rows.error()));
        return;
    }
    if (rows->empty()) {
        m_who->setText(tr("There is no study with this patient id."));
        return;
    }
    const auto& study = rows->front().study;
    const QString who = StudyWords(rows->front()).patient();
    const bool isSame = study.patientKey == m_own;
    m_who->setText(isSame ? tr("%1 is this patient already.").arg(who)
                          : tr("%1, %n study(s)", nullptr, int(rows->size())).arg(who));
    m_merge->setEnabled(!isSame);
}

} // namespace pleurascope::ui::browse
