// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeysModel.h"

#include <QFont>

#include <algorithm>

namespace pleurascope::ui::shell {

using widgets::KeyAction;
using widgets::KeyBindings;
using widgets::KeyPlace;

KeysModel::KeysModel(QObject* parent)
    : QAbstractTableModel(parent) {
    refresh();
    connect(&KeyBindings::current(), &KeyBindings::keyChanged, this, &KeysModel::refresh);
}

void KeysModel::refresh() {
    beginResetModel();
    m_actions = KeyBindings::current().actions();
    std::stable_sort(m_actions.begin(), m_actions.end(),
                     [](const KeyAction& a, const KeyAction& b) { return a.place < b.place; });
    endResetModel();
}

QString KeysModel::placeName(KeyPlace place) {
    switch (place) {
    case KeyPlace::browse:
        return tr("Browse");
    case KeyPlace::review:
        return tr("Review");
    case KeyPlace::train:
        return tr("Train");
    case KeyPlace::everywhere:
        break;
    }
    return tr("Everywhere");
}

int KeysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_actions.size());
}

int KeysModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant KeysModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyAction& action = m_actions[std::size_t(index.row())];
    if (role == Qt::EditRole && index.column() == keyColumn)
        return QVariant::fromValue(action.key);
    if (role == Qt::ToolTipRole && !(action.key == action.standard))
        return tr("As it comes: %1").arg(widgets::KeyBindings::text(action.standard)).toHtmlEscaped();
    if (role == Qt::FontRole && !(action.key == action.standard)) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case wordsColumn:
        return action.words;
    case keyColumn:
        return widgets::KeyBindings::text(action.key);
    default:
        return placeName(action.place);
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case wordsColumn:
        return tr("What it does");
    case keyColumn:
        return tr("Key");
    default:
        return tr("Where");
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.column() == keyColumn ? plain | Qt::ItemIsEditable : plain;
}

bool KeysModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || index.column() != keyColumn || !index.isValid())
        return false;
    const KeyAction action = m_actions[std::size_t(index.row())];
    const auto key = value.value<QKeySequence>();
    if (key == action.key)
        return false;
    const QString text = widgets::KeyBindings::text(key);
    if (const auto other = KeyBindings::current().clash(action.id, key)) {
        Q_EMIT told(tr("%1 already means '%2' (%3). Nothing was changed.")
                        .arg(text, other->words, placeName(other->place)));
        return false;
    }
    KeyBindings::current().setKey(action.id, key);
    Q_EMIT told(key.isEmpty() ? tr("'%1' has no key now.").arg(action.words)
                              : tr("%1 means '%2' now.").arg(text, action.words));
    Q_EMIT keysChanged();
    return true;
}

} // namespace pleurascope::ui::shell
