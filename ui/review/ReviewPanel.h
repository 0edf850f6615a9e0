// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QScrollArea;

namespace pleurascope::ui::review {

class FoldedPanel;
class MapPanel;
class MarksPanel;
class OpinionPanel;
class VerdictPanel;

/// The panel beside the film. What the model says scrolls where there is little room; the verdict always
/// stays at the foot.
class ReviewPanel : public QFrame {
    Q_OBJECT
public:
    explicit ReviewPanel(QWidget* parent = nullptr);

    [[nodiscard]] OpinionPanel& opinion() const { return *m_opinion; }
    [[nodiscard]] MapPanel& map() const { return *m_map; }
    [[nodiscard]] MarksPanel& marks() const { return *m_marks; }
    [[nodiscard]] VerdictPanel& verdict() const { return *m_verdict; }

    /// Folded, the score alone is left, and the film has the room.
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_isFolded; }

private:
    void takeWidth();

    OpinionPanel* m_opinion;
    MapPanel* m_map;
    MarksPanel* m_marks;
    VerdictPanel* m_verdict;
    QScrollArea* m_scroll;
    FoldedPanel* m_folded;
    bool m_isFolded = false;
};

} // namespace pleurascope::ui::review
