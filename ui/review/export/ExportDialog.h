// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/Library.h"
#include "ui/review/export/ExportChoice.h"

#include <QDialog>
#include <QPointer>

#include <filesystem>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace pleurascope::ui::widgets {
class TextLabel;
}

namespace pleurascope::ui::review {

class DicomExport;
class SeriesExport;

/// Takes the film out of the program: into a file, onto the clipboard, onto paper. Shows what will come out.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(FilmView& view, const store::StudyRecord& study, bool namesShown, const QString& folder,
                 QWidget* parent = nullptr);

    void setChoice(const ExportChoice& choice);
    /// The films of the series may be written, too.
    void offerSeries(std::vector<store::FilmRecord> films, store::Library& library,
                     std::filesystem::path readerProgram);
    /// DICOM films may be written as DICOM, too: this one, and the series where that is offered.
    void offerDicom(store::FilmRecord film, std::filesystem::path commandLineProgram);
    /// All films of the series into a folder, in the chosen format.
    void saveSeries(const QString& folder);
    /// The film, or the series, as DICOM into a folder.
    void saveDicom(const QString& folder);
    /// Writes the picture or page; the kind is told by the name's end (png, jpg, tif, pdf). Errors: those of
    /// writing; invalidArgument for another end.
    [[nodiscard]] core::Result<void> save(const QString& file) const;

Q_SIGNALS:
    void folderChosen(const QString& folder);
    void choiceMade(const pleurascope::ui::review::ExportChoice& choice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void layOut();
    [[nodiscard]] bool isSeries() const;
    [[nodiscard]] bool isDicom() const;
    void tellWhatComesOut();
    void showProgress(int done, int total);
    void showOutcome(int written, const QStringList& problems);
    void choose();
    void showPreview();
    void preview(FilmPage::Extent extent);
    void askAndSave();
    void copy();
    void print();
    [[nodiscard]] FilmPage::Extent keptExtent() const;
    [[nodiscard]] FilmPage page() const;

    QPointer<FilmView> m_view;
    store::StudyRecord m_study;
    bool m_namesShown;
    QString m_folder;
    QComboBox* m_films;
    QComboBox* m_format;
    QComboBox* m_extent;
    QComboBox* m_copiedExtent;
    QPushButton* m_copy;
    QPushButton* m_print;
    QLabel* m_preview;
    widgets::TextLabel* m_state;
    ExportChoice m_choice;
    QImage m_picture;
    std::vector<store::FilmRecord> m_series;
    SeriesExport* m_exporter = nullptr;      ///< where a series is offered
    std::optional<store::FilmRecord> m_film; ///< where DICOM is offered
    DicomExport* m_dicom = nullptr;
};

} // namespace pleurascope::ui::review
