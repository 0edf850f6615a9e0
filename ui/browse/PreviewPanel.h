// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/store/Library.h"
#include "ui/browse/StudyState.h"
#include "ui/tasks/LatestTask.h"

#include <QFrame>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

namespace pleurascope::ui::widgets {
class ActionButton;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::browse {

class EarlierStudies;
class FilmPicture;
class OpinionSummary;

/// The chosen study at the right of the worklist: film, patient, opinion, earlier studies, and the way to
/// Review. Reads film and history off the GUI thread.
class PreviewPanel : public QFrame {
    Q_OBJECT
public:
    PreviewPanel(store::Library& library, std::filesystem::path readerProgram, QWidget* parent = nullptr);

    /// `place`: why the study stands where it stands, a sentence or nothing.
    void setStudy(const store::WorklistRow& row, const StateContext& context, const QString& place);
    void clear();
    /// Whose scores the earlier studies show.
    void setModelHash(const QString& hash) { m_modelHash = hash; }
    /// Stands in for a film until it is read.
    void setThumbnail(qint64 filmId, const QImage& thumbnail);

Q_SIGNALS:
    void openRequested(qint64 studyId);
    /// Their thumbnails are wanted.
    void earlierStudiesFound(const std::vector<pleurascope::store::FilmRecord>& films);

private:
    void build();
    void addScrolled();
    void loadPicture(const store::FilmRecord& film);
    void loadEarlier(const store::WorklistRow& row);
    void showWords(const store::WorklistRow& row, const StateContext& context, const QString& place);

    store::Library& m_library;
    std::shared_ptr<intake::FilmReader> m_reader;
    std::optional<qint64> m_study;
    qint64 m_film = 0;
    QString m_modelHash;
    bool m_sharp = false;

    QWidget* m_content;
    FilmPicture* m_picture;
    widgets::TextLabel* m_trouble;
    widgets::TextLabel* m_patient;
    widgets::TextLabel* m_identity;
    widgets::TextLabel* m_studyLine;
    OpinionSummary* m_opinion;
    EarlierStudies* m_earlier;
    QFrame* m_earlierRule;
    QWidget* m_place;
    widgets::TextLabel* m_placeWords;
    widgets::ActionButton* m_open;
    tasks::LatestTask<core::Result<QImage>> m_pictureTask;
    tasks::LatestTask<core::Result<std::vector<store::WorklistRow>>> m_earlierTask;
};

} // namespace pleurascope::ui::browse
