// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/PathField.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QToolButton>

namespace pleurascope::ui::train {

using widgets::px;

PathField::PathField(Kind kind, const QString& dialogTitle, const QString& filter, QWidget* parent)
    : QLineEdit(parent)
    , m_kind(kind)
    , m_title(dialogTitle)
    , m_filter(filter)
    , m_button(new QToolButton(this)) {
    m_button->setIcon(widgets::icon(QStringLiteral("folder")));
    m_button->setIconSize(QSize(px(16), px(16)));
    m_button->setCursor(Qt::ArrowCursor);
    m_button->setToolTip(dialogTitle);
    m_button->setAccessibleName(dialogTitle);
    setTextMargins(0, 0, px(24), 0);
    connect(m_button, &QToolButton::clicked, this, &PathField::openDialog);
    connect(this, &QLineEdit::editingFinished, this, [this] { Q_EMIT pathChosen(text()); });
}

void PathField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    const int side = std::min(height() - px(2), px(26));
    m_button->setGeometry(width() - side - 1, (height() - side) / 2, side, side);
}

void PathField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ReadOnlyChange)
        m_button->setVisible(!isReadOnly());
}

void PathField::dragEnterEvent(QDragEnterEvent* event) {
    if (!isReadOnly() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
    else
        QLineEdit::dragEnterEvent(event);
}

void PathField::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile())
        QLineEdit::dropEvent(event);
    else
        take(urls.first().toLocalFile());
}

void PathField::openDialog() {
    auto* dialog = new QFileDialog(this, m_title, text(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_kind == Kind::folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, m_kind == Kind::folder);
    connect(dialog, &QFileDialog::fileSelected, this, &PathField::take);
    dialog->open();
}

void PathField::take(const QString& path) {
    setText(path);
    Q_EMIT pathChosen(path);
}

} // namespace pleurascope::ui::train
