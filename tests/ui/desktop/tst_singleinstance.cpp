// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SingleInstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using pleurascope::desktop::SingleInstance;

class TestSingleInstance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSecondHandsItsFilesToTheFirst();
    void profilesDoNotKnowOneAnother();
    void afterTheFirstTheNextOneIsFirst();
};

void TestSingleInstance::theSecondHandsItsFilesToTheFirst() {
    const QTemporaryDir profile;
    const std::filesystem::path folder = profile.path().toStdString();
    SingleInstance first(folder);
    QVERIFY(first.becomeFirst());
    QSignalSpy handed(&first, &SingleInstance::handedOver);
    const QStringList paths{QStringLiteral("/films/\u00e4.dcm"), QStringLiteral("/films/with space.png")};
    bool taken = false;
    // The second process, as a thread: it blocks until the first one has answered.
    const std::unique_ptr<QThread> second(QThread::create([&] {
        SingleInstance other(folder);
        taken = !other.becomeFirst() && other.handOver(paths);
    }));
    second->start();
    QTRY_VERIFY(second->isFinished());
    QVERIFY(taken);
    QCOMPARE(handed.count(), 1);
    QCOMPARE(handed[0][0].toStringList(), paths);
}

void TestSingleInstance::profilesDoNotKnowOneAnother() {
    const QTemporaryDir one;
    const QTemporaryDir two;
    SingleInstance first(one.path().toStdString());
    SingleInstance second(two.path().toStdString());
    QVERIFY(first.becomeFirst());
    QVERIFY(second.becomeFirst());
}

void TestSingleInstance::afterTheFirstTheNextOneIsFirst() {
    const QTemporaryDir profile;
    {
        SingleInstance first(profile.path().toStdString());
        QVERIFY(first.becomeFirst());
    }
    SingleInstance next(profile.path().toStdString());
    QVERIFY(next.becomeFirst());
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
