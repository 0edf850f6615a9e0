// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/FilmPage.h"

#include "ui/review/CornerNotes.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::TextSize;
using widgets::Theme;
using widgets::Token;

namespace {

constexpr int smallestSide = 1024; ///< of an exported film: below it, words would be larger than lungs
constexpr int wordsPerSide = 1200; ///< a film as wide as this has words of the screen's size
constexpr double pageMargin = 15;  ///< mm

/// The notice below a picture, as high as two lines.
void paintStrip(QPainter& painter, const QRectF& strip, const QString& words) {
    painter.fillRect(strip, Theme::current().onFilm(Token::canvas));
    painter.setFont(Theme::current().font(TextSize::label, QFont::DemiBold));
    painter.setPen(Theme::current().onFilm(Token::text));
    painter.drawText(strip.adjusted(8, 0, -8, 0), int(Qt::AlignVCenter | Qt::AlignRight), words);
}

} // namespace

FilmPage::FilmPage(FilmView& view, const store::StudyRecord& study, bool namesShown)
    : m_view(view) {
    const auto text = [](const std::string& words) { return QString::fromStdString(words); };
    if (!namesShown) {
        m_identity << tr("Names hidden");
        return;
    }
    const QString person = CornerNotes::sexAndAge(study.sex, study.age);
    QStringList who{text(study.patientId), person};
    who.removeAll(QString());
    QStringList what{text(study.description), CornerNotes::dateAndTime(study.date, study.time)};
    what.removeAll(QString());
    m_identity << text(study.patientName) << who.join(QStringLiteral(", "))
               << what.join(QStringLiteral(", "));
    m_identity.removeAll(QString());
}

QString FilmPage::nameOf(Extent extent) {
    return extent == Extent::asShown ? tr("As on the screen") : tr("Whole film");
}

QString FilmPage::notice() {
    return tr("Research software, not for diagnosis");
}

QString FilmPage::facts() const {
    QStringList facts;
    if (m_view.film().film->image.isGrey())
        facts << tr("C %1 W %2")
                     .arg(CornerNotes::number(m_view.display().window.centre),
                          CornerNotes::number(m_view.display().window.width));
    facts << m_view.measuredFilm().source();
    const QString lossy = CornerNotes::lossyBadge(m_view.film().film->header.instance);
    if (!lossy.isEmpty())
        facts << lossy;
    return facts.join(QStringLiteral("; "));
}

QImage FilmPage::picture(Extent extent) const {
    const bool asShown = extent == Extent::asShown;
    const QSize lying = m_view.lyingSize();
    const double enlarged = std::max(1.0, double(smallestSide) / std::max(lying.width(), lying.height()));
    const QSize film =
        asShown ? m_view.size() * m_view.devicePixelRatioF() : (QSizeF(lying) * enlarged).toSize();
    const double ratio = asShown
                             ? m_view.devicePixelRatioF()
                             : std::max(1.0, double(std::max(film.width(), film.height())) / wordsPerSide);
    const int strip = qRound(28 * ratio);
    QImage image(film + QSize(0, strip), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(ratio, ratio);
    const QRect target(QPoint(0, 0), (QSizeF(film) / ratio).toSize());
    if (asShown)
        painter.drawImage(QRectF(target), m_view.picture());
    else
        m_view.paintWhole(painter, target, ratio);
    paintStrip(painter, QRectF(0, target.height(), target.width(), strip / ratio + 1), notice());
    return image;
}

QPageLayout FilmPage::layout(Extent extent) const {
    const QSize film = extent == Extent::asShown ? m_view.size() : m_view.lyingSize();
    return QPageLayout(QPageSize(QPageSize::A4),
                       film.width() > film.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
                       QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin), QPageLayout::Millimeter);
}

bool FilmPage::draw(QPagedPaintDevice& device, Extent extent) const {
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    constexpr double unitsAnInch = 96; // the screen's logical pixels, in which all is painted
    const double ratio = device.logicalDpiX() / unitsAnInch;
    painter.scale(ratio, ratio);
    const QRectF page(0, 0, painter.device()->width() / ratio, painter.device()->height() / ratio);
    const double line = 18;
    painter.setPen(Qt::black);
    for (qsizetype i = 0; i < m_identity.size(); ++i) {
        painter.setFont(Theme::current().font(i == 0 ? TextSize::title : TextSize::body));
        painter.drawText(QRectF(0, double(i) * line * 1.1, page.width(), line * 1.2), int(Qt::AlignVCenter),
                         m_identity[i]);
    }
    const double top = double(m_identity.size()) * line * 1.1 + 12;
    const QRect film = QRectF(0, top, page.width(), page.height() - top - 3 * line).toRect();
    if (extent == Extent::asShown)
        m_view.paintAsShown(painter, film, ratio);
    else
        m_view.paintWhole(painter, film, ratio);
    painter.setPen(Qt::black);
    painter.setFont(Theme::current().font(TextSize::label));
    const QRectF foot(0, film.bottom() + 8, page.width(), line);
    painter.drawText(foot, int(Qt::AlignVCenter), facts());
    painter.drawText(
        foot, int(Qt::AlignVCenter | Qt::AlignRight),
        tr("PleuraScope, %1").arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)));
    painter.setFont(Theme::current().font(TextSize::body, QFont::DemiBold));
    painter.drawText(foot.translated(0, line + 4), int(Qt::AlignVCenter), notice());
    return painter.end();
}

} // namespace pleurascope::ui::review
