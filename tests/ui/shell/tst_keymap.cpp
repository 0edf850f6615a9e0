// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyMap.h"
#include "ui/shell/KeysModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pleurascope::ui::shell;
using namespace pleurascope::ui::widgets;

class TestKeyMap : public QObject {
    Q_OBJECT

    QObject m_owner;

    void declare(const char* id, KeyPlace place, const QKeySequence& key) {
        KeyBindings::current().follow(&m_owner,
                                      {QString::fromLatin1(id), place, QString::fromLatin1(id), key, {}},
                                      [](const QKeySequence&) {});
    }

private Q_SLOTS:
    void everyPageHasHintsAndNamesTheOverview() {
        for (int page = 0; page < pageCount; ++page) {
            const auto hints = keyHints(Page(page));
            QVERIFY(hints.size() >= 3);
            QCOMPARE(hints.back().key, QStringLiteral("?"));
        }
    }

    void hintsNameTheKeyThatItIsNow() {
        declare("review.map", KeyPlace::review, Qt::Key_H);
        QVERIFY(KeyBindings::current().setKey(QStringLiteral("review.map"), Qt::SHIFT | Qt::Key_H));
        QCOMPARE(keyHints(Page::review).front().key, QStringLiteral("Shift+H"));
        KeyBindings::current().resetAll();
    }

    void theListOfKeysCanBeEditedAndRefusesClashes() {
        declare("review.a", KeyPlace::review, Qt::Key_F1);
        declare("window.b", KeyPlace::everywhere, Qt::Key_F2);
        KeysModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy told(&model, &KeysModel::told);
        const auto keyOf = [&](const QString& words) {
            for (int row = 0; row < model.rowCount(); ++row)
                if (model.index(row, KeysModel::wordsColumn).data() == words)
                    return model.index(row, KeysModel::keyColumn);
            return QModelIndex();
        };
        QVERIFY(!model.setData(keyOf(QStringLiteral("review.a")),
                               QVariant::fromValue(QKeySequence(Qt::Key_F2)), Qt::EditRole));
        QVERIFY(told.last()[0].toString().contains(QStringLiteral("window.b")));
        QVERIFY(model.setData(keyOf(QStringLiteral("review.a")),
                              QVariant::fromValue(QKeySequence(Qt::Key_F3)), Qt::EditRole));
        QCOMPARE(keyOf(QStringLiteral("review.a")).data().toString(), QStringLiteral("F3"));
        KeyBindings::current().resetAll();
        QCOMPARE(keyOf(QStringLiteral("review.a")).data().toString(), QStringLiteral("F1"));
    }
};

QTEST_MAIN(TestKeyMap)
#include "tst_keymap.moc"
