// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LongTask.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using pleurascope::core::Progress;
using pleurascope::core::ProgressObserver;
using pleurascope::ui::tasks::LongTask;

class TestLongTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksOffTheGuiThreadAndFinishesOnce();
    void thinsProgressOutButAlwaysDeliversTheLast();
    void stopsWhenAsked();
    void canBeStartedAgainFromFinished();
    void destroyingItStopsTheWorkAndWaits();
};

void TestLongTask::worksOffTheGuiThreadAndFinishesOnce() {
    LongTask task;
    QSignalSpy finished(&task, &LongTask::finished);
    auto thread = std::make_shared<std::atomic<QThread*>>(nullptr);
    task.start([thread](std::stop_token, const ProgressObserver&) { *thread = QThread::currentThread(); });
    QVERIFY(task.isRunning());
    QVERIFY(finished.wait());
    QVERIFY(!task.isRunning());
    QVERIFY(thread->load() != QThread::currentThread());
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 1);
}

void TestLongTask::thinsProgressOutButAlwaysDeliversTheLast() {
    LongTask task;
    QSignalSpy finished(&task, &LongTask::finished);
    std::vector<std::uint64_t> seen;
    connect(&task, &LongTask::progressed, this,
            [&](const Progress& progress) { seen.push_back(progress.done); });
    task.start([](std::stop_token, const ProgressObserver& observer) {
        for (std::uint64_t i = 1; i <= 10000; ++i)
            observer({i, 10000, "test"});
    });
    QVERIFY(finished.wait());
    QVERIFY(!seen.empty());
    QCOMPARE(seen.back(), std::uint64_t(10000));
    QVERIFY(seen.size() < 1000);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TestLongTask::stopsWhenAsked() {
    LongTask task;
    QSignalSpy finished(&task, &LongTask::finished);
    task.start([](std::stop_token stop, const ProgressObserver&) {
        while (!stop.stop_requested())
            QThread::yieldCurrentThread();
    });
    task.requestStop();
    QVERIFY(finished.wait());
}

void TestLongTask::canBeStartedAgainFromFinished() {
    LongTask task;
    int runs = 0;
    connect(&task, &LongTask::finished, this, [&] {
        if (++runs < 3)
            task.start([](std::stop_token, const ProgressObserver&) {});
    });
    task.start([](std::stop_token, const ProgressObserver&) {});
    QTRY_COMPARE(runs, 3);
    QVERIFY(!task.isRunning());
}

void TestLongTask::destroyingItStopsTheWorkAndWaits() {
    auto ended = std::make_shared<std::atomic<bool>>(false);
    {
        LongTask task;
        task.start([ended](std::stop_token stop, const ProgressObserver& observer) {
            while (!stop.stop_requested())
                observer({});
            *ended = true;
        });
    }
    QVERIFY(ended->load());
    QCoreApplication::processEvents(); // nothing may arrive at the dead task
}

QTEST_GUILESS_MAIN(TestLongTask)
#include "tst_longtask.moc"
