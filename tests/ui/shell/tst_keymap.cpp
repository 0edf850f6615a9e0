// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyMap.h"

#include <QSet>
#include <QTest>

using namespace pleurascope::ui::shell;

class TestKeyMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noKeyMeansTwoThingsInOnePlace();
    void everyPageHasHintsAndNamesTheOverview();
};

void TestKeyMap::noKeyMeansTwoThingsInOnePlace() {
    for (const auto& group : keyGroups()) {
        QSet<QString> keys;
        for (const auto& key : group.keys) {
            QVERIFY2(!keys.contains(key.key), qPrintable(group.title + key.key));
            keys.insert(key.key);
            QVERIFY(!key.words.isEmpty());
        }
    }
}

void TestKeyMap::everyPageHasHintsAndNamesTheOverview() {
    for (int page = 0; page < pageCount; ++page) {
        const auto hints = keyHints(Page(page));
        QVERIFY(hints.size() >= 3);
        QCOMPARE(hints.back().key, QStringLiteral("?"));
    }
}

QTEST_GUILESS_MAIN(TestKeyMap)
#include "tst_keymap.moc"
