// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace pleurascope::ui::widgets {

/// A score 0..1 as a bar with a tick at its threshold; amber from the threshold on.
struct ScoreMark {
    double score = 0;
    double threshold = 0.5;
    [[nodiscard]] bool isFlagged() const { return score >= threshold; }
};

/// Draws the bar 6 high across `rect`'s width, centred vertically, the tick 2 x 14. For delegates and
/// ScoreBar alike.
void paintScoreBar(QPainter& painter, const QRectF& rect, const std::optional<ScoreMark>& mark);

/// The bar as a widget. Without a mark only the track is drawn, so the room is kept.
class ScoreBar : public QWidget {
    Q_OBJECT
public:
    explicit ScoreBar(QWidget* parent = nullptr);
    void setMark(std::optional<ScoreMark> mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<ScoreMark> m_mark;
};

} // namespace pleurascope::ui::widgets
