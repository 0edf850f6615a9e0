// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasImport.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace pleurascope::ui::widgets {
class ActionButton;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::shell {

/// Asks what a Keras file does not say of itself: how grey levels were scaled, the input's size, the names of
/// the outputs, and which of them the question is about. What the file says is shown and cannot be changed.
class KerasSheet : public QDialog {
    Q_OBJECT
public:
    /// `import` is the file as far as it tells.
    KerasSheet(const QString& file, const weights::KerasImport& import, QWidget* parent = nullptr);

    [[nodiscard]] weights::KerasImportOptions options() const;

private:
    void fill(const weights::ModelDescription& description);
    void build(const QString& introduction);
    [[nodiscard]] QStringList classNames() const;
    /// Follows the names: the choice of the question's class, and whether import is possible.
    void review();

    const int m_outputs;
    QComboBox* m_scaling;
    QSpinBox* m_size;
    QLineEdit* m_classes;
    QComboBox* m_positive;
    widgets::TextLabel* m_problem;
    widgets::ActionButton* m_import;
};

} // namespace pleurascope::ui::shell
