// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SecondWindow.h"
#include "ui/widgets/KeyBindings.h"

#include <QTest>

using namespace pleurascope;
using ui::widgets::KeyBindings;

/// The tooltips of the page and its second window name keys as they are bound now.
class TestKeyTips : public QObject, private test::PageFixture {
    Q_OBJECT

    /// Whose tooltip names this key.
    [[nodiscard]] QList<QWidget*> named(const QKeySequence& key) const {
        const QString text = QLatin1Char('(') + KeyBindings::text(key) + QLatin1Char(')');
        QList<QWidget*> found;
        for (const QWidget* window :
             {static_cast<const QWidget*>(m_page.get()), static_cast<const QWidget*>(m_page->secondWindow())})
            for (QWidget* widget : window->findChildren<QWidget*>())
                if (widget->toolTip().contains(text) && !found.contains(widget))
                    found << widget;
        return found;
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }

    void init() {
        openLibrary();
        openPage();
        m_page->setSecondWindowShown(true);
    }

    void cleanup() {
        KeyBindings::current().resetAll();
        closeAll();
    }

    void followTheirKey_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("count");
        QTest::newRow("command of the tool bar") << "review.invert" << 1;
        QTest::newRow("undo") << "review.undo" << 1;
        QTest::newRow("folded panel") << "review.panel" << 1;
        QTest::newRow("tags, in both windows") << "review.tags" << 2;
        QTest::newRow("export, in both windows") << "review.export" << 2;
    }

    void followTheirKey() {
        QFETCH(QString, id);
        QFETCH(int, count);
        auto& keys = KeyBindings::current();
        const QKeySequence before = keys.key(id);
        const auto widgets = named(before);
        QCOMPARE(widgets.size(), count);
        const QKeySequence now(Qt::CTRL | Qt::SHIFT | Qt::Key_F11);
        QVERIFY(keys.setKey(id, now));
        QCOMPARE(named(now), widgets);
        QVERIFY(named(before).isEmpty());
    }
};

QTEST_MAIN(TestKeyTips)
#include "tst_keytips.moc"
