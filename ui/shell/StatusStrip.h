// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Rail.h"

#include <QFrame>

#include <vector>

class QHBoxLayout;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::shell {

class JobItem;

/// The strip at the foot of the window: jobs at the left (key hints while there are none), the device, and
/// the notice, which is always there and never cut.
class StatusStrip : public QFrame {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setPage(Page page);
    void setDevice(const QString& device);
    void setTraining(const QString& text, double fraction);
    void setScoringLeft(int films);
    void setPreparation(const QString& text, double fraction);
    void setTrouble(const QString& sentence);

    void showImport(const QString& detail, double fraction, const QString& rest);
    void hideImport();
    /// 0: none.
    void setSetAside(int files);

Q_SIGNALS:
    void importCancelRequested();
    void setAsideRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeNotice();
    JobItem* addJob(const QString& icon, int tone);
    void updateHints();

    QHBoxLayout* m_row;
    std::vector<JobItem*> m_jobs;
    JobItem* m_import;
    JobItem* m_setAside;
    JobItem* m_preparation;
    JobItem* m_scoring;
    JobItem* m_training;
    JobItem* m_trouble;
    QWidget* m_hints = nullptr;
    QWidget* m_notice = nullptr;
    QWidget* m_deviceArea;
    widgets::TextLabel* m_device;
    Page m_page = Page::browse;
};

} // namespace pleurascope::ui::shell
