// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace pleurascope::ui::shell {

/// Name, version, what the program is not for, and its licences.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    /// `machine`: what LibTorch got here, one line, or empty while it is not loaded.
    explicit AboutDialog(const QString& machine, QWidget* parent = nullptr);
};

} // namespace pleurascope::ui::shell
