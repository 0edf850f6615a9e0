// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeysOverlay.h"

#include "ui/shell/KeysModel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

/// A field that takes the next key press for the cell.
class KeyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* field = new QKeySequenceEdit(parent);
        connect(field, &QKeySequenceEdit::keySequenceChanged, field, [field](const QKeySequence& keys) {
            if (keys.count() > 1) // one press, no chains
                field->setKeySequence(QKeySequence(keys[0]));
        });
        connect(field, &QKeySequenceEdit::editingFinished, this, [this, field] {
            auto* self = const_cast<KeyDelegate*>(this);
            Q_EMIT self->commitData(field);
            Q_EMIT self->closeEditor(field);
        });
        return field;
    }
    void setEditorData(QWidget*, const QModelIndex&) const override {} // an empty field waits for the press
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        model->setData(index, QVariant::fromValue(static_cast<QKeySequenceEdit*>(editor)->keySequence()));
    }
};

} // namespace

KeysOverlay::KeysOverlay(QWidget* window)
    : QWidget(window)
    , m_model(new KeysModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_told(new TextLabel(TextSize::label, Token::text2))
    , m_mouse(new TextLabel(TextSize::label, Token::text2))
    , m_card(makeCard()) {
    setObjectName(QStringLiteral("keysOverlay"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    auto* middle = new QVBoxLayout(this);
    middle->addWidget(m_card, 0, Qt::AlignCenter);
    window->installEventFilter(this);
    connect(m_model, &KeysModel::told, m_told, &TextLabel::setText);
    connect(m_model, &KeysModel::keysChanged, this, &KeysOverlay::keysChanged);
    hide();
}

QWidget* KeysOverlay::makeCard() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("popup"));
    auto* whole = new QVBoxLayout(card);
    whole->setContentsMargins(px(24), px(16), px(24), px(24));
    whole->setSpacing(px(12));
    whole->addWidget(new TextLabel(tr("Keys"), TextSize::title));
    m_search->setPlaceholderText(tr("Search by what a key does, or by the key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    whole->addWidget(m_search);
    whole->addWidget(makeTable(), 1);
    m_told->setText(tr("Enter or a double click on a key changes it. Single letters are silent while a text "
                       "field has the focus."));
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(2 * m_told->fontMetrics().lineSpacing());
    whole->addWidget(m_told);
    m_mouse->setWordWrap(true);
    whole->addWidget(m_mouse);
    auto* buttons = new QHBoxLayout;
    auto* reset = new widgets::ActionButton(tr("All keys as they come"));
    auto* close = new widgets::ActionButton(tr("Close"), widgets::ButtonKind::primary);
    close->setKeyText(tr("Esc"));
    connect(reset, &QPushButton::clicked, this, &KeysOverlay::resetAll);
    connect(close, &QPushButton::clicked, this, &KeysOverlay::toggle);
    buttons->addWidget(reset);
    buttons->addStretch(1);
    buttons->addWidget(close);
    whole->addLayout(buttons);
    return card;
}

QTreeView* KeysOverlay::makeTable() {
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setFilterKeyColumn(-1);
    auto* table = new QTreeView;
    table->setModel(m_found);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table->setItemDelegateForColumn(KeysModel::keyColumn, new KeyDelegate(table));
    table->setAccessibleName(tr("Keys"));
    table->header()->setMinimumHeight(px(28));
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(KeysModel::wordsColumn, QHeaderView::Stretch);
    table->header()->resizeSection(KeysModel::keyColumn, px(140));
    table->header()->resizeSection(KeysModel::placeColumn, px(120));
    connect(table, &QTreeView::activated, table,
            [table](const QModelIndex& index) { table->edit(index.siblingAtColumn(KeysModel::keyColumn)); });
    return table;
}

void KeysOverlay::setMouseLines(const std::vector<std::pair<QString, QString>>& lines) {
    QStringList words;
    for (const auto& [gesture, meaning] : lines)
        words << tr("%1: %2").arg(gesture, meaning);
    m_mouse->setText(tr("Mouse on a film. %1.").arg(words.join(QStringLiteral("; "))));
}

void KeysOverlay::resetAll() {
    widgets::KeyBindings::current().resetAll();
    m_told->setText(tr("All keys are as they come."));
    Q_EMIT keysChanged();
}

void KeysOverlay::fitCard() {
    setGeometry(parentWidget()->rect());
    m_card->setFixedSize(std::min(px(760), width() - px(48)), std::min(px(680), height() - px(48)));
}

void KeysOverlay::toggle() {
    if (isVisible()) {
        hide();
        if (m_focusBefore)
            m_focusBefore->setFocus();
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    m_model->refresh();
    fitCard();
    show();
    raise();
    m_search->setFocus();
    m_search->selectAll();
}

void KeysOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor veil = widgets::colour(Token::canvas);
    veil.setAlphaF(0.5F);
    painter.fillRect(rect(), veil);
}

void KeysOverlay::mousePressEvent(QMouseEvent* event) {
    if (!m_card->geometry().contains(event->pos()))
        toggle();
}

void KeysOverlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->text() == QLatin1String("?"))
        toggle();
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        fitCard();
    // Escape in the search field would else be the page's
    if (watched == m_search && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::eventFilter(watched, event);
}

} // namespace pleurascope::ui::shell
