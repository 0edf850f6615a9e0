// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "ui/review/tags/TagTableModel.h"
#include "ui/tasks/LatestTask.h"

#include <QDialog>
#include <QThreadPool>

#include <filesystem>
#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTreeView;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::review {

class TagFilterModel;

/// A file that can be looked into, and what it is called.
struct TaggedFile {
    QString name;
    std::string path;
};

/// All that a DICOM file says of itself, searched as one types, and beside it another file's. Files are read
/// by the isolated reader, on a worker.
class TagsDialog : public QDialog {
    Q_OBJECT
public:
    /// `files` can be compared with; the first one is shown.
    TagsDialog(std::filesystem::path readerProgram, std::vector<TaggedFile> files, QWidget* parent = nullptr);
    ~TagsDialog() override;

private:
    void layOut();
    void readShown();
    void readOther();
    void chooseFile();
    void showState();

    using Tags = core::Result<std::vector<dicom::TagLine>>;

    std::shared_ptr<intake::FilmReader> m_reader;
    std::vector<TaggedFile> m_files;
    QThreadPool m_pool;
    tasks::LatestTask<Tags> m_shownTask{&m_pool};
    tasks::LatestTask<Tags> m_otherTask{&m_pool};
    TagTableModel* m_model;
    TagFilterModel* m_found;
    QLineEdit* m_search;
    QComboBox* m_other;
    QCheckBox* m_differences;
    QTreeView* m_table;
    widgets::TextLabel* m_state;
};

} // namespace pleurascope::ui::review
