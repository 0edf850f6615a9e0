// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/ChartStyle.h"

#include "ui/widgets/Theme.h"

#include "ui/train/CustomPlot.h"

namespace pleurascope::ui::train {

using widgets::colour;
using widgets::px;
using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

QPen ChartStyle::curvePen(Side side) {
    const bool validation = side == Side::validation;
    const double width = (validation ? 2 : 1.25) * Theme::current().factor();
    return {colour(validation ? Token::validation : Token::training), width, Qt::SolidLine, Qt::RoundCap,
            Qt::RoundJoin};
}

QPen ChartStyle::bestEpochPen() {
    QPen pen(colour(Token::edge), 1);
    pen.setDashPattern({2, 3});
    return pen;
}

void ChartStyle::apply(QCustomPlot& plot) {
    plot.setBackground(QBrush(colour(Token::panel)));
    plot.setNoAntialiasingOnDrag(true);
    plot.setAntialiasedElements(QCP::aePlottables);
    QCPAxisRect& frame = *plot.axisRect();
    frame.setAutoMargins(QCP::msNone);
    const bool named = !plot.xAxis->label().isEmpty();
    frame.setMargins(QMargins(px(36), px(8), px(52), px(named ? 38 : 22)));
    frame.setBackground(Qt::NoBrush);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->setTickLabelColor(colour(Token::text2));
        axis->setTickLabelFont(Theme::current().font(TextSize::caption));
        axis->setTickLabelPadding(px(6));
        axis->setLabelColor(colour(Token::text2));
        axis->setLabelFont(Theme::current().font(TextSize::caption));
        axis->setLabelPadding(px(2));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setPen(QPen(colour(Token::grid), 1));
        axis->grid()->setSubGridVisible(false);
    }
    plot.xAxis->grid()->setVisible(false);
}

} // namespace pleurascope::ui::train
