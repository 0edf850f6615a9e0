// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "ui/review/EvidenceLayer.h"

#include <QWidget>

class QComboBox;
class QSlider;

namespace pleurascope::ui::widgets {
class NumberLabel;
class SegmentedControl;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

/// Chooses how the evidence map is shown (off, outline, heat; opacity) and of what it is made (class, layer);
/// says in one line what there is to see.
class MapPanel : public QWidget {
    Q_OBJECT
public:
    explicit MapPanel(QWidget* parent = nullptr);

    /// The classes and layers of a model, `positive` chosen and the last layer.
    void setModel(const std::vector<std::string>& classes, int positive,
                  const std::vector<std::string>& layers);
    /// Without a model there is no map.
    void setUnavailable();
    void setStatus(const QString& text);

    [[nodiscard]] MapMode mode() const { return m_mode; }
    [[nodiscard]] double opacity() const;
    [[nodiscard]] explain::HeatmapRequest request() const;

public Q_SLOTS:
    /// Off, outline, heat, off.
    void cycle();

Q_SIGNALS:
    void modeChosen(pleurascope::ui::review::MapMode mode);
    void opacityChosen(double opacity);
    /// Another class or layer.
    void requestChosen();

private:
    void setMode(MapMode mode);
    QLayout* makeOpacityRow();
    QLayout* makeChoices();

    widgets::SegmentedControl* m_modes;
    QSlider* m_opacity;
    widgets::NumberLabel* m_opacityText;
    QComboBox* m_class;
    QComboBox* m_layer;
    widgets::TextLabel* m_status;
    MapMode m_mode = MapMode::outline;
};

} // namespace pleurascope::ui::review
