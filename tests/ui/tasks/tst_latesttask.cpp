// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/LatestTask.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <optional>

using pleurascope::ui::tasks::LatestTask;

class TestLatestTask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheGuiThread();
    void startingAgainDropsTheStaleResult();
    void destroyingItDropsTheResult();
    void theAnswerMayStartTheNextOne();
};

void TestLatestTask::answersOnTheGuiThread() {
    LatestTask<int> task;
    std::optional<int> answer;
    QThread* answeredOn = nullptr;
    task.start([](std::stop_token) { return 42; },
               [&](int value) {
                   answer = value;
                   answeredOn = QThread::currentThread();
               });
    QVERIFY(task.isRunning());
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(*answer, 42);
    QCOMPARE(answeredOn, QThread::currentThread());
    QVERIFY(!task.isRunning());
}

void TestLatestTask::startingAgainDropsTheStaleResult() {
    LatestTask<int> task;
    QList<int> answers;
    auto gate = std::make_shared<QSemaphore>();
    const auto take = [&](int value) { answers << value; };
    task.start(
        [gate](std::stop_token) {
            gate->acquire();
            return 1;
        },
        take);
    task.start([](std::stop_token) { return 2; }, take);
    gate->release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QTRY_VERIFY(!task.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(answers, QList<int>{2});
}

void TestLatestTask::destroyingItDropsTheResult() {
    bool answered = false;
    auto stopped = std::make_shared<std::atomic<bool>>(false);
    auto started = std::make_shared<QSemaphore>();
    {
        LatestTask<int> task;
        task.start(
            [stopped, started](std::stop_token stop) {
                started->release();
                while (!stop.stop_requested())
                    QThread::yieldCurrentThread();
                *stopped = true;
                return 1;
            },
            [&](int) { answered = true; });
        started->acquire();
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    QVERIFY(stopped->load());
    QVERIFY(!answered);
}

void TestLatestTask::theAnswerMayStartTheNextOne() {
    LatestTask<int> task;
    int last = 0;
    std::function<void(int)> next = [&](int value) {
        last = value;
        if (value < 3)
            task.start([value](std::stop_token) { return value + 1; }, next);
    };
    task.start([](std::stop_token) { return 1; }, next);
    QTRY_COMPARE(last, 3);
    QVERIFY(!task.isRunning());
}

QTEST_GUILESS_MAIN(TestLatestTask)
#include "tst_latesttask.moc"
