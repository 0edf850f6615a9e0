// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/PresetsDialog.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

enum Column { modalityColumn, nameColumn, centreColumn, widthColumn, unitColumn, columns };

QString shown(double number) {
    return QLocale().toString(number, 'g', 6);
}

} // namespace

PresetsDialog::PresetsDialog(std::vector<OwnPreset> presets, const std::optional<OwnPreset>& current,
                             QWidget* parent)
    : QDialog(parent)
    , m_presets(std::move(presets))
    , m_table(new QTableWidget)
    , m_told(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Windows of your own"));
    resize(px(640), px(440));
    layOut(current);
    fill();
    connect(m_table, &QTableWidget::cellChanged, this, &PresetsDialog::takeCell);
}

void PresetsDialog::layOut(const std::optional<OwnPreset>& current) {
    m_table->setColumnCount(columns);
    m_table->setHorizontalHeaderLabels({tr("Modality"), tr("Name"), tr("Centre"), tr("Width"), tr("In")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Windows of your own"));
    m_told->setWordWrap(true);
    m_told->setText(
        tr("They stand behind the file's windows on the keys 1 to 9. A share is one of the automatic "
           "window: 0.2 lies a fifth of its width towards the dense."));
    auto* keep = new ActionButton(tr("Add the window on show"));
    keep->setEnabled(current.has_value());
    connect(keep, &QPushButton::clicked, this, [this, current] { add(*current); });
    auto* remove = new ActionButton(tr("Remove"));
    connect(remove, &QPushButton::clicked, this, &PresetsDialog::removeRow);
    auto* standard = new ActionButton(tr("As they come"));
    connect(standard, &QPushButton::clicked, this, [this] {
        m_presets = OwnPreset::standard();
        fill();
        Q_EMIT presetsChanged(m_presets);
    });
    auto* close = new ActionButton(tr("Close"), widgets::ButtonKind::primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(keep);
    buttons->addWidget(remove);
    buttons->addWidget(standard);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(m_table, 1);
    column->addWidget(m_told);
    column->addLayout(buttons);
}

void PresetsDialog::fill() {
    const QSignalBlocker blocked(m_table);
    m_table->setRowCount(int(m_presets.size()));
    for (int row = 0; row < int(m_presets.size()); ++row) {
        const OwnPreset& preset = m_presets[std::size_t(row)];
        const QString texts[] = {preset.modality.isEmpty() ? tr("others") : preset.modality, preset.name,
                                 shown(preset.centre), shown(preset.width),
                                 preset.isRelative ? tr("shares") : tr("values")};
        for (int column = 0; column < columns; ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            if (column == modalityColumn || column == unitColumn)
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
            if (column == centreColumn || column == widthColumn)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
}

void PresetsDialog::takeCell(int row, int column) {
    OwnPreset& preset = m_presets[std::size_t(row)];
    const QString text = m_table->item(row, column)->text().trimmed();
    bool isNumber = false;
    const double number = QLocale().toDouble(text, &isNumber);
    if (column == nameColumn && !text.isEmpty())
        preset.name = text;
    else if (column == centreColumn && isNumber)
        preset.centre = number;
    else if (column == widthColumn && isNumber && number > 0)
        preset.width = number;
    else
        m_told->setText(tr("'%1' cannot be taken here; nothing was changed.").arg(text));
    fill();
    Q_EMIT presetsChanged(m_presets);
}

void PresetsDialog::add(const OwnPreset& preset) {
    m_presets.push_back(preset);
    fill();
    m_table->setCurrentCell(m_table->rowCount() - 1, nameColumn);
    m_table->editItem(m_table->currentItem());
    Q_EMIT presetsChanged(m_presets);
}

void PresetsDialog::removeRow() {
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_presets.erase(m_presets.begin() + row);
    fill();
    Q_EMIT presetsChanged(m_presets);
}

} // namespace pleurascope::ui::review
