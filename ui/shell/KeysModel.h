// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/KeyBindings.h"

#include <QAbstractTableModel>

namespace pleurascope::ui::shell {

/// Every action with its key, place by place; the key can be edited. GUI thread.
class KeysModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { wordsColumn, keyColumn, placeColumn, columns };

    explicit KeysModel(QObject* parent = nullptr);
    /// Takes in what has been declared since.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// A QKeySequence in the key column; an empty one takes the key away. False where another action has it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// Why a key was not taken, or what has changed.
    void told(const QString& sentence);
    void keysChanged();

private:
    [[nodiscard]] static QString placeName(widgets::KeyPlace place);

    std::vector<widgets::KeyAction> m_actions;
};

} // namespace pleurascope::ui::shell
