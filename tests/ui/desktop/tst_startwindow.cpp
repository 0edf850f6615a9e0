// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/StartWindow.h"
#include "ui/widgets/Theme.h"

#include <QCloseEvent>
#include <QLayout>
#include <QPixmap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pleurascope;
using desktop::StartWindow;

namespace {

/// Content that says no, or yes, when the window wants to close.
class Content : public QWidget {
public:
    bool mayClose = false;

protected:
    void closeEvent(QCloseEvent* event) override { event->setAccepted(mayClose); }
};

} // namespace

class TestStartWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstPaintIsToldOnce();
    void blocksComeLate();
    void theContentDecidesWhetherTheWindowCloses();
    void theNextWindowStandsWhereThisOneStood();

private:
    QTemporaryDir m_folder;
    ui::widgets::Settings m_settings{std::filesystem::path(m_folder.path().toStdString()) / "settings.ini"};
};

void TestStartWindow::initTestCase() {
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0);
}

void TestStartWindow::theFirstPaintIsToldOnce() {
    StartWindow window(m_settings);
    QSignalSpy painted(&window, &StartWindow::firstPainted);
    window.show();
    QVERIFY(painted.wait());
    window.repaint();
    QCoreApplication::processEvents();
    QCOMPARE(painted.count(), 1);
}

void TestStartWindow::blocksComeLate() {
    StartWindow window(m_settings);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QImage before = window.grab().toImage();
    QTRY_VERIFY(window.grab().toImage() != before);
}

void TestStartWindow::theContentDecidesWhetherTheWindowCloses() {
    StartWindow window(m_settings);
    auto* content = new Content;
    window.layout()->addWidget(content);
    window.show();
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    content->mayClose = true;
    QVERIFY(window.close());
}

void TestStartWindow::theNextWindowStandsWhereThisOneStood() {
    {
        StartWindow window(m_settings);
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.close();
    }
    const StartWindow next(m_settings);
    QCOMPARE(next.size(), QSize(900, 600));
}

QTEST_MAIN(TestStartWindow)
#include "tst_startwindow.moc"
