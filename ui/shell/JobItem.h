// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QWidget>

#include <optional>

class QProgressBar;
class QToolButton;

namespace pleurascope::ui::widgets {
class ElidedLabel;
class IconLabel;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::shell {

/// One job in the status strip: icon, name, how far, bar, rate and time left, a cross. Hidden while there is
/// nothing to say.
class JobItem : public QWidget {
    Q_OBJECT
public:
    JobItem(const QString& icon, widgets::Token iconTone, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setDetail(const QString& detail);
    /// 0..1; none: no bar.
    void setFraction(std::optional<double> fraction);
    void setRest(const QString& rest);
    void setCancellable(bool cancellable);
    /// Makes the whole item a link.
    void setLink(bool link);

Q_SIGNALS:
    void cancelRequested();
    void linkChosen();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool m_link = false;
    widgets::TextLabel* m_title;
    widgets::ElidedLabel* m_detail;
    QProgressBar* m_bar;
    widgets::ElidedLabel* m_rest;
    QToolButton* m_cancel;
};

} // namespace pleurascope::ui::shell
