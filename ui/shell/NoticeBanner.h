// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pleurascope::ui::shell {

/// The notice of the first start, across the top of the window until it is acknowledged. No box in the way of
/// the work.
class NoticeBanner : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBanner(QWidget* parent = nullptr);
    /// What 'not for diagnosis' means, in two sentences.
    [[nodiscard]] static QString explanation();

Q_SIGNALS:
    void acknowledged();
};

} // namespace pleurascope::ui::shell
