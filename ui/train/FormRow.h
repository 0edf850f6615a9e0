// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLayout;
class QWidget;

namespace pleurascope::ui::train {

/// A field of the recipe with its name to the left; all fields are as wide as one another. The wheel scrolls
/// the form: it changes a field only where the keyboard stands on it.
[[nodiscard]] QLayout* makeFormRow(const QString& name, QWidget* field, const QString& tip);

} // namespace pleurascope::ui::train
