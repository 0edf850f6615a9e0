// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewHeader.h"
#include "ui/widgets/Theme.h"

#include <QTest>
#include <QToolButton>

using namespace pleurascope;
using namespace pleurascope::ui::review;

class TestReviewHeader : public QObject {
    Q_OBJECT

    static LoadedFilm film(std::vector<std::string> assumptions, std::vector<std::string> warnings) {
        intake::Film film;
        film.header.assumptions = std::move(assumptions);
        film.header.warnings = std::move(warnings);
        film.image.pixels =
            core::PixelBuffer::fromVector(2, 1, 1, core::SampleType::u8, std::vector<std::uint8_t>{0, 255});
        return LoadedFilm::of(std::move(film));
    }

    static QToolButton* notes(const ReviewHeader& header) {
        for (auto* button : header.findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Notes on this file"))
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }

    void notesOnAFileAreThereWhereThereAreSome() {
        ReviewHeader header;
        QVERIFY(notes(header));
        QVERIFY(notes(header)->isHidden());
        header.showFilm(
            film({"Bits Stored is not usable: 16 is taken"}, {"the preamble is that of a TIFF file"}));
        QVERIFY(!notes(header)->isHidden());
        const QString tip = notes(header)->toolTip();
        QVERIFY(tip.contains(QStringLiteral("Bits Stored")));
        QVERIFY(tip.indexOf(QStringLiteral("preamble")) < tip.indexOf(QStringLiteral("Bits Stored")));
        header.showFilm(film({}, {}));
        QVERIFY(notes(header)->isHidden());
    }

    void whatAFileSaysIsNeverMarkup() {
        ReviewHeader header;
        header.showFilm(film({"<img src=x>"}, {}));
        QVERIFY(!notes(header)->toolTip().contains(QStringLiteral("<img")));
        QVERIFY(notes(header)->toolTip().contains(QStringLiteral("&lt;img")));
        header.showNoFilm();
        QVERIFY(notes(header)->isHidden());
    }
};

QTEST_MAIN(TestReviewHeader)
#include "tst_reviewheader.moc"
