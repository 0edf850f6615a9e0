// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tags/TagsDialog.h"

#include "ui/review/tags/TagFilterModel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QTreeView>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

TagsDialog::TagsDialog(std::filesystem::path readerProgram, std::vector<TaggedFile> files, QWidget* parent)
    : QDialog(parent)
    , m_reader(std::make_shared<intake::FilmReader>(std::move(readerProgram)))
    , m_files(std::move(files))
    , m_model(new TagTableModel(this))
    , m_found(new TagFilterModel(this))
    , m_search(new QLineEdit)
    , m_other(new QComboBox)
    , m_differences(new QCheckBox(tr("Only differences")))
    , m_table(new QTreeView)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    m_pool.setMaxThreadCount(1);
    setWindowTitle(tr("Tags of %1").arg(m_files.front().name));
    resize(px(960), px(640));
    layOut();
    connect(m_search, &QLineEdit::textChanged, m_found, &TagFilterModel::setText);
    connect(m_search, &QLineEdit::textChanged, this, &TagsDialog::showState);
    connect(m_differences, &QCheckBox::toggled, m_found, &TagFilterModel::setOnlyDifferences);
    connect(m_differences, &QCheckBox::toggled, this, &TagsDialog::showState);
    connect(m_other, &QComboBox::activated, this, &TagsDialog::chooseFile);
    readShown();
}

TagsDialog::~TagsDialog() {
    m_shownTask.cancel();
    m_otherTask.cancel();
    m_pool.waitForDone();
}

void TagsDialog::layOut() {
    m_search->setPlaceholderText(tr("Search number, name or value"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_other->addItem(tr("Compare with ..."));
    for (std::size_t i = 1; i < m_files.size(); ++i)
        m_other->addItem(m_files[i].name, int(i));
    m_other->addItem(tr("Another file"), -1);
    m_other->setAccessibleName(tr("File to compare with"));
    m_differences->setEnabled(false);
    m_found->setSourceModel(m_model);
    m_table->setModel(m_found);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setColumnHidden(TagTableModel::otherValue, true);
    m_table->setAccessibleName(tr("Elements of the file"));
    m_table->header()->setMinimumHeight(px(28));
    const int widths[] = {130, 40, 240, 300};
    for (int column = 0; column < 4; ++column)
        m_table->header()->resizeSection(column, px(widths[column]));
    auto* top = new QHBoxLayout;
    top->setSpacing(px(12));
    top->addWidget(m_search, 1);
    top->addWidget(m_other);
    top->addWidget(m_differences);
    auto* close = new widgets::ActionButton(tr("Close"), widgets::ButtonKind::primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
}

void TagsDialog::readShown() {
    m_shownTask.start([reader = m_reader, path = m_files.front().path](
                          const std::stop_token&) { return reader->readTags(path); },
                      [this](const Tags& tags) {
                          if (!tags) {
                              m_state->setText(widgets::errorText(tags.error()));
                              return;
                          }
                          m_model->show(*tags);
                          showState();
                      });
}

void TagsDialog::chooseFile() {
    const QVariant choice = m_other->currentData();
    if (!choice.isValid()) {
        m_model->compareWith({});
        m_differences->setChecked(false);
        m_differences->setEnabled(false);
        m_table->setColumnHidden(TagTableModel::otherValue, true);
        showState();
        return;
    }
    if (choice.toInt() >= 0) {
        readOther();
        return;
    }
    const QString file = QFileDialog::getOpenFileName(this, tr("Compare with"));
    if (file.isEmpty()) {
        m_other->setCurrentIndex(0);
        return;
    }
    m_files.push_back({QFileInfo(file).fileName(), file.toStdString()});
    m_other->insertItem(m_other->count() - 1, m_files.back().name, int(m_files.size() - 1));
    m_other->setCurrentIndex(m_other->count() - 2);
    readOther();
}

void TagsDialog::readOther() {
    const auto& file = m_files[std::size_t(m_other->currentData().toInt())];
    m_otherTask.start(
        [reader = m_reader, path = file.path](const std::stop_token&) { return reader->readTags(path); },
        [this](const Tags& tags) {
            if (!tags) {
                m_state->setText(widgets::errorText(tags.error()));
                return;
            }
            m_model->compareWith(*tags);
            m_table->setColumnHidden(TagTableModel::otherValue, false);
            m_differences->setEnabled(true);
            m_differences->setChecked(true);
            showState();
        });
}

void TagsDialog::showState() {
    const QLocale locale;
    m_state->setText(tr("%1 of %2 elements")
                         .arg(locale.toString(m_found->rowCount()), locale.toString(m_model->rowCount())));
}

} // namespace pleurascope::ui::review
