// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ProfileLock.h"
#include "app/window/FileHandover.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using pleurascope::desktop::FileHandover;
using pleurascope::desktop::ProfileLock;

class TestFileHandover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondHandsItsFilesToTheFirst();
    void profilesDoNotKnowOneAnother();
    void afterTheFirstTheNextOneIsFirst();
};

void TestFileHandover::theSecondHandsItsFilesToTheFirst() {
    const QTemporaryDir profile;
    const std::filesystem::path folder = profile.path().toStdString();
    FileHandover first(folder);
    QVERIFY(first.listen());
    QSignalSpy handed(&first, &FileHandover::handedOver);
    const QStringList paths{QStringLiteral("/films/\u00e4.dcm"), QStringLiteral("/films/with space.png")};
    bool taken = false;
    // The second process, as a thread: it blocks until the first one has answered.
    const std::unique_ptr<QThread> second(QThread::create([&] {
        const FileHandover other(folder);
        taken = other.give(paths);
    }));
    second->start();
    QTRY_VERIFY(second->isFinished());
    QVERIFY(taken);
    QCOMPARE(handed.count(), 1);
    QCOMPARE(handed[0][0].toStringList(), paths);
}

void TestFileHandover::profilesDoNotKnowOneAnother() {
    const QTemporaryDir one;
    const QTemporaryDir two;
    const ProfileLock first(one.path().toStdString());
    const ProfileLock second(two.path().toStdString());
    const ProfileLock late(one.path().toStdString());
    QVERIFY(first.isHeld());
    QVERIFY(second.isHeld());
    QVERIFY(!late.isHeld());
}

void TestFileHandover::afterTheFirstTheNextOneIsFirst() {
    const QTemporaryDir profile;
    {
        const ProfileLock first(profile.path().toStdString());
        QVERIFY(first.isHeld());
    }
    const ProfileLock next(profile.path().toStdString());
    QVERIFY(next.isHeld());
}

QTEST_GUILESS_MAIN(TestFileHandover)
#include "tst_filehandover.moc"
