// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::shell {

class KeysModel;

/// All keys on one card over the window, to be searched and changed; any of Esc, ? and a click beside it
/// takes it away.
class KeysOverlay : public QWidget {
    Q_OBJECT
public:
    explicit KeysOverlay(QWidget* window);
    void toggle();
    /// What the mouse does on a film, a line each.
    void setMouseLines(const std::vector<std::pair<QString, QString>>& lines);

Q_SIGNALS:
    /// To be kept.
    void keysChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeCard();
    QTreeView* makeTable();
    void resetAll();
    void fitCard();

    KeysModel* m_model;
    QSortFilterProxyModel* m_found;
    QLineEdit* m_search;
    widgets::TextLabel* m_told;
    widgets::TextLabel* m_mouse;
    QWidget* m_card;
    QPointer<QWidget> m_focusBefore;
};

} // namespace pleurascope::ui::shell
