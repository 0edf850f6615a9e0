// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

#include <array>

class QApplication;

namespace pleurascope::ui::widgets {

/// The colours by purpose; resources/theme/{dark,light}.json give each a value.
enum class Token {
    canvas, ///< behind films, black in both themes
    window,
    panel,
    raised,
    field,
    hover,
    select,
    line, ///< hairlines
    edge, ///< borders of inputs
    text,
    text2,
    off,
    accent,
    afill,
    onfill,
    amber, ///< at or above the threshold, nothing else
    amberfill,
    error,
    errorfill,
    training,
    validation,
    grid
};
inline constexpr int tokenCount = int(Token::grid) + 1;

/// Key of a token in the theme files and in the style sheet.
[[nodiscard]] QString tokenName(Token token);

/// Text sizes relative to the base of 13 px: 11, 12, 13, 13 at 600, 16 at 600, 20 at 600, 36 at 600.
enum class TextSize { caption, label, body, section, title, figure, score };

enum class ThemeChoice { dark, light, system };

/// The tokens of a theme file, by number.
using TokenTable = std::array<QColor, tokenCount>;
/// Reads ":/theme/<name>.json". Asserts that every token is there: the files are part of the program.
[[nodiscard]] TokenTable readTokens(const QString& name);

/// Owns the look: tokens, palette, fonts and the style sheet. One a process, living on the GUI thread;
/// everything that paints asks it for colours and lengths when it paints, and repaints on `themeChanged`.
class Theme : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Theme& current();

    /// Loads the bundled font, sets style, palette and style sheet of the application. `fontScale` 0.75 to 2.
    void apply(ThemeChoice choice, double fontScale);

    [[nodiscard]] QColor colour(Token token) const { return m_tokens[std::size_t(token)]; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// Dark theme's colours, whatever the theme: for what is written on films.
    [[nodiscard]] QColor onFilm(Token token) const { return m_darkTokens[std::size_t(token)]; }

    /// `n` pixels of the design, times the font factor, rounded; at least 1 for n > 0.
    [[nodiscard]] int px(double n) const;
    /// Body font is 1.0; see TextSize.
    [[nodiscard]] QFont font(TextSize size) const;
    [[nodiscard]] QFont font(TextSize size, QFont::Weight weight) const;
    [[nodiscard]] double factor() const { return m_factor; }

    /// The style sheet with its placeholders filled.
    [[nodiscard]] QString filledStyleSheet() const;

Q_SIGNALS:
    void themeChanged();

private:
    Theme();
    [[nodiscard]] QPalette palette() const;
    void loadFonts();

    TokenTable m_tokens;
    TokenTable m_darkTokens;
    bool m_dark = true;
    bool m_fontsLoaded = false;
    double m_factor = 1;
};

/// Short forms for code that paints.
[[nodiscard]] inline QColor colour(Token token) {
    return Theme::current().colour(token);
}
[[nodiscard]] inline int px(double n) {
    return Theme::current().px(n);
}

} // namespace pleurascope::ui::widgets
