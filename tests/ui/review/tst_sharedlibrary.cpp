// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/VerdictPanel.h"

#include <QSignalSpy>

using namespace pleurascope;
using ui::review::ReviewPage;

/// Two readers of one library: this page, and another one's window.
class TestSharedLibrary : public QObject, private test::PageFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() {
        openLibrary();
        m_study = addStudy("film", "DEMO^ANNA");
        openPage();
        m_page->setReader(QStringLiteral("Rehm^Anna"));
        m_page->openStudy(m_study);
        QTRY_VERIFY(part<ui::review::VerdictPanel>()->draft().studyId() == m_study);
    }
    void cleanup() { closeAll(); }
    void aVerdictCarriesWhoGaveIt();
    void whatAnotherReaderSaidMeanwhileIsShownAndNotWrittenOver();

private:
    void choose(store::VerdictChoice choice) {
        auto* panel = part<ui::review::VerdictPanel>();
        panel->draft().choose(choice);
        Q_EMIT panel->changed();
    }
    [[nodiscard]] std::vector<store::VerdictRecord> verdicts() {
        return m_library->verdictsOf(m_study).value();
    }

    qint64 m_study = 0;
};

void TestSharedLibrary::aVerdictCarriesWhoGaveIt() {
    choose(store::VerdictChoice::agree);
    QTRY_COMPARE(verdicts().size(), 1U);
    QCOMPARE(verdicts().front().reader, std::string("Rehm^Anna"));
    choose(store::VerdictChoice::disagree); // one's own may be corrected at once
    QTRY_COMPARE(verdicts().size(), 2U);
}

void TestSharedLibrary::whatAnotherReaderSaidMeanwhileIsShownAndNotWrittenOver() {
    store::VerdictRecord other;
    other.studyId = m_study;
    other.choice = store::VerdictChoice::disagree;
    other.reader = "Berg^Ben";
    QVERIFY(m_library->addVerdict(other).has_value());
    QSignalSpy saved(m_page.get(), &ReviewPage::verdictSaved);
    choose(store::VerdictChoice::agree);
    const auto isTold = [this] {
        for (const auto* label : m_page->findChildren<ui::widgets::TextLabel*>())
            if (label->text().contains(QStringLiteral("disagree by Berg^Ben")))
                return true;
        return false;
    };
    QTRY_VERIFY(isTold());
    QCOMPARE(verdicts().size(), 1U);
    QCOMPARE(saved.count(), 0);
    choose(store::VerdictChoice::agree); // the reader has seen it, and says so all the same
    QTRY_COMPARE(verdicts().size(), 2U);
    QCOMPARE(verdicts().front().reader, std::string("Rehm^Anna"));
}

QTEST_MAIN(TestSharedLibrary)
#include "tst_sharedlibrary.moc"
