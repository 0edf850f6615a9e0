// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/Hanging.h"
#include "ui/review/FilmGrid.h"
#include "ui/review/OpenedStudy.h"
#include "ui/review/ViewLink.h"

#include <QWidget>

#include <optional>

namespace pleurascope::ui::widgets {
class ElidedLabel;
}

namespace pleurascope::ui::review {

class FilmStrip;

/// Where films hang: the study that was opened, beside it what the hanging rules want, or what the reader
/// puts there. The first cell is the study's own, which the opinion is about. GUI thread.
class FilmWall : public QWidget {
    Q_OBJECT
public:
    /// `beside`: another wall, which lives longer. Any film may hang in the first cell then; the wall begins
    /// with what the other one does not show, the newest prior or the study's next film, and its films are
    /// linked with that one's.
    FilmWall(store::Library& library, std::filesystem::path readerProgram, FilmWall* beside = nullptr);
    /// Where small pictures of films are kept between starts.
    void setThumbnailFolder(const std::filesystem::path& folder);
    void setRules(std::vector<reading::HangingRule> rules) { m_rules = std::move(rules); }
    [[nodiscard]] const std::vector<reading::HangingRule>& rules() const { return m_rules; }
    /// The name of the rule by which the study hangs; empty where none applies or the reader hung it himself.
    [[nodiscard]] QString ruleName() const { return m_ruleName; }

    /// Another study, hung by the rules.
    void openStudy(const OpenedStudy& study);
    /// No study.
    void closeStudy(const QString& sentence = {});
    /// Its films are put away; the other wall's stay.
    void leaveLink();
    void showError(const QString& sentence);
    /// By one of the rules, whether or not it applies.
    void hangBy(std::size_t rule);
    /// A film of the patient into one of the cells.
    void hangFilm(int cell, qint64 filmId);
    /// The next (+1) or previous (-1) film of its study into the chosen cell.
    void stepFilm(int step);
    void setShape(GridShape shape);
    /// Of the study that was opened, or of one of its priors.
    [[nodiscard]] std::vector<store::FilmRecord> filmsOf(qint64 studyId) const;

    [[nodiscard]] FilmGrid& grid() { return *m_grid; }
    [[nodiscard]] FilmCell& primary() { return m_grid->primary(); }
    [[nodiscard]] FilmView& chosenView();
    [[nodiscard]] ViewLink& link() { return *m_link; }

public Q_SLOTS:
    /// The first two cells change films.
    void swapFilms();
    /// The second cell's film in the place of the first.
    void setBlinking(bool blinking);
    void toggleLink();
    /// The key image after the one in the chosen cell, of the study and its priors, round and round.
    void showNextKeyImage();

Q_SIGNALS:
    void primaryShown(const pleurascope::ui::review::LoadedFilm& film);
    void primaryFailed(const pleurascope::core::Error& error);
    void hangingChanged();
    void cellMade(pleurascope::ui::review::FilmCell* cell);

private:
    void connectParts();
    void layOut();
    void showRule();
    void showHung();
    void connectCell(FilmCell& cell);
    void apply(const reading::Hanging& hanging);
    void hangCompanion();
    void hangAt(int cell, std::optional<FilmPlace> place, int frame = 0);
    [[nodiscard]] HungFilm hungFilm(FilmPlace place) const;
    void noteKeyImage(const store::KeyImage& image, bool isKey);
    [[nodiscard]] QString captionOf(std::size_t study) const;
    [[nodiscard]] std::optional<FilmPlace> placeOf(qint64 filmId) const;
    [[nodiscard]] std::vector<reading::StudyFilmList> filmLists() const;
    void fillEmptyCells();
    void linkViews();

    FilmGrid* m_grid;
    FilmStrip* m_strip;
    widgets::ElidedLabel* m_hung; ///< which rule hung the films, beside the strip
    ViewLink* m_link;             ///< the other wall's, for a wall beside one
    std::vector<reading::HangingRule> m_rules = reading::standardHangingRules();
    std::optional<OpenedStudy> m_study;
    QString m_ruleName;
    bool m_isCompanion = false;
};

} // namespace pleurascope::ui::review
