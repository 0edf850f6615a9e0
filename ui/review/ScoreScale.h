// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace pleurascope::ui::review {

/// The figures under a score bar: 0 and 1 at its ends, the threshold under its tick.
class ScoreScale : public QWidget {
    Q_OBJECT
public:
    explicit ScoreScale(QWidget* parent = nullptr);
    void setThreshold(std::optional<double> threshold);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_threshold;
};

} // namespace pleurascope::ui::review
