// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QWidget>

namespace pleurascope::ui::widgets {

/// An icon that stands beside words, 16 px, not a control.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(QString name, Token tone = Token::text2, QWidget* parent = nullptr);
    void setIcon(const QString& name, Token tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Token m_tone;
};

} // namespace pleurascope::ui::widgets
