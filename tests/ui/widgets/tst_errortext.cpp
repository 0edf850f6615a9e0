// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ErrorText.h"

#include <QSet>
#include <QTest>

using pleurascope::core::Error;
using pleurascope::core::ErrorCode;
using pleurascope::core::errorCodeName;
using namespace pleurascope::ui::widgets;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceOfItsOwn();
    void theSentenceNamesTheFileWithoutItsFolder();
    void theDetailFollowsInBrackets();
    void aCodeIsFoundByItsName();
};

void TestErrorText::everyCodeHasASentenceOfItsOwn() {
    QSet<QString> sentences;
    for (int code = 0; code <= int(ErrorCode::internal); ++code) {
        const QString sentence = errorText({ErrorCode(code), {}, {}});
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(sentence.count(QLatin1Char('.')) >= 2,
                 qPrintable(sentence)); // what happened, and what to make of it
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
        const QString reason = errorReason(ErrorCode(code));
        QVERIFY(!reason.isEmpty());
        QVERIFY(!reason.endsWith(QLatin1Char('.')));
    }
}

void TestErrorText::theSentenceNamesTheFileWithoutItsFolder() {
    const QString text = errorText({ErrorCode::damaged, {}, "/somewhere/film.dcm"});
    QVERIFY(text.startsWith(QStringLiteral("film.dcm: ")));
    QVERIFY(!text.contains(QStringLiteral("/somewhere")));
}

void TestErrorText::theDetailFollowsInBrackets() {
    const QString text = errorText({ErrorCode::missingTensor, "conv1_conv/kernel:0", {}});
    QVERIFY(text.endsWith(QStringLiteral("(conv1_conv/kernel:0)")));
}

void TestErrorText::aCodeIsFoundByItsName() {
    for (int code = 0; code <= int(ErrorCode::internal); ++code)
        QCOMPARE(errorCodeOf(QString::fromLatin1(errorCodeName(ErrorCode(code)))), ErrorCode(code));
    QCOMPARE(errorCodeOf(QStringLiteral("no such word")), ErrorCode::internal);
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
