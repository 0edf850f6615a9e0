// SPDX-License-Identifier: GPL-3.0-or-later
// The page beside its golden pictures (tests/golden/pictures), in both looks and both languages. They are
// kept at half size, so that a font's last pixel does not count. PLEURASCOPE_NEW_PICTURES=1 makes them anew:
// look at them.
#include "tests/ui/review/FakeModel.h"
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;
using ui::widgets::Theme;
using ui::widgets::ThemeChoice;

namespace {

constexpr int block = 16;           ///< pixels a side, at half size
constexpr double blockLimit = 12;   ///< mean difference in grey levels of a block: a moved word has more
constexpr double pictureLimit = .6; ///< of the whole picture

struct Difference {
    double whole = 0;
    double worst = 0;
    QPoint place;
};

Difference differenceOf(const QImage& a, const QImage& b) {
    Difference difference;
    for (int top = 0; top < a.height(); top += block)
        for (int left = 0; left < a.width(); left += block) {
            const QRect part = QRect(left, top, block, block) & a.rect();
            double sum = 0;
            for (int y = part.top(); y <= part.bottom(); ++y)
                for (int x = part.left(); x <= part.right(); ++x) {
                    const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
                    sum += (std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) +
                            std::abs(qBlue(p) - qBlue(q))) /
                           3.0;
                }
            difference.whole += sum / (double(a.width()) * a.height());
            const double mean = sum / (double(part.width()) * part.height());
            if (mean > difference.worst) {
                difference.worst = mean;
                difference.place = part.topLeft() * 2;
            }
        }
    return difference;
}

} // namespace

class TestReviewLooks : public QObject, private test::PageFixture {
    Q_OBJECT

    QTranslator m_german;

    static QString pathOf(const QString& name) {
        return QStringLiteral(PLEURASCOPE_SOURCE_DIR "/tests/golden/pictures/%1.png").arg(name);
    }

    QImage picture() {
        return m_page->grab()
            .toImage()
            .convertToFormat(QImage::Format_RGB32)
            .scaled(m_page->size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }

    void openPage() {
        test::PageFixture::openPage();
        m_page->setModel(std::make_shared<test::FakePredictor>("8f3a2c1d", 0.83),
                         std::make_shared<test::FakeExplainer>(), QStringLiteral("fake"));
        const auto study = m_library->worklist({})->front().study.id;
        m_page->openStudy(study);
        FilmView& view = m_page->chosenView();
        QTRY_VERIFY(view.hasFilm() && view.isFinal());
        Mark line;
        line.uid = QStringLiteral("m1");
        line.kind = QStringLiteral("length");
        line.points = {{60, 60}, {180, 140}};
        view.addMark(line);
        QTest::qWait(400); // the score and its map
        m_page->chosenView().setFocus();
        QTest::mouseMove(m_page.get(), {2, 2});
        QTest::qWait(100);
    }

private Q_SLOTS:
    void initTestCase() {
        prepare();
        if (!QFontDatabase::families().contains(QStringLiteral("Inter")))
            QSKIP("the font Inter is not installed");
        QVERIFY(m_german.load(QStringLiteral(":/i18n/pleurascope_de.qm")));
        openLibrary();
        test::addStudy(*m_library, m_folder->path(), "DEMO^ANNA", "2026-11-22", 1);
    }

    void thePageLooksAsItShould_data() {
        QTest::addColumn<bool>("light");
        QTest::addColumn<bool>("german");
        QTest::newRow("review-dark-en") << false << false;
        QTest::newRow("review-dark-de") << false << true;
        QTest::newRow("review-light-en") << true << false;
        QTest::newRow("review-light-de") << true << true;
    }

    void thePageLooksAsItShould() {
        QFETCH(bool, light);
        QFETCH(bool, german);
        QLocale::setDefault(german ? QLocale(QLocale::German) : QLocale(QLocale::English));
        if (german)
            QCoreApplication::installTranslator(&m_german);
        Theme::current().apply(light ? ThemeChoice::light : ThemeChoice::dark, 1);
        openPage();
        const QImage now = picture();
        m_page.reset();
        QCoreApplication::removeTranslator(&m_german);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        if (qEnvironmentVariableIsSet("PLEURASCOPE_NEW_PICTURES")) {
            QVERIFY(now.save(pathOf(name)));
            return;
        }
        const QImage golden = QImage(pathOf(name)).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!golden.isNull(), qPrintable(pathOf(name)));
        QCOMPARE(now.size(), golden.size());
        const Difference difference = differenceOf(now, golden);
        const QString found =
            QString::fromStdString((std::filesystem::temp_directory_path() / "pleurascope-").string()) +
            name + QStringLiteral(".png");
        if (difference.whole > pictureLimit || difference.worst > blockLimit)
            now.save(found);
        QVERIFY2(difference.whole <= pictureLimit && difference.worst <= blockLimit,
                 qPrintable(QStringLiteral("%1: %2 on the whole, %3 at %4, %5; see %6")
                                .arg(name)
                                .arg(difference.whole)
                                .arg(difference.worst)
                                .arg(difference.place.x())
                                .arg(difference.place.y())
                                .arg(found)));
    }

    void everythingIsReachedAtTwiceTheTextSize_data() {
        QTest::addColumn<bool>("german");
        QTest::addColumn<QSize>("room");
        for (const bool german : {false, true}) { // what a window of 1440 x 900 or 1920 x 1080 leaves a page
            QTest::addRow("%s small", german ? "de" : "en") << german << QSize(1312, 836);
            QTest::addRow("%s large", german ? "de" : "en") << german << QSize(1792, 1016);
        }
    }

    /// Buttons lie within their parents, over no other one, and none is narrower than its words.
    void everythingIsReachedAtTwiceTheTextSize() {
        QFETCH(bool, german);
        QFETCH(QSize, room);
        if (german)
            QCoreApplication::installTranslator(&m_german);
        Theme::current().apply(ThemeChoice::dark, 2);
        openPage();
        QWidget window; // as in the window, which is no larger than its screen
        window.resize(room);
        m_page->setParent(&window);
        const auto out = qScopeGuard([this] { m_page.reset(); });
        m_page->setMinimumSize(1, 1);
        m_page->resize(room);
        m_page->show();
        window.show();
        QTest::qWait(100);
        QCOMPARE(m_page->size(), room);
        QStringList wrong;
        const auto buttons = m_page->findChildren<QAbstractButton*>();
        for (const auto* button : buttons) {
            if (!button->isVisible() || button->parentWidget()->inherits("QLineEdit"))
                continue;
            const QString name =
                button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
            if (!button->parentWidget()->rect().contains(button->geometry()))
                wrong << name + QStringLiteral(" is cut off");
            if (button->width() + 1 < std::min(button->minimumSizeHint().width(), button->sizeHint().width()))
                wrong << name + QStringLiteral(" is too narrow");
            for (const auto* other : buttons)
                if (other != button && other->isVisible() &&
                    other->parentWidget() == button->parentWidget() &&
                    other->geometry().intersects(button->geometry()))
                    wrong << name + QStringLiteral(" is overlapped");
        }
        QCoreApplication::removeTranslator(&m_german);
        Theme::current().apply(ThemeChoice::dark, 1);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
    }
};

QTEST_MAIN(TestReviewLooks)
#include "tst_reviewlooks.moc"
