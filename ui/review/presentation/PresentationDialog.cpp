// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/presentation/PresentationDialog.h"

#include "ui/review/ReaderName.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr int longestDescription = 64; // LO

/// Words as a file name.
QString fileNameOf(const QString& words) {
    QString name = words.simplified().toLower();
    name.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), QStringLiteral("-"));
    name = name.left(40);
    return (name.isEmpty() ? QStringLiteral("presentation") : name) + QStringLiteral(".dcm");
}

QLineEdit* addRow(QGridLayout& grid, const QString& name, int columns) {
    auto* label = new TextLabel(TextSize::label, Token::text2);
    label->setText(name);
    auto* field = new QLineEdit;
    field->setAccessibleName(name);
    label->setBuddy(field);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(field, row, 1, 1, columns);
    return field;
}

} // namespace

PresentationDialog::PresentationDialog(const QString& reader, const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_folder(!folder.isEmpty() && QDir(folder).exists() ? folder : QDir::homePath())
    , m_problem(new TextLabel(TextSize::caption, Token::error))
    , m_save(new ActionButton(tr("Save"), widgets::ButtonKind::primary)) {
    setWindowTitle(tr("Save presentation"));
    setMinimumWidth(px(520));
    auto* told = new TextLabel(TextSize::label, Token::text2);
    told->setWordWrap(true);
    told->setText(tr(
        "Window, polarity, rotation, what of the film is seen, and the marks, as a DICOM presentation state "
        "(GSPS) of its own. The film's file stays as it is."));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    m_description = addRow(*grid, tr("Called"), 2);
    m_description->setMaxLength(longestDescription);
    m_description->setPlaceholderText(tr("What it shows, such as 'effusion left'"));
    m_reader = addRow(*grid, tr("By"), 2);
    m_reader->setText(reader);
    m_reader->setPlaceholderText(tr("Family name, given name"));
    m_file = addRow(*grid, tr("File"), 1);
    auto* choose = new ActionButton(tr("Choose ..."));
    connect(choose, &QPushButton::clicked, this, &PresentationDialog::chooseFile);
    grid->addWidget(choose, grid->rowCount() - 1, 2);
    auto* cancel = new ActionButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    m_save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(told);
    column->addLayout(grid);
    column->addLayout(buttons);
    connect(m_description, &QLineEdit::textChanged, this, &PresentationDialog::suggestFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] {
        m_isFileChosen = true;
        check();
    });
    suggestFile();
}

QString PresentationDialog::description() const {
    return m_description->text().simplified();
}

QString PresentationDialog::reader() const {
    return readerNameFrom(m_reader->text());
}

QString PresentationDialog::file() const {
    return m_file->text().trimmed();
}

void PresentationDialog::suggestFile() {
    if (!m_isFileChosen)
        m_file->setText(QDir::toNativeSeparators(QDir(m_folder).filePath(fileNameOf(description()))));
    check();
}

void PresentationDialog::chooseFile() {
    const QString chosen =
        QFileDialog::getSaveFileName(this, tr("Save presentation"), file(), tr("DICOM files (*.dcm)"));
    if (chosen.isEmpty())
        return;
    m_isFileChosen = true;
    m_file->setText(QDir::toNativeSeparators(chosen));
    check();
}

/// A file that is there already is written over only where it was chosen in the file dialog, which has asked.
void PresentationDialog::check() {
    QString problem;
    if (description().isEmpty())
        problem = tr("It needs a name.");
    else if (file().isEmpty() || !QFileInfo(file()).absoluteDir().exists())
        problem = tr("There is no such folder.");
    else if (!m_isFileChosen && QFileInfo::exists(file()))
        problem = tr("There is a file of this name; choose another.");
    const bool isFresh = description().isEmpty() && !m_description->isModified(); // nothing is wrong yet
    m_problem->setText(isFresh ? QString() : problem);
    m_save->setEnabled(problem.isEmpty());
}

} // namespace pleurascope::ui::review
