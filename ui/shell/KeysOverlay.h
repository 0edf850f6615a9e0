// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace pleurascope::ui::shell {

/// All keys on one card over the window; any of Esc, ? and a click beside it takes it away.
class KeysOverlay : public QWidget {
    Q_OBJECT
public:
    explicit KeysOverlay(QWidget* window);
    void toggle();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeCard();

    QWidget* m_card;
    QPointer<QWidget> m_focusBefore;
};

} // namespace pleurascope::ui::shell
