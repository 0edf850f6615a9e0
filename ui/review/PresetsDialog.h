// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/WindowPreset.h"

#include <QDialog>

class QTableWidget;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::review {

/// The reader's own windows, to be named, changed and removed. Each change counts at once.
class PresetsDialog : public QDialog {
    Q_OBJECT
public:
    /// `current` is offered for keeping; nothing where no grey film is shown.
    PresetsDialog(std::vector<OwnPreset> presets, const std::optional<OwnPreset>& current,
                  QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<OwnPreset>& presets() const { return m_presets; }

Q_SIGNALS:
    void presetsChanged(const std::vector<pleurascope::ui::review::OwnPreset>& presets);

private:
    void layOut(const std::optional<OwnPreset>& current);
    void fill();
    void takeCell(int row, int column);
    void add(const OwnPreset& preset);
    void removeRow();

    std::vector<OwnPreset> m_presets;
    QTableWidget* m_table;
    widgets::TextLabel* m_told;
};

} // namespace pleurascope::ui::review
