// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/TagComparison.h"

#include <QAbstractTableModel>

namespace pleurascope::ui::review {

/// The elements of a DICOM file, or of two files side by side. Text from files is shown as plain text.
class TagTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { tag, vr, name, value, otherValue, columns };
    enum Role { differsRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<dicom::TagLine> lines);
    /// With the elements of another file beside them; an empty list: alone again.
    void compareWith(std::vector<dicom::TagLine> other);
    [[nodiscard]] bool isComparing() const { return !m_other.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void pair();
    [[nodiscard]] static QString numberOf(const dicom::TagLine& line);

    std::vector<dicom::TagLine> m_lines;
    std::vector<dicom::TagLine> m_other;
    std::vector<dicom::TagPair> m_pairs; ///< view both lists
};

} // namespace pleurascope::ui::review
