// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyBindings.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace pleurascope::ui::widgets;

/// Keys that can be changed, and never mean two things.
class TestKeyBindings : public QObject {
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    int m_inverted = 0;
    int m_imported = 0;

    static KeyAction action(const char* id, KeyPlace place, const QKeySequence& key) {
        return {QString::fromLatin1(id), place, QString::fromLatin1(id), key, key};
    }

private Q_SLOTS:
    void init() {
        KeyBindings::current().resetAll();
        m_inverted = m_imported = 0;
        m_window = std::make_unique<QWidget>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        KeyBindings& keys = KeyBindings::current();
        keys.bind(m_window.get(), action("test.invert", KeyPlace::review, Qt::Key_I),
                  [this] { ++m_inverted; });
        keys.bind(m_window.get(), action("test.import", KeyPlace::everywhere, Qt::CTRL | Qt::Key_O),
                  [this] { ++m_imported; });
        keys.follow(m_window.get(), action("test.flagged", KeyPlace::browse, Qt::Key_J),
                    [](const QKeySequence&) {});
    }
    void cleanup() { m_window.reset(); }

    void aChangedKeyWorksAtOnceAndTheOldOneNoLonger() {
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QCOMPARE(m_inverted, 1);
        QVERIFY(
            KeyBindings::current().setKey(QStringLiteral("test.invert"), Qt::Key_J)); // J is another page's
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QCOMPARE(m_inverted, 1);
        QTest::keyClick(m_window.get(), Qt::Key_J);
        QCOMPARE(m_inverted, 2);
        KeyBindings::current().resetAll();
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QCOMPARE(m_inverted, 3);
    }

    void aClashIsRefusedAndNamed() {
        KeyBindings& keys = KeyBindings::current();
        const auto clash = keys.clash(QStringLiteral("test.invert"), Qt::CTRL | Qt::Key_O);
        QVERIFY(clash.has_value());
        QCOMPARE(clash->id, QStringLiteral("test.import"));
        QVERIFY(!keys.setKey(QStringLiteral("test.invert"), Qt::CTRL | Qt::Key_O));
        QCOMPARE(keys.key(QStringLiteral("test.invert")), QKeySequence(Qt::Key_I));
        QVERIFY(!keys.clash(QStringLiteral("test.flagged"), Qt::Key_I)); // never meant at once
        QVERIFY(!keys.setKey(QStringLiteral("unknown"), Qt::Key_Q));
    }

    void aKeyCanBeTakenAway() {
        KeyBindings& keys = KeyBindings::current();
        QVERIFY(keys.setKey(QStringLiteral("test.invert"), {}));
        QTest::keyClick(m_window.get(), Qt::Key_I);
        QCOMPARE(m_inverted, 0);
        QCOMPARE(keys.withKey(QStringLiteral("Invert"), QStringLiteral("test.invert")),
                 QStringLiteral("Invert"));
    }

    void changesAreKeptAsText() {
        KeyBindings& keys = KeyBindings::current();
        QVERIFY(keys.setKey(QStringLiteral("test.invert"), Qt::SHIFT | Qt::Key_I));
        const auto changes = keys.changes();
        QCOMPARE(changes.value(QStringLiteral("test.invert")), QStringLiteral("Shift+I"));
        keys.resetAll();
        QVERIFY(keys.changes().isEmpty());
        keys.setChanges(changes); // as at the next start
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ShiftModifier);
        QCOMPARE(m_inverted, 1);
        // what is declared later finds its change, too
        keys.setChanges({{QStringLiteral("test.later"), QStringLiteral("K")}});
        keys.follow(m_window.get(), action("test.later", KeyPlace::review, Qt::Key_L),
                    [](const QKeySequence&) {});
        QCOMPARE(keys.key(QStringLiteral("test.later")), QKeySequence(Qt::Key_K));
    }

    void whatWasThereOnceMoreIsNoChange() {
        KeyBindings& keys = KeyBindings::current();
        QVERIFY(keys.setKey(QStringLiteral("test.invert"), Qt::Key_K));
        QVERIFY(keys.setKey(QStringLiteral("test.invert"), Qt::Key_I));
        QVERIFY(keys.changes().isEmpty());
    }
};

QTEST_MAIN(TestKeyBindings)
#include "tst_keybindings.moc"
