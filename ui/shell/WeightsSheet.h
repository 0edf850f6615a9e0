// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Profile.h"
#include "engine/core/Result.h"
#include "ui/tasks/LongTask.h"

#include <QDialog>

#include <functional>
#include <memory>

class QComboBox;
class QProgressBar;

namespace pleurascope::fetch {
struct DownloadRequest;
}
namespace pleurascope::ui::widgets {
class ActionButton;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::shell {

/// Brings ImageNet weights into the profile: fetched from where Keras publishes them, or taken from a file
/// that came another way; verified either way. Closing it ends a download, which goes on where it stopped the
/// next time.
class WeightsSheet : public QDialog {
    Q_OBJECT
public:
    explicit WeightsSheet(const core::Profile& profile, QWidget* parent = nullptr);

    /// Takes a copy of `file` if it is what Keras publishes.
    void adopt(const QString& file);

private:
    void build();
    void showState();
    void download();
    void askForFile();
    void run(std::function<core::Result<core::Outcome>(std::stop_token, const core::ProgressObserver&)> work);
    void showProgress(const core::Progress& progress);
    void showEnd();
    [[nodiscard]] fetch::DownloadRequest request() const;

    const core::Profile m_profile;
    QComboBox* m_backbone;
    widgets::TextLabel* m_state;
    QProgressBar* m_progress;
    widgets::ActionButton* m_download;
    widgets::ActionButton* m_have;
    std::shared_ptr<core::Result<core::Outcome>> m_result;
    tasks::LongTask m_task;
};

} // namespace pleurascope::ui::shell
