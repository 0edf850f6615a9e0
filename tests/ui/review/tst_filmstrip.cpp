// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SyntheticDicom.h"
#include "tests/ui/review/PageFixture.h"
#include "ui/films/ThumbnailLoader.h"
#include "ui/review/FilmStrip.h"
#include "ui/review/FilmStripDelegate.h"

#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>

#include <cmath>

using namespace pleurascope;
using namespace pleurascope::ui::review;
using ui::films::ThumbnailLoader;

/// The films of a patient, small, in a row.
class TestFilmStrip : public QObject, private test::PageFixture {
    Q_OBJECT

    std::unique_ptr<FilmStrip> m_strip;

    OpenedStudy studyOf(qint64 id) {
        OpenedStudy study;
        study.row = *m_library->worklistRow(id, {});
        study.films = *m_library->filmsOf(id);
        return study;
    }

    /// Three films, the last one of three frames, the second one damaged.
    OpenedStudy mixedStudy() {
        OpenedStudy study =
            studyOf(test::addStudy(*m_library, m_folder->path(), "DEMO^ANNA", "2026-11-22", 3));
        test::SyntheticDicom moving;
        moving.pixels(2, 2, {1, 200, 3000, 4, 5, 600, 7, 8, 9, 10, 11, 4000});
        rewrite(study.films[1].path, "no film at all");
        rewrite(study.films[2].path, moving.text({0x0028, 0x0008}, "IS", "3").file());
        return study;
    }

    static void rewrite(const std::string& path, const std::string& content) {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(content.data(), qint64(content.size())) < 0)
            qFatal("the film could not be written");
    }

    QString heard(int row) const { return m_strip->item(row)->data(Qt::AccessibleTextRole).toString(); }
    /// In the middle of the place of an entry's film.
    QColor colourAt(int row) const {
        const QRect entry = m_strip->visualItemRect(m_strip->item(row));
        return m_strip->viewport()->grab().toImage().pixelColor(
            QPoint(entry.left() + ui::widgets::px(24), entry.center().y()));
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() {
        openLibrary();
        m_strip = std::make_unique<FilmStrip>(test::readerProgram());
        m_strip->resize(800, 60);
    }
    void cleanup() {
        m_strip.reset();
        closeAll();
    }

    void everyFilmIsSeenSmall() {
        QSignalSpy ready(&m_strip->thumbnails(), &ThumbnailLoader::thumbnailReady);
        QSignalSpy failed(&m_strip->thumbnails(), &ThumbnailLoader::failed);
        const OpenedStudy study = mixedStudy();
        m_strip->showStudy(study);
        m_strip->show();
        QTRY_COMPARE(ready.count(), 2);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_strip->thumbnails().thumbnail(study.films[0].id).isNull());
        QVERIFY(std::abs(qGray(colourAt(0).rgb()) - 127) < 20); // the middle of a ramp
        QCOMPARE(heard(0), QStringLiteral("PA, 22 Nov 2026."));
        QVERIFY2(heard(1).contains(QStringLiteral("cannot be shown")), qPrintable(heard(1)));
        QVERIFY2(heard(2).contains(QStringLiteral("3 frame")), qPrintable(heard(2)));
        QVERIFY(m_strip->item(2)->toolTip().contains(QStringLiteral("3 frame")));
    }

    void aKeyImageIsTold() {
        const OpenedStudy study = mixedStudy();
        m_strip->showStudy(study);
        m_strip->show();
        const QImage before = m_strip->grab().toImage();
        m_strip->setKey(study.films[0].id, true);
        QVERIFY(m_strip->grab().toImage() != before);
        QVERIFY(heard(0).contains(QStringLiteral("Key image")));
        m_strip->setKey(study.films[0].id, false);
        QVERIFY(!heard(0).contains(QStringLiteral("Key image")));
    }

    void onlyWhatIsInSightIsFetched() {
        QSignalSpy ready(&m_strip->thumbnails(), &ThumbnailLoader::thumbnailReady);
        const auto id = test::addStudy(*m_library, m_folder->path(), "DEMO^BERT", "2026-11-22", 20);
        const OpenedStudy study = studyOf(id);
        m_strip->showStudy(study);
        m_strip->show();
        QTRY_VERIFY(!m_strip->thumbnails().thumbnail(study.films[0].id).isNull());
        QTRY_VERIFY(!m_strip->thumbnails().thumbnail(study.films[3].id).isNull());
        m_strip->horizontalScrollBar()->setValue(m_strip->horizontalScrollBar()->maximum());
        QTRY_VERIFY(!m_strip->thumbnails().thumbnail(study.films[19].id).isNull());
        QVERIFY(m_strip->thumbnails().thumbnail(study.films[9].id).isNull());
        QVERIFY(ready.count() < 12);
    }

    void blocksStandThereMeanwhileButNotAtOnce() {
        ThumbnailLoader loader({}, {}); // never asked
        FilmStripDelegate delegate(loader);
        QListWidget list;
        list.setItemDelegate(&delegate);
        list.addItem(QStringLiteral("PA"));
        list.resize(400, 80);
        const QColor block = ui::widgets::colour(ui::widgets::Token::hover);
        const QRect entry = list.visualItemRect(list.item(0));
        const QPoint film(entry.left() + ui::widgets::px(24), entry.center().y());
        const auto shown = [&] { return list.viewport()->grab().toImage().pixelColor(film); };
        QVERIFY(shown() != block);
        delegate.setBlocksShown(true);
        QCOMPARE(shown(), block);
    }
};

QTEST_MAIN(TestFilmStrip)
#include "tst_filmstrip.moc"
