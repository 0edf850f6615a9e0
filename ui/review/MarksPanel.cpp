// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/MarksPanel.h"

#include "ui/review/FilmView.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QHeaderView>
#include <QLocale>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr int mostRows = 5; ///< before the list scrolls

QTableView* makeTable(QAbstractItemModel* model) {
    auto* table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(px(28));
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(MarkTableModel::kind, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(MarkTableModel::value, QHeaderView::Stretch);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setWordWrap(false);
    table->setAccessibleName(MarksPanel::tr("Measurements and marks"));
    return table;
}

} // namespace

MarksPanel::MarksPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new MarkTableModel(this))
    , m_section(new widgets::PanelSection(tr("Measurements")))
    , m_empty(new TextLabel(TextSize::label, Token::text2))
    , m_table(makeTable(m_model))
    , m_export(new widgets::ActionButton(tr("Save as CSV"), widgets::ButtonKind::plain)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_export->setDense(true);
    m_export->setIconName(QStringLiteral("export"));
    m_section->setRuleVisible(false);
    m_section->body()->addWidget(m_empty);
    widgets::KeyBindings::current().followText(
        m_empty, QStringLiteral("tool.length"), [this](const QString& key) {
            m_empty->setText(key.isEmpty() ? tr("None yet.")
                                           : tr("None yet. %1 measures a length.").arg(key));
        });
    m_section->body()->addWidget(m_table);
    m_section->body()->addWidget(m_export, 0, Qt::AlignLeft);
    column->addWidget(m_section);
    connect(m_export, &QPushButton::clicked, this, &MarksPanel::exportRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MarksPanel::chooseRow);
    auto* remove = new QShortcut(Qt::Key_Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        if (m_view != nullptr)
            m_view->editor().removeChosen();
    });
    showMarks();
}

void MarksPanel::follow(FilmView& view) {
    if (m_view == &view)
        return;
    if (m_view != nullptr)
        disconnect(&m_view->marks(), nullptr, this, nullptr);
    m_view = &view;
    connect(&view.marks(), &MarkList::changed, this, &MarksPanel::showMarks);
    connect(&view.marks(), &MarkList::chosenChanged, this, &MarksPanel::showMarks);
    showMarks();
}

void MarksPanel::showMarks() {
    if (m_view != nullptr)
        m_model->setMarks(m_view->marks().marks(), m_view->measuredFilm());
    const int rows = m_model->rowCount();
    m_empty->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    m_export->setVisible(rows > 0);
    m_section->setRemark(rows > 0 ? QLocale().toString(rows) : QString());
    m_table->setFixedHeight(std::min(rows, mostRows) * m_table->verticalHeader()->defaultSectionSize() +
                            px(2));
    const int chosen = m_view == nullptr ? -1 : m_model->rowOf(m_view->marks().chosen());
    if (chosen >= 0)
        m_table->setCurrentIndex(m_model->index(chosen, 0));
    else
        m_table->selectionModel()->clear();
}

void MarksPanel::chooseRow() {
    const QModelIndex index = m_table->currentIndex();
    if (m_view == nullptr || !index.isValid())
        return;
    const int frame = index.data(MarkTableModel::frameRole).toInt();
    if (frame != m_view->film().frame)
        Q_EMIT frameRequested(frame);
    m_view->marks().choose(index.data(MarkTableModel::uidRole).toString());
}

} // namespace pleurascope::ui::review
