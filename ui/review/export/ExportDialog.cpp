// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/ExportDialog.h"

#include "ui/review/FilmView.h"
#include "ui/review/export/DicomExport.h"
#include "ui/review/export/FilmFile.h"
#include "ui/review/export/PrintPreview.h"
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
#include <QPrinter>
#include <QScreen>

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
    , m_extent(new QComboBox)
    , m_copiedExtent(new QComboBox)
    , m_preview(new QLabel)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Export"));
    resize(QSize(px(760), px(560)).boundedTo(screen()->availableSize()));
    fill();
    layOut();
    connect(m_extent, &QComboBox::activated, this, [this] {
        choose();
        showPreview();
    });
    connect(m_copiedExtent, &QComboBox::activated, this, [this] {
        choose();
        preview(m_choice.copied);
    });
    connect(m_format, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(m_films, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(&view, &QObject::destroyed, this, &QDialog::reject);
    showPreview();
}

void ExportDialog::fill() {
    m_films->addItem(tr("This film"));
    for (const auto& [name, end] :
         {std::pair(tr("PNG, without loss"), "png"), std::pair(tr("JPEG"), "jpg"),
          std::pair(tr("TIFF, without loss"), "tif"), std::pair(tr("PDF page"), "pdf")})
        m_format->addItem(name, QString::fromLatin1(end));
    for (QComboBox* box : {m_extent, m_copiedExtent})
        for (const FilmPage::Extent extent : {FilmPage::Extent::wholeFilm, FilmPage::Extent::asShown})
            box->addItem(FilmPage::nameOf(extent), int(extent));
    setChoice({});
}

void ExportDialog::layOut() {
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
    field(tr("Films"), m_films);
    field(tr("Format"), m_format);
    field(tr("Picture in files and on paper"), m_extent);
    side->addStretch(1);
    const auto button = [&](const QString& words, widgets::ButtonKind kind, void (ExportDialog::*slot)()) {
        auto* action = new ActionButton(words, kind);
        connect(action, &QPushButton::clicked, this, slot);
        side->addWidget(action);
        return action;
    };
    field(tr("Picture on the clipboard"), m_copiedExtent);
    m_copy = button(tr("Copy to the clipboard"), widgets::ButtonKind::plain, &ExportDialog::copy);
    m_print = button(tr("Print ..."), widgets::ButtonKind::plain, &ExportDialog::print);
    button(tr("Save ..."), widgets::ButtonKind::primary, &ExportDialog::askAndSave)->setDefault(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(16), px(16), px(16));
    row->setSpacing(px(16));
    auto* picture = new QVBoxLayout;
    picture->setSpacing(px(8));
    picture->addWidget(m_preview, 1);
    m_state->setWordWrap(true);
    m_state->setMinimumHeight(3 *
                              m_state->fontMetrics().lineSpacing()); // nothing moves for a longer sentence
    picture->addWidget(m_state);
    row->addLayout(picture, 1);
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

void ExportDialog::setChoice(const ExportChoice& choice) {
    m_choice = choice;
    m_extent->setCurrentIndex(m_extent->findData(int(choice.kept)));
    m_copiedExtent->setCurrentIndex(m_copiedExtent->findData(int(choice.copied)));
}

void ExportDialog::choose() {
    m_choice = {FilmPage::Extent(m_extent->currentData().toInt()),
                FilmPage::Extent(m_copiedExtent->currentData().toInt())};
    Q_EMIT choiceMade(m_choice);
}

FilmPage::Extent ExportDialog::keptExtent() const {
    return isSeries() ? FilmPage::Extent::wholeFilm : m_choice.kept;
}

FilmPage ExportDialog::page() const {
    return FilmPage(*m_view, m_study, m_namesShown);
}

void ExportDialog::showPreview() {
    m_extent->setEnabled(!isSeries() && !isDicom());
    m_copiedExtent->setEnabled(!isSeries() && !isDicom());
    m_copy->setEnabled(!isSeries() && !isDicom());
    m_print->setEnabled(!isSeries() && !isDicom());
    preview(isDicom() ? FilmPage::Extent::wholeFilm : keptExtent());
}

void ExportDialog::preview(FilmPage::Extent extent) {
    m_picture = page().picture(extent);
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
    return saveFilm(page(), keptExtent(), file);
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
    QGuiApplication::clipboard()->setImage(page().picture(m_choice.copied));
    m_state->setText(tr("The picture is on the clipboard."));
}

void ExportDialog::print() {
    QPrinter printer(QPrinter::HighResolution);
    PrintPreview preview(printer, page(), m_choice.kept, this);
    connect(&preview, &PrintPreview::extentChosen, this, [this](FilmPage::Extent extent) {
        setChoice({extent, m_choice.copied});
        choose();
        showPreview();
    });
    connect(&preview, &PrintPreview::failed, this,
            [this] { m_state->setText(tr("The printer does not begin.")); });
    preview.exec();
}

} // namespace pleurascope::ui::review
