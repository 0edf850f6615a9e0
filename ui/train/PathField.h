// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QToolButton;

namespace pleurascope::ui::train {

/// A line for a path with a button that opens a file dialog; files and folders can be dropped on it too.
class PathField : public QLineEdit {
    Q_OBJECT
public:
    enum class Kind { folder, file };

    /// `filter` as QFileDialog wants it, for files.
    PathField(Kind kind, const QString& dialogTitle, const QString& filter = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Chosen in the dialog, dropped, or typed and left.
    void pathChosen(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void openDialog();
    void take(const QString& path);

    Kind m_kind;
    QString m_title;
    QString m_filter;
    QToolButton* m_button;
};

} // namespace pleurascope::ui::train
