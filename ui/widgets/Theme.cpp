// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Theme.h"

#include "ui/widgets/AppStyle.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace pleurascope::ui::widgets {

namespace {

constexpr double basePixels = 13;

QByteArray readResource(const QString& path) {
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    return file.readAll();
}

bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Light;
#else
    return true;
#endif
}

/// The desktop's own font size, where it asks for more than the base.
double systemFactor() {
    static const double factor = std::max(1.0, QFontInfo(QGuiApplication::font()).pixelSize() / basePixels);
    return factor;
}

} // namespace

QString tokenName(Token token) {
    static constexpr std::array<const char*, tokenCount> names{
        "canvas",    "window", "panel",     "raised",   "field",      "hover", "select", "line",
        "edge",      "text",   "text2",     "off",      "accent",     "afill", "onfill", "amber",
        "amberfill", "error",  "errorfill", "training", "validation", "grid"};
    return QString::fromLatin1(names[std::size_t(token)]);
}

TokenTable readTokens(const QString& name) {
    const auto document = QJsonDocument::fromJson(readResource(QStringLiteral(":/theme/%1.json").arg(name)));
    const auto object = document.object().value(QStringLiteral("tokens")).toObject();
    TokenTable table;
    for (int i = 0; i < tokenCount; ++i) {
        table[std::size_t(i)] = QColor(object.value(tokenName(Token(i))).toString());
        Q_ASSERT(table[std::size_t(i)].isValid());
    }
    return table;
}

Theme::Theme()
    : m_tokens(readTokens(QStringLiteral("dark")))
    , m_darkTokens(m_tokens) {}

Theme& Theme::current() {
    static Theme theme;
    return theme;
}

void Theme::apply(ThemeChoice choice, double fontScale) {
    loadFonts();
    m_dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && systemIsDark());
    m_tokens = m_dark ? m_darkTokens : readTokens(QStringLiteral("light"));
    m_factor = systemFactor() * std::clamp(fontScale, 0.75, 2.0);
    if (qobject_cast<AppStyle*>(QApplication::style()) == nullptr && qApp->styleSheet().isEmpty())
        QApplication::setStyle(new AppStyle);
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextSize::body));
    qApp->setStyleSheet(filledStyleSheet());
    Q_EMIT themeChanged();
}

int Theme::px(double n) const {
    if (n <= 0)
        return int(std::lround(n * m_factor));
    return std::max(1, int(std::lround(n * m_factor)));
}

QFont Theme::font(TextSize size) const {
    const bool strong = size >= TextSize::section;
    return font(size, strong ? QFont::DemiBold : QFont::Normal);
}

QFont Theme::font(TextSize size, QFont::Weight weight) const {
    static constexpr std::array<double, 7> pixels{11, 12, 13, 13, 16, 20, 36};
    QFont result(
        QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    result.setPixelSize(px(pixels[std::size_t(size)]));
    result.setWeight(weight);
    return result;
}

QString Theme::filledStyleSheet() const {
    const QString source = QString::fromUtf8(readResource(QStringLiteral(":/theme/pleurascope.qss")));
    static const QRegularExpression placeholder(QStringLiteral("@([a-z]+2?|[0-9]+)"));
    QString filled;
    filled.reserve(source.size() * 2);
    qsizetype last = 0;
    for (auto matches = placeholder.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        filled += QStringView(source).mid(last, match.capturedStart() - last);
        const QString word = match.captured(1);
        if (word == QLatin1String("theme"))
            filled += QLatin1String(m_dark ? "dark" : "light");
        else if (word.front().isDigit())
            filled += QString::number(px(word.toInt())) + QStringLiteral("px");
        else
            for (int i = 0; i < tokenCount; ++i)
                if (tokenName(Token(i)) == word)
                    filled += m_tokens[std::size_t(i)].name();
        last = match.capturedEnd();
    }
    filled += QStringView(source).mid(last);
    return filled;
}

QPalette Theme::palette() const {
    QPalette result;
    const auto set = [&](QPalette::ColorRole role, Token token) { result.setColor(role, colour(token)); };
    set(QPalette::Window, Token::window);
    set(QPalette::Base, Token::field);
    set(QPalette::AlternateBase, Token::panel);
    set(QPalette::Button, Token::raised);
    set(QPalette::ToolTipBase, Token::raised);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText, QPalette::BrightText})
        set(role, Token::text);
    set(QPalette::PlaceholderText, Token::text2);
    set(QPalette::Highlight, Token::select);
    set(QPalette::Link, Token::accent);
    set(QPalette::LinkVisited, Token::accent);
    set(QPalette::Light, Token::raised);
    set(QPalette::Midlight, Token::hover);
    set(QPalette::Mid, Token::line);
    set(QPalette::Dark, Token::edge);
    set(QPalette::Shadow, Token::canvas);
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        result.setColor(QPalette::Disabled, role, colour(Token::off));
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, Token::accent);
#endif
    return result;
}

void Theme::loadFonts() {
    if (m_fontsLoaded)
        return;
    m_fontsLoaded = true;
    (void)systemFactor(); // before the application's font is changed
    for (const auto* weight : {"Regular", "Medium", "SemiBold"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Inter-%1.otf").arg(QLatin1String(weight)));
}

} // namespace pleurascope::ui::widgets
