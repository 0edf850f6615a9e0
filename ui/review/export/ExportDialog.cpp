// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/ExportDialog.h"

#include "engine/core/Files.h"
#include "engine/imaging/TiffWriter.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace pleurascope::ui::review {

using widgets::ActionButton;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

constexpr int jpegQuality = 95;
constexpr int pdfResolution = 300; ///< dots an inch
constexpr double pageMargin = 15;  ///< mm

QPageLayout pageLayout(QSize film) {
    return QPageLayout(QPageSize(QPageSize::A4),
                       film.width() > film.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin), QPageLayout::Millimeter);
}

core::PixelBuffer rgbOf(const QImage& image) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    std::vector<std::uint8_t> samples;
    samples.reserve(std::size_t(rgb.width()) * std::size_t(rgb.height()) * 3);
    for (int y = 0; y < rgb.height(); ++y)
        samples.insert(samples.end(), rgb.constScanLine(y), rgb.constScanLine(y) + 3 * rgb.width());
    return core::PixelBuffer::fromVector(rgb.width(), rgb.height(), 3, core::SampleType::u8,
                                         std::move(samples));
}

core::Result<void> write(const QString& file, const QByteArray& bytes) {
    return core::writeFileAtomically(file.toStdString(),
                                     std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

} // namespace

ExportDialog::ExportDialog(FilmView& view, const store::StudyRecord& study, bool namesShown,
                           const QString& folder, QWidget* parent)
    : QDialog(parent)
    , m_view(&view)
    , m_study(study)
    , m_namesShown(namesShown)
    , m_folder(folder)
    , m_format(new QComboBox)
    , m_size(new QComboBox)
    , m_preview(new QLabel)
    , m_state(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Export"));
    resize(px(760), px(560));
    layOut();
    connect(m_size, &QComboBox::activated, this, &ExportDialog::showPreview);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::showPreview);
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
    button(tr("Copy to the clipboard"), widgets::ButtonKind::plain, &ExportDialog::copy);
    button(tr("Print ..."), widgets::ButtonKind::plain, &ExportDialog::print);
    button(tr("Save ..."), widgets::ButtonKind::primary, &ExportDialog::askAndSave)->setDefault(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(16), px(16), px(16));
    row->setSpacing(px(16));
    row->addWidget(m_preview, 1);
    row->addLayout(side);
}

FilmPage::Size ExportDialog::chosenSize() const {
    return FilmPage::Size(m_size->currentData().toInt());
}

FilmPage ExportDialog::page() const {
    return FilmPage(*m_view, m_study, m_namesShown);
}

void ExportDialog::showPreview() {
    const bool isPage = m_format->currentData().toString() == QLatin1String("pdf");
    m_size->setEnabled(!isPage);
    m_picture = page().picture(isPage ? FilmPage::Size::wholeFilm : chosenSize());
    const QSize room = m_preview->size() * devicePixelRatioF();
    QImage fitted = m_picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(QPixmap::fromImage(fitted));
    const QString identity =
        m_namesShown ? tr("The patient's name stands on it.") : tr("It carries no names.");
    m_state->setText(isPage ? tr("One A4 page. %1").arg(identity)
                            : tr("%1 × %2 pixels").arg(m_picture.width()).arg(m_picture.height()));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    showPreview();
}

core::Result<void> ExportDialog::save(const QString& file) const {
    const QString end = QFileInfo(file).suffix().toLower();
    if (end == QLatin1String("pdf")) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(pdfResolution);
        writer.setPageLayout(pageLayout(m_view->lyingSize()));
        writer.setTitle(tr("Film"));
        writer.setCreator(QStringLiteral("PleuraScope"));
        if (!page().draw(writer))
            return core::failure(core::ErrorCode::internal, "the PDF page does not begin",
                                 file.toStdString());
        return write(file, bytes);
    }
    const QImage picture = page().picture(chosenSize());
    if (end == QLatin1String("tif") || end == QLatin1String("tiff"))
        return imaging::writeTiff(file.toStdString(), rgbOf(picture), FilmPage::notice().toStdString());
    const bool isJpeg = end == QLatin1String("jpg") || end == QLatin1String("jpeg");
    if (!isJpeg && end != QLatin1String("png"))
        return core::failure(core::ErrorCode::invalidArgument, end.toStdString(), file.toStdString());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, isJpeg ? "JPEG" : "PNG", isJpeg ? jpegQuality : -1))
        return core::failure(core::ErrorCode::internal, "the picture cannot be encoded", file.toStdString());
    return write(file, bytes);
}

void ExportDialog::askAndSave() {
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
    printer.setPageLayout(pageLayout(m_view->lyingSize()));
    QPrintPreviewDialog preview(&printer, this);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* device) {
        if (!page().draw(*device))
            m_state->setText(tr("The printer does not begin."));
    });
    preview.exec();
}

} // namespace pleurascope::ui::review
