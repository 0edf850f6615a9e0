// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Settings.h"

#include <QBasicTimer>
#include <QWidget>

namespace pleurascope::desktop {

/// The top-level window. Until it is filled it paints the final layout's grounds itself, with no child and no
/// style sheet rule to match, so that it stands at once; after 150 ms blocks say that more is coming.
/// Remembers its geometry, and asks its content before it closes.
class StartWindow : public QWidget {
    Q_OBJECT
public:
    explicit StartWindow(ui::widgets::Settings& settings);

Q_SIGNALS:
    /// Once, from the event loop, when the first paint is on the screen.
    void firstPainted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] QWidget* content() const;
    void paintFrame(QPainter& painter);
    void paintBlocks(QPainter& painter, const QRect& page) const;
    void paintNotice(QPainter& painter, const QRect& strip) const;

    ui::widgets::Settings& m_settings;
    QBasicTimer m_patience; ///< runs until blocks are due
    bool m_showsBlocks = false;
    bool m_painted = false;
};

} // namespace pleurascope::desktop
