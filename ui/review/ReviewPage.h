// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/imaging/Magnify.h"
#include "engine/inference/Predictor.h"
#include "engine/reading/ScoringQueue.h"
#include "engine/store/Library.h"
#include "ui/review/CornerNotes.h"
#include "ui/review/LoadedFilm.h"
#include "ui/review/MouseConvention.h"
#include "ui/review/OpinionMaker.h"
#include "ui/review/StudyLoader.h"
#include "ui/review/VerdictWriter.h"
#include "ui/review/WindowPreset.h"
#include "ui/review/export/ExportChoice.h"
#include "ui/review/presentation/PresentationSaver.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>

namespace pleurascope::ui::review {

class FilmCell;
class FilmView;
class FilmWall;
class MapPanel;
class MarksPanel;
class OpinionPanel;
class ReviewHeader;
class ReviewPanel;
class ReviewToolBar;
class SecondWindow;
class VerdictPanel;

/// Looking at a study: its film, what the model says of it and why, and the reader's verdict. The film comes
/// first, then the score, then the map, each when its worker has it; what belongs to a study that was left is
/// dropped. Lives on the GUI thread and never waits.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    /// The library must outlive the page. `readerProgram`: the isolated reader.
    ReviewPage(store::Library& library, std::filesystem::path readerProgram, QWidget* parent = nullptr);
    ~ReviewPage() override;

    [[nodiscard]] FilmWall& wall() { return *m_wall; }
    /// The view that keys and buttons mean.
    [[nodiscard]] FilmView& chosenView();
    void setMouseConvention(const MouseConvention& convention);
    void setInterpolation(imaging::Interpolation interpolation);
    void setCornerChoice(const CornerChoice& choice);
    void setOwnPresets(std::vector<OwnPreset> presets);
    /// A window for more of the patient's films, on a second screen.
    void setSecondWindowShown(bool shown);
    [[nodiscard]] bool isSecondWindowShown() const;
    /// With the program: its place is told, as of a window that is to come back.
    void leaveSecondWindow();
    [[nodiscard]] SecondWindow* secondWindow() { return m_second.get(); }
    /// Where it stood, from `secondWindowPlaced`; used when it is next shown.
    void setSecondWindowPlace(const QByteArray& place) { m_secondPlace = place; }
    /// Who reads: named in what is drawn and saved.
    void setReader(const QString& reader);
    /// Where small pictures of films are kept between starts.
    void setThumbnailFolder(const std::filesystem::path& folder);
    /// How much of a film goes into files, on paper and to the clipboard.
    void setExportChoice(const ExportChoice& choice) { m_exportChoice = choice; }
    /// Where the hanging rules are kept; reads them. A damaged file is told of, and the standard rules are
    /// used.
    void setHangingFile(const std::filesystem::path& file);

public Q_SLOTS:
    void openStudy(qint64 studyId);
    /// Both must come from the same model; `name` is what it is called on the shelf.
    void setModel(std::shared_ptr<pleurascope::inference::Predictor> predictor,
                  std::shared_ptr<pleurascope::explain::Explainer> explainer, QString name);
    void setModelUnavailable(QString reason);
    /// For privacy: takes everything away that tells who the patient is, and brings it back.
    void toggleNames();
    /// Of the chosen film of a wall: the page's own, or the second window's.
    void showTags(pleurascope::ui::review::FilmWall& wall);
    void showExport(pleurascope::ui::review::FilmWall& wall);
    void savePresentation(pleurascope::ui::review::FilmWall& wall);

Q_SIGNALS:
    void nextRequested();
    void previousRequested();
    void nextUnreadRequested();
    void verdictSaved(qint64 studyId);
    void filmScored(pleurascope::reading::ScoredFilm film);
    void chooseModelRequested();
    /// Something could not be kept: a sentence for the status strip.
    void troubleFound(const QString& sentence);
    void secondWindowPlaced(const QByteArray& place, bool isShown);
    void readerNamed(const QString& reader);
    void ownPresetsChanged(const std::vector<pleurascope::ui::review::OwnPreset>& presets);
    void exportChoiceMade(const pleurascope::ui::review::ExportChoice& choice);
    /// Escape, with nothing left to step back from on this page.
    void leaveRequested();

protected:
    bool event(QEvent* event) override;

private:
    void layOut();
    void connectWall();
    void connectControls();
    void setUpCell(FilmCell& cell);
    void makeSecondWindow();
    void tellSecondPlace(bool isShown);
    [[nodiscard]] std::vector<FilmCell*> everyCell() const;
    void showFilmMenu(FilmView& view, QPoint place);
    void followChosen();
    void connectOpinion();
    void connectVerdict();

    void showStudy(const OpenedStudy& study);
    void showStudyError(const core::Error& error);
    void showFilm(const LoadedFilm& film);
    void showFilmError(const core::Error& error);
    void showHistory();
    void saveMarks();
    void showHangingMenu(QPoint place);
    void connectPresentations();
    void showPresentationMenu(FilmWall& wall, QPoint place);
    void openPresentation(FilmWall& wall);
    void notePresentation(const store::PresentationRecord& record);
    void editPresets();
    void editHanging();
    [[nodiscard]] FilmView& primaryView();
    void askModel();
    void showPrediction(const store::PredictionRecord& prediction);
    void requestMap();
    void showMap(const std::shared_ptr<const EvidenceLayer>& layer);
    void keepVerdict();
    void saveAndNext();
    void goNext();

    store::Library& m_library;
    std::filesystem::path m_readerProgram;
    std::filesystem::path m_thumbnails;
    QString m_exportFolder;
    ExportChoice m_exportChoice;
    QString m_reader;
    PresentationSaver m_presentations;
    std::filesystem::path m_hangingFile;
    StudyLoader m_loader;
    OpinionMaker m_opinion;
    VerdictWriter m_writer;

    std::unique_ptr<SecondWindow> m_second; ///< none before it is first asked for
    QByteArray m_secondPlace;
    ReviewHeader* m_header;
    ReviewToolBar* m_tools;
    FilmWall* m_wall;
    ReviewPanel* m_panel;
    OpinionPanel* m_opinionPanel;
    MapPanel* m_mapPanel;
    VerdictPanel* m_verdictPanel;

    std::optional<OpenedStudy> m_study;
    MouseConvention m_mouse;
    CornerChoice m_corners;
    std::vector<OwnPreset> m_ownPresets = OwnPreset::standard();
    imaging::Interpolation m_interpolation = imaging::Interpolation::lanczos;
    QMetaObject::Connection m_chosenDisplay; ///< of the view that the header shows
    std::string m_shownModel;                ///< hash of the score on screen, or empty
    QString m_noModelReason;
    bool m_mapAsked = false;
    bool m_nextWhenKept = false;
};

} // namespace pleurascope::ui::review
