// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/store/Records.h"
#include "ui/tasks/LatestTask.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

#include <deque>
#include <filesystem>
#include <memory>
#include <vector>

namespace pleurascope::ui::films {

/// Small pictures of films, made one after another off the GUI thread through the isolated reader, and kept
/// as PNG in the profile's cache under names that say nothing of patients. The latest thousand are kept in
/// memory. GUI thread.
class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    /// Longest side in pixels: 40 on a screen of twice the usual density.
    static constexpr int longestSide = 96;
    static constexpr int mostInMemory = 1000;

    /// Without a folder nothing is kept between starts.
    ThumbnailLoader(std::filesystem::path readerProgram, std::filesystem::path folder,
                    QObject* parent = nullptr);

    /// The films that are in sight now, most wanted first; forgets earlier wishes that were not begun.
    void want(const std::vector<store::FilmRecord>& films);
    /// Null if it is not there (yet).
    [[nodiscard]] QImage thumbnail(qint64 filmId) const;
    [[nodiscard]] bool hasFailed(qint64 filmId) const { return m_failed.contains(filmId); }
    /// Of the film of a thumbnail.
    [[nodiscard]] static int framesOf(const QImage& thumbnail);
    void setFolder(std::filesystem::path folder) { m_folder = std::move(folder); }

Q_SIGNALS:
    void thumbnailReady(qint64 filmId, const QImage& thumbnail);
    void failed(qint64 filmId, const pleurascope::core::Error& error);

private:
    void loadNext();

    std::shared_ptr<intake::FilmReader> m_reader;
    std::filesystem::path m_folder;
    std::deque<store::FilmRecord> m_wanted;
    QCache<qint64, QImage> m_ready{mostInMemory};
    QSet<qint64> m_failed;
    qint64 m_loading = 0; ///< film at hand
    tasks::LatestTask<core::Result<QImage>> m_task;
};

/// The thumbnail from `folder`, or made from the film and put there. Blocks; any thread.
[[nodiscard]] core::Result<QImage>
loadThumbnail(intake::FilmReader& reader, const std::filesystem::path& folder, const store::FilmRecord& film);

} // namespace pleurascope::ui::films
