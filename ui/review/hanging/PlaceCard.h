// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace pleurascope::ui::review {

/// One cell of a hanging rule, to be changed: whose film, whether it is needed, and which films fit. Lists
/// are typed with commas between; nothing typed means any.
class PlaceCard : public QFrame {
    Q_OBJECT
public:
    explicit PlaceCard(int number, QWidget* parent = nullptr);

    /// None: the rule leaves the cell alone. `canBeLeft`: it may be made to (cells behind it are, too).
    void showPlace(const std::optional<reading::HangingPlace>& place, bool canBeLeft);
    [[nodiscard]] std::optional<reading::HangingPlace> place() const;

Q_SIGNALS:
    /// By the reader.
    void placeChanged();

private:
    QLineEdit* addList(QFormLayout& form, const QString& title, const QString& example);
    void enableParts();

    QComboBox* m_study;
    QCheckBox* m_needed;
    QLineEdit* m_modalities;
    QLineEdit* m_views;
    QLineEdit* m_bodyParts;
    QLineEdit* m_lateralities;
};

} // namespace pleurascope::ui::review
