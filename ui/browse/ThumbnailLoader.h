// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/store/Records.h"
#include "ui/tasks/LatestTask.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <deque>
#include <filesystem>
#include <memory>
#include <vector>

namespace pleurascope::ui::browse {

/// Small pictures of films, made one after another off the GUI thread through the isolated reader, and kept
/// as PNG in the profile's cache under names that say nothing of patients. GUI thread.
class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    /// Longest side in pixels: 40 on a screen of twice the usual density.
    static constexpr int longestSide = 96;

    ThumbnailLoader(std::filesystem::path readerProgram, std::filesystem::path folder,
                    QObject* parent = nullptr);

    /// The films that are in sight now, most wanted first; forgets earlier wishes that were not begun.
    void want(const std::vector<store::FilmRecord>& films);
    /// Null if it is not there (yet).
    [[nodiscard]] QImage thumbnail(qint64 filmId) const { return m_ready.value(filmId); }

Q_SIGNALS:
    void thumbnailReady(qint64 filmId, const QImage& thumbnail);
    void failed(qint64 filmId, const pleurascope::core::Error& error);

private:
    void loadNext();

    std::shared_ptr<intake::FilmReader> m_reader;
    std::filesystem::path m_folder;
    std::deque<store::FilmRecord> m_wanted;
    QHash<qint64, QImage> m_ready;
    QHash<qint64, bool> m_failed;
    qint64 m_loading = 0; ///< film at hand
    tasks::LatestTask<core::Result<QImage>> m_task;
};

/// The thumbnail from `folder`, or made from the film and put there. Blocks; any thread.
[[nodiscard]] core::Result<QImage>
loadThumbnail(intake::FilmReader& reader, const std::filesystem::path& folder, const store::FilmRecord& film);

} // namespace pleurascope::ui::browse
