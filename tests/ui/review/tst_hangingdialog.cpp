// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "tests/support/TemporaryFolder.h"
#include "ui/review/ShapeButtons.h"
#include "ui/review/hanging/HangingDialog.h"
#include "ui/review/hanging/PlaceCard.h"
#include "ui/review/hanging/RuleList.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;
using reading::HangingRule;

class TestHangingDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<HangingDialog> m_dialog;

    [[nodiscard]] std::filesystem::path file() const { return m_folder->path() / "hanging.json"; }
    void open() {
        m_dialog = std::make_unique<HangingDialog>(file());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    template <class Kind>
    Kind& named(const QString& name) {
        for (auto* widget : m_dialog->findChildren<Kind*>())
            if (widget->accessibleName() == name || widget->property("text").toString() == name)
                return *widget;
        qFatal("no %s", qPrintable(name));
    }
    void click(const QString& name) { named<QAbstractButton>(name).click(); }
    std::vector<PlaceCard*> cards() {
        std::vector<PlaceCard*> shown;
        for (auto* card : m_dialog->findChildren<PlaceCard*>())
            if (!card->isHidden())
                shown.push_back(card);
        return shown;
    }
    static QLineEdit& field(PlaceCard& card, int index) { return *card.findChildren<QLineEdit*>()[index]; }
    static void choose(PlaceCard& card, int study) {
        auto* box = card.findChild<QComboBox*>();
        box->setCurrentIndex(study);
        Q_EMIT box->activated(study);
    }
    std::vector<HangingRule> savedRules() {
        QSignalSpy saved(m_dialog.get(), &HangingDialog::rulesSaved);
        click(QStringLiteral("Save"));
        const auto rules = reading::readHangingRules(file());
        if (saved.size() != 1 || !rules)
            qFatal("nothing was saved");
        return *rules;
    }
    QPlainTextEdit& text() { return *m_dialog->findChild<QPlainTextEdit*>(); }
    void choosePage(int page) { Q_EMIT m_dialog->findChild<ui::widgets::SegmentedControl*>()->chosen(page); }

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1); }
    void init() { m_folder = std::make_unique<test::TemporaryFolder>(); }
    void cleanup() {
        m_dialog.reset();
        m_folder.reset();
    }

    void whatIsNotTouchedIsSavedAsItWas() {
        auto rules = reading::standardHangingRules();
        rules[0].places[1].isNeeded = false;
        QVERIFY(reading::writeHangingRules(file(), rules).has_value());
        open();
        QVERIFY(savedRules() == rules);
    }

    void aRuleIsMadeInTheForm() {
        open();
        click(QStringLiteral("Add a rule"));
        auto& name = named<QLineEdit>(QStringLiteral("Name of the rule"));
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("Hand with prior"));
        click(QStringLiteral("Two films side by side"));
        QCOMPARE(cards().size(), std::size_t(2));
        QTest::keyClicks(&field(*cards()[0], 0), QStringLiteral("dx, cr"));
        QTest::keyClicks(&field(*cards()[0], 2), QStringLiteral("HAND"));
        choose(*cards()[1], 2);
        QTest::keyClicks(&field(*cards()[1], 3), QStringLiteral("L"));
        cards()[1]->findChild<QCheckBox*>()->click();
        const auto rules = savedRules();
        QCOMPARE(rules.size(), std::size_t(3));
        QCOMPARE(rules[1].name, std::string("Hand with prior"));
        QCOMPARE(rules[1].places.size(), std::size_t(2));
        const reading::FilmPattern hand{{"DX", "CR"}, {}, {"HAND"}, {}};
        QVERIFY((rules[1].places[0] == reading::HangingPlace{false, true, hand}));
        const reading::FilmPattern left{{}, {}, {}, {"L"}};
        QVERIFY((rules[1].places[1] == reading::HangingPlace{true, true, left}));
    }

    void rulesChangePlacesAndGo() {
        open();
        const auto standard = reading::standardHangingRules();
        click(QStringLiteral("Try this rule later"));
        click(QStringLiteral("Try this rule earlier"));
        click(QStringLiteral("Try this rule later"));
        QVERIFY(!named<QToolButton>(QStringLiteral("Try this rule later")).isEnabled());
        click(QStringLiteral("Remove this rule"));
        const auto rules = savedRules();
        QCOMPARE(rules.size(), std::size_t(1));
        QVERIFY(rules[0] == standard[1]);
    }

    void aCellThatIsNamedBehindAFreeOneNamesItToo() {
        open();
        click(QStringLiteral("Four films"));
        choose(*cards()[3], 2);
        auto rules = reading::hangingRulesFromJson(text().toPlainText().toStdString());
        QCOMPARE(rules->at(0).places.size(), std::size_t(4));
        QVERIFY(!rules->at(0).places[2].isNeeded);
        choose(*cards()[1], 0); // this one and those behind it
        rules = reading::hangingRulesFromJson(text().toPlainText().toStdString());
        QCOMPARE(rules->at(0).places.size(), std::size_t(1));
    }

    void aRuleWithoutANameIsNotSaved() {
        open();
        auto& name = named<QLineEdit>(QStringLiteral("Name of the rule"));
        name.selectAll();
        QTest::keyClick(&name, Qt::Key_Delete);
        QVERIFY(!named<QPushButton>(QStringLiteral("Save")).isEnabled());
        QTest::keyClicks(&name, QStringLiteral("a"));
        QVERIFY(named<QPushButton>(QStringLiteral("Save")).isEnabled());
    }

    void textAndFormFollowEachOther() {
        open();
        choosePage(1);
        text().setPlainText(QStringLiteral(R"({"hanging_rules": [{"name": "typed", "cells": [{}]}]})"));
        choosePage(0);
        QCOMPARE(named<QLineEdit>(QStringLiteral("Name of the rule")).text(), QStringLiteral("typed"));
        choosePage(1);
        text().setPlainText(QStringLiteral("{"));
        choosePage(0); // cannot be shown there
        QVERIFY(text().isVisible());
        QVERIFY(!named<QPushButton>(QStringLiteral("Save")).isEnabled());
    }

    void aDamagedFileIsOpenedAsText() {
        QVERIFY(core::writeFileAtomically(file(), "{ not json").has_value());
        open();
        QVERIFY(text().isVisible());
        QCOMPARE(text().toPlainText(), QStringLiteral("{ not json"));
        click(QStringLiteral("As they come"));
        QVERIFY(savedRules() == reading::standardHangingRules());
    }
};

QTEST_MAIN(TestHangingDialog)
#include "tst_hangingdialog.moc"
