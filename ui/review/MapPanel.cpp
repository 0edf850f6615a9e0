// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/MapPanel.h"

#include "ui/review/OpinionText.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/NumberLabel.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QSlider>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {
constexpr int defaultOpacity = 60;

QString percent(int value) {
    return MapPanel::tr("%1 %").arg(QLocale().toString(value));
}

QComboBox* makeCombo(const QString& name) {
    auto* combo = new QComboBox;
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    return combo;
}
} // namespace

MapPanel::MapPanel(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* section = new widgets::PanelSection(tr("Evidence map"));
    section->setCorner(widgets::KeyHint::ofAction(QStringLiteral("review.map")));
    section->setRuleVisible(false);
    m_modes = new widgets::SegmentedControl({tr("Off"), tr("Outline"), tr("Heat")});
    m_modes->setCurrent(int(m_mode));
    connect(m_modes, &widgets::SegmentedControl::chosen, this,
            [this](int index) { setMode(MapMode(index)); });
    m_status = new TextLabel(TextSize::label, Token::text2);
    m_status->setWordWrap(true);
    section->body()->addWidget(m_modes);
    section->body()->addLayout(makeOpacityRow());
    section->body()->addLayout(makeChoices());
    section->body()->addWidget(m_status);
    column->addWidget(section);
    setUnavailable();
}

QLayout* MapPanel::makeOpacityRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setRange(5, qRound(EvidenceLayer::largestOpacity * 100));
    m_opacity->setValue(defaultOpacity);
    m_opacity->setAccessibleName(tr("Opacity of the evidence map"));
    m_opacityText = new widgets::NumberLabel(TextSize::label);
    m_opacityText->setWidest(percent(75));
    m_opacityText->setTone(Token::text2);
    m_opacityText->setText(percent(defaultOpacity));
    row->addWidget(new TextLabel(tr("Opacity"), TextSize::label, Token::text2));
    row->addWidget(m_opacity, 1);
    row->addWidget(m_opacityText);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        m_opacityText->setText(percent(value));
        Q_EMIT opacityChosen(value / 100.0);
    });
    return row;
}

QLayout* MapPanel::makeChoices() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    m_class = makeCombo(tr("What the map is evidence for"));
    m_layer = makeCombo(tr("Layer of the network"));
    grid->addWidget(new TextLabel(tr("For"), TextSize::label, Token::text2), 0, 0);
    grid->addWidget(m_class, 0, 1);
    grid->addWidget(new TextLabel(tr("Layer"), TextSize::label, Token::text2), 1, 0);
    grid->addWidget(m_layer, 1, 1);
    for (QComboBox* combo : {m_class, m_layer})
        connect(combo, &QComboBox::activated, this, &MapPanel::requestChosen);
    return grid;
}

void MapPanel::setModel(const std::vector<std::string>& classes, int positive,
                        const std::vector<std::string>& layers) {
    const QString layerBefore = m_layer->currentText();
    m_class->clear();
    m_layer->clear();
    for (const std::string& name : classes)
        m_class->addItem(OpinionText::findingName(name));
    m_class->setCurrentIndex(positive);
    for (const std::string& name : layers)
        m_layer->addItem(QString::fromStdString(name));
    const int same = m_layer->findText(layerBefore);
    m_layer->setCurrentIndex(same >= 0 ? same : m_layer->count() - 1);
    for (QWidget* control : {static_cast<QWidget*>(m_modes), static_cast<QWidget*>(m_opacity),
                             static_cast<QWidget*>(m_class), static_cast<QWidget*>(m_layer)})
        control->setEnabled(true);
    setStatus(QString());
}

void MapPanel::setUnavailable() {
    m_class->clear();
    m_layer->clear();
    for (QWidget* control : {static_cast<QWidget*>(m_modes), static_cast<QWidget*>(m_opacity),
                             static_cast<QWidget*>(m_class), static_cast<QWidget*>(m_layer)})
        control->setEnabled(false);
    setStatus(tr("No map without a model"));
}

void MapPanel::setStatus(const QString& text) {
    m_status->setText(text.isEmpty() ? QStringLiteral(" ") : text); // the line is kept
}

double MapPanel::opacity() const {
    return m_opacity->value() / 100.0;
}

explain::HeatmapRequest MapPanel::request() const {
    explain::HeatmapRequest request;
    request.layer = m_layer->currentText().toStdString();
    request.classIndex = m_class->currentIndex();
    return request;
}

void MapPanel::cycle() {
    if (!m_modes->isEnabled())
        return;
    setMode(MapMode((int(m_mode) + 1) % 3));
}

void MapPanel::setMode(MapMode mode) {
    m_mode = mode;
    m_modes->setCurrent(int(mode));
    Q_EMIT modeChosen(mode);
}

} // namespace pleurascope::ui::review
