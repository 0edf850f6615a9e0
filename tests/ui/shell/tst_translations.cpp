// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString source;
    QStringList translations; ///< one, or one a numerus form
    bool isUnfinished = false;
};

QList<Message> readMessages(const QString& file) {
    QFile ts(QStringLiteral(PLEURASCOPE_SOURCE_DIR "/translations/") + file);
    if (!ts.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&ts);
    QList<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("message"))
            messages << Message();
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations << xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().isUnfinished = !xml.attributes().value(QLatin1String("type")).isEmpty();
            xml.readNext();
            if (xml.isCharacters() && !xml.isWhitespace())
                messages.last().translations << xml.text().toString();
            else if (xml.isStartElement())
                messages.last().translations << xml.readElementText();
            else if (xml.isCharacters() &&
                     messages.last().source.trimmed() == xml.text().toString().trimmed())
                messages.last().translations << xml.text().toString();
        }
    }
    return messages;
}

/// The placeholders of a text, such as %1 and %n.
QSet<QString> placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%[0-9n]"));
    QSet<QString> found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsFinishedAndKeepsItsPlaceholders_data();
    void everyEntryIsFinishedAndKeepsItsPlaceholders();
};

void TestTranslations::everyEntryIsFinishedAndKeepsItsPlaceholders_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("least");
    QTest::newRow("German, whole") << QStringLiteral("pleurascope_de.ts") << 400;
    QTest::newRow("English, singular and plural") << QStringLiteral("pleurascope_en.ts") << 8;
}

void TestTranslations::everyEntryIsFinishedAndKeepsItsPlaceholders() {
    QFETCH(QString, file);
    QFETCH(int, least);
    const auto messages = readMessages(file);
    QVERIFY(messages.size() >= least);
    for (const auto& message : messages) {
        QVERIFY2(!message.isUnfinished, qPrintable(message.source));
        QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
        for (const QString& translation : message.translations)
            QVERIFY2(placeholders(translation) == placeholders(message.source), qPrintable(message.source));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
