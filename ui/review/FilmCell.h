// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/AnnotationWriter.h"
#include "ui/review/CellLoader.h"
#include "ui/review/FilmPane.h"

#include <QFrame>

#include <optional>

namespace pleurascope::ui::review {

/// A film of a study that is to hang in a cell.
struct HungFilm {
    qint64 studyId = 0;
    store::FilmRecord film;
    int index = 0; ///< of the `count` films of its study
    int count = 1;
    QString
        caption;   ///< above the film: "Prior, 14 months earlier"; empty where there is nothing to tell apart
    int frame = 0; ///< the first to be seen
};

/// A place for a film among others: fetches it, shows it, and keeps what is drawn on it. Takes films that are
/// dragged onto it.
class FilmCell : public QFrame {
    Q_OBJECT
public:
    FilmCell(store::Library& library, std::filesystem::path readerProgram, QWidget* parent = nullptr);

    /// Reads the film; until it is there blocks stand in its place, or the film that the cell shows where
    /// that is of the same study.
    void hang(const HungFilm& film);
    void clear(const QString& sentence = {});
    void showError(const QString& sentence);
    void readFrame(int frame);
    /// The film on show by the presentation state in a file, or (empty) as its own file has it.
    void present(const std::string& presentation);
    /// Marks the frame on show as a key image, or no longer; kept in the library at once.
    void toggleKeyImage();
    [[nodiscard]] const std::optional<HungFilm>& hung() const { return m_hung; }
    /// A frame of the film that hangs here was shown.
    [[nodiscard]] bool showsHung() const;

    [[nodiscard]] FilmPane& pane() { return m_pane; }
    [[nodiscard]] FilmView& view() { return m_pane.view(); }
    /// A border tells which of several cells is meant.
    void setChosen(bool chosen, bool isOneOfMany);

    /// What a dragged film is: its id in the library, as decimal text.
    static const QString filmMimeType;

Q_SIGNALS:
    void filmShown(const pleurascope::ui::review::LoadedFilm& film);
    void frameShown(const pleurascope::ui::review::LoadedFilm& film);
    /// A frame stands again where an error stood.
    void frameMended(const pleurascope::ui::review::LoadedFilm& film);
    void filmFailed(const pleurascope::core::Error& error);
    /// One frame cannot be read; its place tells so already.
    void frameFailed(const pleurascope::core::Error& error);
    void keepingFailed(const pleurascope::core::Error& error);
    void presentingFailed(const pleurascope::core::Error& error);
    void keyImageChanged(const pleurascope::store::KeyImage& image, bool isKey);
    void filmDropped(qint64 filmId);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void showBroken(const BrokenFrame& broken);

    CellLoader m_loader;
    AnnotationWriter m_writer;
    FilmPane& m_pane;
    std::optional<HungFilm> m_hung;
    qint64 m_shownFilm = 0; ///< id of the film that marks are drawn on
};

} // namespace pleurascope::ui::review
