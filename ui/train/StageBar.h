// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace pleurascope::ui::train {

/// The stages of a run as pieces of one bar, their names below; the one at hand is filled as far as it has
/// come, and a remark (what is left) stands at its right end.
class StageBar : public QWidget {
    Q_OBJECT
public:
    enum Stage { none = -1, films, epochs, done };

    explicit StageBar(QWidget* parent = nullptr);
    void setState(Stage stage, double fraction, const QString& remark);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintPiece(QPainter& painter, const QRectF& piece, Stage stage) const;

    Stage m_stage = none;
    double m_fraction = 0;
    QString m_remark;
};

} // namespace pleurascope::ui::train
