// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace pleurascope::ui::review {

/// Elements with some text in number ("0010,0010", "00100010"), name or value, in whatever case; on request
/// only those that differ between two files.
class TagFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString& text);
    void setOnlyDifferences(bool only);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    bool m_onlyDifferences = false;
};

} // namespace pleurascope::ui::review
