// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/ExportDialog.h"

#include "ui/review/FilmView.h"
#include "ui/review/export/DicomExport.h"
#include "ui/review/export/FilmFile.h"
#include "ui/review/export/SeriesExport.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

ExportDialog::ExportDialog(FilmView& view, const store::StudyRecord& study, bool namesShown,
                           const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_view(&view)
    , m_study(study)
    , m_namesShown(namesShown)
    , m_folder(folder)
    , m_films(new QComboBox)
    , m_format(new QComboBox)
    , m_size(new QComboBox)
    , m_preview(new QLabel)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Export"));
    resize(px(760), px(560));
    layOut();
    connect(m_size, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(m_films, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(&view, &QObject::destroyed, this, &QDialog::reject);
    showPreview();
}

void ExportDialog::layOut() {
    for (const auto& [name, end] :
         {std::pair(tr("PNG, without loss"), "png"), std::pair(tr("JPEG"), "jpg"),
          std::pair(tr("TIFF, without loss"), "tif"), std::pair(tr("PDF page"), "pdf")})
        m_format->addItem(name, QString::fromLatin1(end));
    m_size->addItem(tr("The whole film, full size"), int(FilmPage::Size::wholeFilm));
    m_size->addItem(tr("As it is shown now"), int(FilmPage::Size::asShown));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(px(240), px(240));
    m_preview->setAccessibleName(tr("What will come out"));
    auto* side = new QVBoxLayout;
    side->setSpacing(px(8));
    const auto field = [&](const QString& name, QComboBox* box) {
        side->addWidget(new TextLabel(name, TextSize::label, Token::text2));
        box->setAccessibleName(name);
        side->addWidget(box);
    };
    m_films->addItem(tr("This film"));
    field(tr("Films"), m_films);
    field(tr("Format"), m_format);
    field(tr("Picture"), m_size);
    side->addWidget(m_state);
    side->addStretch(1);
    m_state->setWordWrap(true);
    const auto button = [&](const QString& words, widgets::ButtonKind kind, void (ExportDialog::*slot)()) {
        auto* action = new ActionButton(words, kind);
        connect(action, &QPushButton::clicked, this, slot);
        side->addWidget(action);
        return action;
    };
    m_copy = button(tr("Copy to the clipboard"), widgets::ButtonKind::plain, &ExportDialog::copy);
    m_print = button(tr("Print ..."), widgets::ButtonKind::plain, &ExportDialog::print);
    button(tr("Save ..."), widgets::ButtonKind::primary, &ExportDialog::askAndSave)->setDefault(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(16), px(16), px(16));
    row->setSpacing(px(16));
    row->addWidget(m_preview, 1);
    row->addLayout(side);
}

void ExportDialog::offerSeries(std::vector<store::FilmRecord> films, store::Library& library,
                               std::filesystem::path readerProgram) {
    if (films.empty())
        return;
    m_series = std::move(films);
    m_exporter = new SeriesExport(library, std::move(readerProgram), this);
    m_films->addItem(tr("The whole series: %n film(s), all frames", nullptr, int(m_series.size())));
    connect(m_exporter, &SeriesExport::progressed, this, &ExportDialog::showProgress);
    connect(m_exporter, &SeriesExport::finished, this, &ExportDialog::showOutcome);
    connect(this, &QDialog::finished, m_exporter, &SeriesExport::cancel);
}

void ExportDialog::offerDicom(store::FilmRecord film, std::filesystem::path commandLineProgram) {
    m_film = std::move(film);
    m_format->addItem(tr("DICOM, as stored"), QStringLiteral("dicom"));
    m_format->addItem(tr("DICOM, de-identified"), QStringLiteral("deidentified"));
    m_dicom = new DicomExport(std::move(commandLineProgram), this);
    connect(m_dicom, &DicomExport::progressed, this, &ExportDialog::showProgress);
    connect(m_dicom, &DicomExport::finished, this, &ExportDialog::showOutcome);
    connect(this, &QDialog::finished, m_dicom, &DicomExport::cancel);
}

bool ExportDialog::isDicom() const {
    const QString format = m_format->currentData().toString();
    return format == QLatin1String("dicom") || format == QLatin1String("deidentified");
}

void ExportDialog::saveDicom(const QString& folder) {
    const bool isClean = m_format->currentData().toString() == QLatin1String("deidentified");
    m_dicom->start(isSeries() ? m_series : std::vector{*m_film}, folder,
                   isClean ? DicomExport::Kind::deidentified : DicomExport::Kind::asStored);
}

void ExportDialog::showProgress(int done, int total) {
    m_state->setText(tr("%1 of %2 written").arg(done).arg(total));
}

void ExportDialog::showOutcome(int written, const QStringList& problems) {
    m_state->setText(
        problems.isEmpty()
            ? tr("%n file(s) written.", nullptr, written)
            : tr("%n file(s) written. %1", nullptr, written).arg(problems.join(QLatin1Char(' '))));
}

bool ExportDialog::isSeries() const {
    return m_films->currentIndex() == 1;
}

void ExportDialog::saveSeries(const QString& folder) {
    SeriesOrder order;
    order.films = m_series;
    order.study = m_study;
    order.namesShown = m_namesShown;
    order.display = m_view->display();
    order.folder = folder;
    order.ending = m_format->currentData().toString();
    m_exporter->start(std::move(order));
}

FilmPage::Size ExportDialog::chosenSize() const {
    if (isSeries())
        return FilmPage::Size::wholeFilm;
    return FilmPage::Size(m_size->currentData().toInt());
}

FilmPage ExportDialog::page() const {
    return FilmPage(*m_view, m_study, m_namesShown);
}

void ExportDialog::showPreview() {
    const bool isPage = m_format->currentData().toString() == QLatin1String("pdf");
    m_size->setEnabled(!isPage && !isSeries() && !isDicom());
    m_copy->setEnabled(!isSeries() && !isDicom());
    m_print->setEnabled(!isSeries() && !isDicom());
    m_picture = page().picture(isPage ? FilmPage::Size::wholeFilm : chosenSize());
    const QSize room = m_preview->size() * devicePixelRatioF();
    QImage fitted = m_picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(QPixmap::fromImage(fitted));
    tellWhatComesOut();
}

void ExportDialog::tellWhatComesOut() {
    const QString identity =
        m_namesShown ? tr("The patient's name stands on it.") : tr("It carries no names.");
    const QString format = m_format->currentData().toString();
    if (format == QLatin1String("dicom"))
        m_state->setText(tr("The file itself, with all that it says of the patient."));
    else if (format == QLatin1String("deidentified"))
        m_state->setText(
            tr("A copy without what identifies a person (DICOM PS3.15, Basic Profile), with other "
               "identifiers and its dates moved. Look at it before you give it away: text in the "
               "picture stays."));
    else if (isSeries())
        m_state->setText(tr("Each film with the window on show and its own marks. %1").arg(identity));
    else
        m_state->setText(format == QLatin1String("pdf")
                             ? tr("One A4 page. %1").arg(identity)
                             : tr("%1 × %2 pixels").arg(m_picture.width()).arg(m_picture.height()));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    showPreview();
}

core::Result<void> ExportDialog::save(const QString& file) const {
    return saveFilm(*m_view, page(), chosenSize(), file);
}

void ExportDialog::askAndSave() {
    if (isSeries() || isDicom()) {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Export into"), m_folder);
        if (!folder.isEmpty()) {
            Q_EMIT folderChosen(folder);
            isDicom() ? saveDicom(folder) : saveSeries(folder);
        }
        return;
    }
    const QString end = m_format->currentData().toString();
    QString file = QFileDialog::getSaveFileName(this, tr("Export"), m_folder + QStringLiteral("/film.") + end,
                                                QStringLiteral("*.") + end);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QLatin1Char('.') + end;
    Q_EMIT folderChosen(QFileInfo(file).path());
    const auto saved = save(file);
    if (saved)
        accept();
    else
        m_state->setText(widgets::errorText(saved.error()));
}

void ExportDialog::copy() {
    QGuiApplication::clipboard()->setImage(page().picture(chosenSize()));
    m_state->setText(tr("The picture is on the clipboard."));
}

void ExportDialog::print() {
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageLayout(pageLayoutFor(m_view->lyingSize()));
    QPrintPreviewDialog preview(&printer, this);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* device) {
        if (!page().draw(*device))
            m_state->setText(tr("The printer does not begin."));
    });
    preview.exec();
}

} // namespace pleurascope::ui::review
