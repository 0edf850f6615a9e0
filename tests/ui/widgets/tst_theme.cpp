// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pleurascope::ui::widgets;

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance, WCAG 2.
double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double brighter = std::max(luminance(a), luminance(b));
    return (brighter + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

struct Lab {
    double l, a, b;
};

/// Linear RGB (sRGB primaries, D65) to CIE L*a*b*.
Lab lab(const std::array<double, 3>& rgb) {
    const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

using Matrix = std::array<std::array<double, 3>, 3>;

/// Machado, Oliveira and Fernandes 2009, severity 1: protan, deutan, tritan, on linear RGB.
constexpr std::array<Matrix, 3> deficiencies{
    Matrix{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    Matrix{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    Matrix{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}};

Lab seenBy(const Matrix& matrix, const QColor& colour) {
    const std::array<double, 3> in{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i)
        out[i] = std::clamp(matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2], 0.0, 1.0);
    return lab(out);
}

/// CIE76 distance, the least over the three deficiencies.
double leastDistance(const QColor& a, const QColor& b) {
    double least = 1e9;
    for (const auto& matrix : deficiencies) {
        const Lab p = seenBy(matrix, a);
        const Lab q = seenBy(matrix, b);
        least = std::min(least, std::hypot(p.l - q.l, p.a - q.a, p.b - q.b));
    }
    return least;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void signalsStayApartForTheColourBlind_data();
    void signalsStayApartForTheColourBlind();
    void noFillOfTheDarkThemeOutshinesAFilm();
    void theStyleSheetHasEveryPlaceholderFilled();
    void lengthsFollowTheFontFactor();
    void theBundledFontIsUsed();
    void changingTheThemeTellsEverybody();
};

void TestTheme::textIsReadableOnEveryGround_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("token");
    QTest::addColumn<double>("least");
    for (const auto* theme : {"dark", "light"}) {
        const auto add = [&](Token token, double least) {
            QTest::addRow("%s %s", theme, qPrintable(tokenName(token)))
                << QString::fromLatin1(theme) << int(token) << least;
        };
        add(Token::text, 7.0);
        add(Token::text2, 4.5);
        add(Token::accent, 4.5);
        add(Token::amber, 4.5);
        add(Token::error, 4.5);
        add(Token::training, 4.5);
    }
}

void TestTheme::textIsReadableOnEveryGround() {
    QFETCH(QString, theme);
    QFETCH(int, token);
    QFETCH(double, least);
    const TokenTable tokens = readTokens(theme);
    for (const Token ground :
         {Token::window, Token::panel, Token::raised, Token::field, Token::hover, Token::select}) {
        const double found = contrast(tokens[std::size_t(token)], tokens[std::size_t(ground)]);
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1: %2").arg(tokenName(ground)).arg(found)));
    }
}

void TestTheme::signalsStayApartForTheColourBlind_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<double>("least");
    const auto add = [](const char* theme, Token a, Token b, double least) {
        QTest::addRow("%s %s/%s", theme, qPrintable(tokenName(a)), qPrintable(tokenName(b)))
            << QString::fromLatin1(theme) << int(a) << int(b) << least;
    };
    add("dark", Token::amber, Token::accent, 60);
    add("light", Token::amber, Token::accent, 60);
    add("dark", Token::amber, Token::training, 40);
    add("light", Token::amber, Token::training, 40);
    add("dark", Token::training, Token::validation, 20);
    add("light", Token::training, Token::validation, 20);
}

void TestTheme::signalsStayApartForTheColourBlind() {
    QFETCH(QString, theme);
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(double, least);
    const TokenTable tokens = readTokens(theme);
    const double found = leastDistance(tokens[std::size_t(first)], tokens[std::size_t(second)]);
    QVERIFY2(std::round(found) >= least, qPrintable(QString::number(found)));
}

void TestTheme::noFillOfTheDarkThemeOutshinesAFilm() {
    const TokenTable tokens = readTokens(QStringLiteral("dark"));
    const auto lightness = [&](Token token) {
        const QColor colour = tokens[std::size_t(token)];
        return lab({linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())}).l;
    };
    for (const Token fill : {Token::canvas, Token::window, Token::panel, Token::raised, Token::field,
                             Token::hover, Token::select, Token::afill, Token::amberfill, Token::errorfill})
        QVERIFY2(lightness(fill) <= 40, qPrintable(tokenName(fill)));
    QVERIFY(lightness(Token::text) <= 88);
}

void TestTheme::theStyleSheetHasEveryPlaceholderFilled() {
    Theme::current().apply(ThemeChoice::dark, 1.0);
    const QString sheet = Theme::current().filledStyleSheet();
    QVERIFY(sheet.contains(colour(Token::select).name()));
    const auto rules = sheet.mid(sheet.indexOf(QStringLiteral("*/")));
    QVERIFY2(!rules.contains(QLatin1Char('@')), qPrintable(rules.mid(rules.indexOf(QLatin1Char('@')), 40)));
    QVERIFY(!rules.contains(QStringLiteral(": ;")));
}

void TestTheme::lengthsFollowTheFontFactor() {
    auto& theme = Theme::current();
    theme.apply(ThemeChoice::dark, 1.0);
    const double one = theme.px(100);
    theme.apply(ThemeChoice::dark, 2.0);
    QCOMPARE(theme.px(100), int(2 * one));
    QVERIFY(theme.font(TextSize::score).pixelSize() > 2 * theme.font(TextSize::body).pixelSize());
    theme.apply(ThemeChoice::dark, 1.0);
    QCOMPARE(theme.px(0.2), 1); // a hairline never vanishes
}

void TestTheme::theBundledFontIsUsed() {
    Theme::current().apply(ThemeChoice::dark, 1.0);
    QCOMPARE(QFontInfo(QApplication::font()).family(), QStringLiteral("Inter"));
}

void TestTheme::changingTheThemeTellsEverybody() {
    auto& theme = Theme::current();
    theme.apply(ThemeChoice::dark, 1.0);
    QSignalSpy changed(&theme, &Theme::themeChanged);
    const QColor before = colour(Token::window);
    theme.apply(ThemeChoice::light, 1.0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(colour(Token::window) != before);
    QCOMPARE(theme.onFilm(Token::window), before);
    QCOMPARE(QApplication::palette().color(QPalette::Window), colour(Token::window));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
