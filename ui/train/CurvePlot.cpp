// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/CurvePlot.h"

#include "ui/train/ChartStyle.h"
#include "ui/widgets/TabularText.h"
#include "ui/widgets/Theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::Theme;

CurvePlot::CurvePlot(Measure measure, int decimals, QWidget* parent)
    : QCustomPlot(parent)
    , m_measure(measure)
    , m_decimals(decimals)
    , m_training(addGraph())
    , m_validation(addGraph()) {
    for (QCPAxis* axis : {xAxis, yAxis}) {
        auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
        ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
        axis->setTicker(ticker);
        axis->setNumberFormat(QStringLiteral("f"));
    }
    xAxis->setNumberPrecision(0);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    setFocusPolicy(Qt::NoFocus);
    connect(this, &QCustomPlot::mouseWheel, this, [this] { setFollowing(false); });
    connect(this, &QCustomPlot::mousePress, this, [this] { setFollowing(false); });
    connect(this, &QCustomPlot::mouseDoubleClick, this, [this] { setFollowing(true); });
    connect(&Theme::current(), &Theme::themeChanged, this, &CurvePlot::restyle);
    restyle();
    restoreRanges();
}

void CurvePlot::show(const CurveModel& curves) {
    m_curves = curves;
    m_training->setData(curves.numbers(), curves.values(m_measure, Side::training), true);
    m_validation->setData(curves.numbers(), curves.values(m_measure, Side::validation), true);
    if (m_following)
        restoreRanges();
}

void CurvePlot::nameEpochAxis() {
    xAxis->setLabel(tr("epoch"));
    restyle();
}

void CurvePlot::setFollowing(bool following) {
    if (following) {
        restoreRanges();
        replotSoon();
    }
    if (following == m_following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

QSize CurvePlot::minimumSizeHint() const {
    return {px(160), px(72)};
}

QSize CurvePlot::sizeHint() const {
    return {px(360), px(170)};
}

std::pair<double, double> CurvePlot::apart(double first, double second, double gap) {
    if (std::abs(first - second) >= gap)
        return {first, second};
    const double middle = (first + second) / 2;
    const double half = first <= second ? -gap / 2 : gap / 2;
    return {middle + half, middle - half};
}

void CurvePlot::restyle() {
    ChartStyle::apply(*this);
    m_training->setPen(ChartStyle::curvePen(Side::training));
    m_validation->setPen(ChartStyle::curvePen(Side::validation));
    replotSoon();
}

void CurvePlot::restoreRanges() {
    const AxisRange epochs = m_curves.epochRange();
    const AxisRange values = m_curves.valueRange(m_measure);
    xAxis->setRange(epochs.low, epochs.high);
    yAxis->setRange(values.low, values.high);
    const auto setStep = [](QCPAxis* axis, double step) {
        axis->ticker().staticCast<QCPAxisTickerFixed>()->setTickStep(step);
    };
    setStep(xAxis, epochs.step);
    setStep(yAxis, values.step);
    const bool hundredths = std::abs(values.step * 10 - std::round(values.step * 10)) > 1e-9;
    yAxis->setNumberPrecision(values.step < 0.01 ? 3 : hundredths ? 2 : 1);
}

void CurvePlot::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    if (m_curves.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBestEpoch(painter);
    paintLastValues(painter);
}

void CurvePlot::paintBestEpoch(QPainter& painter) const {
    const auto best = m_curves.bestEpoch();
    const double x = best ? xAxis->coordToPixel(*best) : -1;
    if (!best || m_measure != Measure::auc || !axisRect()->rect().contains(int(x), axisRect()->center().y()))
        return;
    painter.setPen(ChartStyle::bestEpochPen());
    painter.drawLine(QPointF(x, axisRect()->top()), QPointF(x, axisRect()->bottom()));
}

void CurvePlot::paintLastValues(QPainter& painter) const {
    const double training = *m_curves.last(m_measure, Side::training);
    const double validation = *m_curves.last(m_measure, Side::validation);
    const double x = xAxis->coordToPixel(m_curves.epochs().back().epoch);
    if (x < axisRect()->left() - 1 || x > axisRect()->right() + 1)
        return;
    const auto [yTraining, yValidation] =
        apart(yAxis->coordToPixel(training), yAxis->coordToPixel(validation), px(14));
    const auto write = [&](Side side, double value, double labelY) {
        const QPen pen = ChartStyle::curvePen(side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        const double radius = side == Side::validation ? px(3) : px(2);
        painter.drawEllipse(QPointF(x, yAxis->coordToPixel(value)), radius, radius);
        painter.setPen(pen.color());
        const auto weight = side == Side::validation ? QFont::DemiBold : QFont::Normal;
        painter.setFont(Theme::current().font(widgets::TextSize::label, weight));
        widgets::paintTabular(painter, QRectF(x + px(8), labelY - px(8), px(60), px(16)), Qt::AlignLeft,
                              QLocale().toString(value, 'f', m_decimals));
    };
    if (std::isfinite(training))
        write(Side::training, training, yTraining);
    if (std::isfinite(validation))
        write(Side::validation, validation, yValidation);
}

} // namespace pleurascope::ui::train
