// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace pleurascope;
using ui::shell::MainWindow;
using ui::shell::Page;

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theFirstPaintIsToldOnceAndBeforeTheOtherPagesExist();
    void keysSwitchThePages();
    void questionMarkShowsTheKeysAndEscapeHidesThem();
    void theNoticeIsOnEveryPage();
    void theBannerOfTheFirstStartGoesForGood();
    void everyControlHasAName();
    void libTorchIsNotLoaded();

private:
    [[nodiscard]] int currentPage() const {
        return m_window->findChild<QStackedWidget*>(QStringLiteral("pages"))->currentIndex();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Library> m_library;
    std::unique_ptr<reading::ModelShelf> m_shelf;
    std::unique_ptr<ui::widgets::Settings> m_settings;
    std::unique_ptr<ui::shell::Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase() {
    ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0);
}

void TestMainWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const auto profile = core::Profile::open(std::filesystem::path(m_folder->path().toStdString()));
    QVERIFY(profile.has_value());
    auto library = store::Library::open(profile->libraryFile());
    QVERIFY(library.has_value());
    m_library = std::move(*library);
    m_shelf = std::make_unique<reading::ModelShelf>(profile->modelsFolder(), *m_library);
    m_settings = std::make_unique<ui::widgets::Settings>(profile->settingsFile());
    const std::filesystem::path reader = std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
    m_services.reset(new ui::shell::Services{*profile, reader, *m_library, *m_shelf, *m_settings});
    m_window = std::make_unique<MainWindow>(*m_services);
}

void TestMainWindow::cleanup() {
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_services.reset();
    m_shelf.reset();
    m_library.reset();
}

void TestMainWindow::theFirstPaintIsToldOnceAndBeforeTheOtherPagesExist() {
    QSignalSpy painted(m_window.get(), &MainWindow::firstPainted);
    m_window->show();
    QVERIFY(painted.wait());
    QCOMPARE(m_window->findChild<QStackedWidget*>(QStringLiteral("pages"))->count(), 1);
    m_window->completePages();
    QCOMPARE(m_window->findChild<QStackedWidget*>(QStringLiteral("pages"))->count(), ui::shell::pageCount);
    m_window->repaint();
    QCoreApplication::processEvents();
    QCOMPARE(painted.count(), 1);
}

void TestMainWindow::keysSwitchThePages() {
    m_window->show();
    m_window->completePages();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(currentPage(), int(Page::review));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(currentPage(), int(Page::train));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(currentPage(), int(Page::browse));
}

void TestMainWindow::questionMarkShowsTheKeysAndEscapeHidesThem() {
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Question);
    auto* overlay = m_window->findChild<QWidget*>(QStringLiteral("keysOverlay"));
    QVERIFY(overlay != nullptr);
    QVERIFY(overlay->isVisible());
    QTest::keyClick(overlay, Qt::Key_Escape);
    QVERIFY(!overlay->isVisible());
}

void TestMainWindow::theNoticeIsOnEveryPage() {
    m_window->show();
    m_window->completePages();
    const auto* notice = m_window->findChild<QLabel*>(QStringLiteral("notice"));
    for (int page = 0; page < ui::shell::pageCount; ++page) {
        m_window->showPage(Page(page));
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("not for diagnosis")));
    }
}

void TestMainWindow::theBannerOfTheFirstStartGoesForGood() {
    m_window->show();
    auto* banner = m_window->findChild<QWidget*>(QStringLiteral("noticeBanner"));
    QVERIFY(banner != nullptr);
    banner->findChild<QAbstractButton*>()->click();
    QVERIFY(m_settings->isNoticeSeen());
    const MainWindow next(*m_services);
    QVERIFY(next.findChild<QWidget*>(QStringLiteral("noticeBanner")) == nullptr);
}

/// For a screen reader: what can be reached says what it is.
void TestMainWindow::everyControlHasAName() {
    m_window->show();
    m_window->completePages();
    QStringList nameless;
    int controls = 0;
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) ||
                            widget->parentWidget()->inherits("QComboBoxPrivateContainer");
        const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        if (!isReached || isPart || widget->isHidden())
            continue;
        ++controls;
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (seen == nullptr || seen->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QStringLiteral("%1 %2 in %3").arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    QVERIFY(controls > 40);
    for (const QString& one : nameless)
        qWarning("without a name: %s", qPrintable(one));
    QVERIFY(nameless.isEmpty());
}

void TestMainWindow::libTorchIsNotLoaded() {
    m_window->show();
    m_window->completePages();
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        QSKIP("no /proc here");
    QVERIFY(!maps.readAll().contains("libtorch"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
