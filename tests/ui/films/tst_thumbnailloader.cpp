// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/films/ThumbnailLoader.h"

#include "tests/support/SyntheticDicom.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pleurascope;
using ui::films::ThumbnailLoader;

/// Small pictures of films, through the reader that the window uses.
class TestThumbnailLoader : public QObject {
    Q_OBJECT

    const std::filesystem::path m_reader = std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
    QTemporaryDir m_folder;

    store::FilmRecord film(qint64 id, const QString& name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("the film could not be written");
        store::FilmRecord record;
        record.id = id;
        record.path = file.fileName().toStdString();
        return record;
    }

    store::FilmRecord movingFilm(qint64 id) {
        test::SyntheticDicom file;
        file.pixels(2, 2, {1, 200, 3000, 4, 5, 600, 7, 8, 9, 10, 11, 4000}).text({0x0028, 0x0008}, "IS", "3");
        return film(id, QStringLiteral("moving%1.dcm").arg(id), QByteArray::fromStdString(file.file()));
    }

    std::filesystem::path cache() const { return m_folder.filePath(QStringLiteral("cache")).toStdString(); }

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(m_reader))
            QSKIP("pleurascope-reader is not built");
    }

    void theyTellHowManyFramesTheFilmHasAlsoWhenTheyWereKept() {
        const auto moving = movingFilm(1);
        for (int start = 0; start < 2; ++start) {
            ThumbnailLoader loader(m_reader, cache());
            QSignalSpy ready(&loader, &ThumbnailLoader::thumbnailReady);
            loader.want({moving});
            QVERIFY(ready.wait(20000));
            QCOMPARE(ThumbnailLoader::framesOf(loader.thumbnail(1)), 3);
            QCOMPARE(QDir(QString::fromStdString(cache().string())).entryList(QDir::Files).size(), 1);
        }
        QCOMPARE(ThumbnailLoader::framesOf(QImage()), 1);
    }

    void withoutAFolderNothingIsKept() {
        ThumbnailLoader loader(m_reader, {});
        QSignalSpy ready(&loader, &ThumbnailLoader::thumbnailReady);
        loader.want({movingFilm(2)});
        QVERIFY(ready.wait(20000));
        QVERIFY(!loader.thumbnail(2).isNull());
    }

    void aFilmThatCannotBeReadIsToldOnceAndNotTriedAgain() {
        ThumbnailLoader loader(m_reader, cache());
        QSignalSpy failed(&loader, &ThumbnailLoader::failed);
        const auto broken = film(3, QStringLiteral("broken.dcm"), "not a film at all");
        loader.want({broken});
        QVERIFY(failed.wait(20000));
        QVERIFY(loader.hasFailed(3));
        QSignalSpy ready(&loader, &ThumbnailLoader::thumbnailReady);
        loader.want({broken, movingFilm(4)});
        QVERIFY(ready.wait(20000));
        QCOMPARE(failed.count(), 1);
    }
};

QTEST_MAIN(TestThumbnailLoader)
#include "tst_thumbnailloader.moc"
