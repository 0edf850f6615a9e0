// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace pleurascope::ui::widgets {

class ElidedLabel;
class TextLabel;

/// The strip of 48 at the top of a page: title, a quieter subtitle, then what the page adds to `row()`.
class PageHeader : public QFrame {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// Spacing 8; begins with title and subtitle.
    [[nodiscard]] QHBoxLayout* row() const { return m_row; }

private:
    QHBoxLayout* m_row;
    TextLabel* m_title;
    ElidedLabel* m_subtitle;
};

} // namespace pleurascope::ui::widgets
