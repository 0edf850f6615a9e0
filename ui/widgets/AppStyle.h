// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace pleurascope::ui::widgets {

/// Fusion with this program's manners: short animations, lists in combo boxes, underlined shortcuts, no frame
/// round what has the focus (the style sheet and the delegates draw it).
class AppStyle : public QProxyStyle {
    Q_OBJECT
public:
    AppStyle();

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace pleurascope::ui::widgets
