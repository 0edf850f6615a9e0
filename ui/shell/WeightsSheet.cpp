// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/WeightsSheet.h"

#include "engine/fetch/Download.h"
#include "engine/weights/KnownBackbone.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace pleurascope::ui::shell {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

WeightsSheet::WeightsSheet(const core::Profile& profile, QWidget* parent)
    : QDialog(parent)
    , m_profile(profile)
    , m_backbone(new QComboBox)
    , m_state(new TextLabel(TextSize::label, Token::text2))
    , m_progress(new QProgressBar)
    , m_download(new ActionButton(tr("Download"), ButtonKind::primary))
    , m_have(new ActionButton(tr("I have the file"))) {
    setWindowTitle(tr("ImageNet weights"));
    for (const auto& known : weights::knownBackbones())
        m_backbone->addItem(QString::fromUtf8(known.name.data(), qsizetype(known.name.size())));
    build();
    connect(m_backbone, &QComboBox::activated, this, &WeightsSheet::showState);
    connect(m_download, &QPushButton::clicked, this, &WeightsSheet::download);
    connect(m_have, &QPushButton::clicked, this, &WeightsSheet::askForFile);
    connect(&m_task, &tasks::LongTask::progressed, this, &WeightsSheet::showProgress);
    connect(&m_task, &tasks::LongTask::finished, this, &WeightsSheet::showEnd);
    connect(this, &QDialog::finished, &m_task, &tasks::LongTask::requestStop);
    showState();
}

void WeightsSheet::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(16), px(24), px(16));
    column->setSpacing(px(12));
    auto* words = new TextLabel(tr(
        "Training starts from weights that were learned on ImageNet. They do not come with this program. It "
        "can fetch them from where Keras publishes them, or take a file that you have; both are verified."));
    words->setWordWrap(true);
    words->setMinimumWidth(px(440));
    m_backbone->setAccessibleName(tr("Network"));
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    auto* close = new ActionButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_have);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_download);
    for (QWidget* widget : std::initializer_list<QWidget*>{words, m_backbone, m_progress, m_state})
        column->addWidget(widget);
    column->addLayout(buttons);
}

fetch::DownloadRequest WeightsSheet::request() const {
    const auto& known = weights::knownBackbones().at(std::size_t(m_backbone->currentIndex()));
    fetch::DownloadRequest request;
    request.url = known.weightsUrl;
    request.md5 = known.weightsMd5;
    request.target = m_profile.weightsFolder() / known.weightsFile;
    return request;
}

void WeightsSheet::showState() {
    std::error_code none;
    const auto target = request().target;
    const bool isThere = std::filesystem::exists(target, none);
    m_progress->setValue(isThere ? m_progress->maximum() : 0);
    m_state->setTone(Token::text2);
    m_state->setText(isThere ? tr("Here: %1. Choose it as weights on the Train page.")
                                   .arg(QString::fromStdString(target.string()))
                             : tr("Not here yet."));
    m_download->setEnabled(!isThere && !m_task.isRunning());
}

void WeightsSheet::download() {
    run([request = request()](std::stop_token stop, const core::ProgressObserver& progress) {
        return fetch::download(request, progress, std::move(stop));
    });
}

void WeightsSheet::askForFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("I have the file"), {}, tr("Keras weights (*.h5)"));
    if (!file.isEmpty())
        adopt(file);
}

void WeightsSheet::adopt(const QString& file) {
    run([request = request(), path = file.toStdString()](std::stop_token, const core::ProgressObserver&) {
        return fetch::adopt(path, request).map([] { return core::Outcome::finished; });
    });
}

void WeightsSheet::run(
    std::function<core::Result<core::Outcome>(std::stop_token, const core::ProgressObserver&)> work) {
    if (m_task.isRunning())
        return;
    m_result = std::make_shared<core::Result<core::Outcome>>(core::Outcome::stopped);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_backbone, m_download, m_have})
        widget->setEnabled(false);
    m_state->setTone(Token::text2);
    m_state->setText(tr("Connecting"));
    m_task.start([work = std::move(work), result = m_result](std::stop_token stop,
                                                             const core::ProgressObserver& progress) {
        *result = work(std::move(stop), progress);
    });
}

void WeightsSheet::showProgress(const core::Progress& progress) {
    if (progress.total == 0)
        return;
    m_progress->setValue(int(progress.done * 1000 / progress.total));
    m_state->setText(tr("%1 of %2")
                         .arg(QLocale().formattedDataSize(qint64(progress.done)),
                              QLocale().formattedDataSize(qint64(progress.total))));
}

void WeightsSheet::showEnd() {
    m_backbone->setEnabled(true);
    m_have->setEnabled(true);
    showState();
    if (*m_result)
        return;
    m_state->setTone(Token::error);
    m_state->setText(widgets::errorText(m_result->error()));
}

} // namespace pleurascope::ui::shell
