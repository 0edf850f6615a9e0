// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TextLabel.h"

#include <QFrame>
#include <QVBoxLayout>

namespace pleurascope::ui::widgets {

/// A hairline.
[[nodiscard]] QFrame* makeRule(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

/// A titled part of a side panel: heading left, a remark right, content below, a hairline at its foot (the
/// last one hides it).
class PanelSection : public QWidget {
    Q_OBJECT
public:
    explicit PanelSection(const QString& title, QWidget* parent = nullptr);

    /// Where content goes; spacing 8.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void setTitle(const QString& title);
    /// Small words at the right of the heading.
    void setRemark(const QString& remark);
    /// A widget at the right of the heading, e.g. a KeyHint.
    void setCorner(QWidget* widget);
    void setRuleVisible(bool visible);

private:
    TextLabel* m_title;
    TextLabel* m_remark;
    QLayout* m_heading;
    QVBoxLayout* m_body;
    QFrame* m_rule;
};

} // namespace pleurascope::ui::widgets
