// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/ChartLegend.h"

#include "ui/train/ChartStyle.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pleurascope::ui::train {

using widgets::px;

namespace {

/// A piece of a curve, as the charts draw it.
class CurveSample : public QWidget {
public:
    explicit CurveSample(Side side)
        : m_side(side) {
        setFixedSize(px(20), px(16));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(ChartStyle::curvePen(m_side));
        painter.drawLine(QPointF(1, height() / 2.0), QPointF(width() - 1, height() / 2.0));
    }

private:
    Side m_side;
};

} // namespace

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
    , m_follow(new widgets::ActionButton(tr("Follow newest"), widgets::ButtonKind::pill)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    const auto add = [&](Side side, const QString& name) {
        row->addWidget(new CurveSample(side));
        row->addWidget(new widgets::TextLabel(name, widgets::TextSize::label, widgets::Token::text2));
        row->addSpacing(px(8));
    };
    add(Side::training, tr("Training"));
    add(Side::validation, tr("Validation"));
    row->addStretch(1);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Show the whole run as it grows; a double click on a chart does the same"));
    row->addWidget(m_follow);
    connect(m_follow, &QPushButton::clicked, this, &ChartLegend::followingChosen);
}

void ChartLegend::setFollowing(bool following) {
    m_follow->setChecked(following);
}

} // namespace pleurascope::ui::train
