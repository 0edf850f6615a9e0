// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QButtonGroup;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace pleurascope::ui::shell {

/// The pages of the window, by their place in the rail.
enum class Page { browse, review, train };
inline constexpr int pageCount = int(Page::train) + 1;

/// The strip at the left: menu, three pages, models, settings, help.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    void setCurrent(Page page);

Q_SIGNALS:
    void pageChosen(pleurascope::ui::shell::Page page);
    void modelsRequested();
    void settingsRequested();
    void keysRequested();

private:
    QToolButton* addTool(QVBoxLayout& column, const QString& icon, const QString& words, const char* action);
    void addPage(QVBoxLayout& column, Page page, const QString& icon, const QString& name);

    QButtonGroup* m_pages;
    QToolButton* m_menu = nullptr;
};

} // namespace pleurascope::ui::shell
