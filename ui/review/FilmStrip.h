// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/OpenedStudy.h"

#include <QListWidget>
#include <QTimer>

#include <filesystem>
#include <set>

namespace pleurascope::ui::films {
class ThumbnailLoader;
}

namespace pleurascope::ui::review {

class FilmStripDelegate;

/// The films of the patient in a row, the study's own first, then the earlier ones: to be dragged into a
/// cell, or put into the chosen one by a double click or Enter. Each is seen small, those in sight first.
/// Hidden where there is one film alone.
class FilmStrip : public QListWidget {
    Q_OBJECT
public:
    explicit FilmStrip(std::filesystem::path readerProgram, QWidget* parent = nullptr);

    /// Where small pictures are kept between starts.
    void setThumbnailFolder(const std::filesystem::path& folder);
    void showStudy(const OpenedStudy& study);
    /// A star on a film with a key image.
    void setKey(qint64 filmId, bool hasKey);
    /// Which of them hang in cells.
    void setHung(const std::set<qint64>& films);
    [[nodiscard]] const films::ThumbnailLoader& thumbnails() const { return *m_thumbnails; }

Q_SIGNALS:
    void filmChosen(qint64 filmId);

protected:
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void addFilms(const StudyFilms& study, bool isPrior);
    void describe(QListWidgetItem& item) const;
    void wantThumbnails();
    void fitHeight();

    films::ThumbnailLoader* m_thumbnails;
    FilmStripDelegate* m_delegate;
    std::vector<store::FilmRecord> m_films; ///< by row
    QTimer m_patience;                      ///< until blocks stand where thumbnails will
};

} // namespace pleurascope::ui::review
