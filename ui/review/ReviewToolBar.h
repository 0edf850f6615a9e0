// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "ui/review/FilmCommands.h"
#include "ui/review/marks/MarkKind.h"

#include <QFrame>
#include <QHash>

#include <vector>

class QButtonGroup;
class QToolButton;
class QGridLayout;

namespace pleurascope::ui::review {

/// The strip of tools left of the film: what the left button does, and the film's commands. Tools of a group
/// share a button, which has the one that was used last; pressing longer, or its other button, shows the
/// rest.
class ReviewToolBar : public QFrame {
    Q_OBJECT
public:
    explicit ReviewToolBar(QWidget* parent = nullptr);

    void setTool(const QString& id);
    /// The id of the chosen one.
    [[nodiscard]] QString tool() const;
    void setInverted(bool inverted);
    void setHistory(bool canUndo, const QString& undoWords, bool canRedo, const QString& redoWords);
    /// What the film, or the presentation state on show, draws over it and hides of it can be switched off; a
    /// new film shows all of it.
    void showFilm(const imaging::DisplayParameters& display, bool hasGraphics);

public Q_SLOTS:
    void toggleOverlays();
    void toggleShutter();

Q_SIGNALS:
    void toolChosen(const QString& id);
    void commandChosen(const pleurascope::ui::review::FilmCommand& command);
    void planesChosen(bool overlays, bool shutter);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A button and the tools that share it.
    struct Group {
        QToolButton* button = nullptr;
        std::vector<ToolWords> tools;
        std::size_t current = 0;
    };

    void addTools();
    void addCommands();
    void addPlanes();
    /// In as many columns as the height asks for; each section begins a row.
    void arrange(int columns);
    void showCurrent(Group& group);
    void addMenu(std::size_t group);
    void choosePlanes();
    void takeSize();
    void beginSection();
    QToolButton* add(const QString& icon);

    std::vector<Group> m_groups;
    QButtonGroup* m_tools;
    QHash<QString, QToolButton*> m_commands; ///< by id
    QToolButton* m_overlays = nullptr;
    QToolButton* m_shutter = nullptr;
    std::vector<std::vector<QToolButton*>> m_sections;
    std::vector<QWidget*> m_rules; ///< between sections
    QGridLayout* m_grid;
    int m_columns = 0;
};

} // namespace pleurascope::ui::review
