// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/films/ThumbnailLoader.h"

#include "engine/core/Files.h"
#include "engine/core/Sha256.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/Resize.h"
#include "ui/widgets/PixmapConversion.h"

#include <QBuffer>

#include <algorithm>

namespace pleurascope::ui::films {

namespace {

const auto framesKey = QStringLiteral("frames"); // a text in the PNG file

/// Names the picture by what it was made from: another file at the same path is another picture.
std::filesystem::path cacheFile(const std::filesystem::path& folder, const store::FilmRecord& film) {
    const std::string source = film.path + '\n' + std::to_string(film.fileSize) + '\n' +
                               std::to_string(film.modifiedNs) + '\n' +
                               std::to_string(ThumbnailLoader::longestSide) + " with frames";
    return folder / (core::sha256(source) + ".png");
}

/// The cache may be lost at any time, so a failure to write it is none.
void keep(const std::filesystem::path& file, const QImage& image) {
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (image.save(&buffer, "PNG") && core::createFolders(file.parent_path()))
        (void)core::writeFileAtomically(file, std::string_view(png.constData(), std::size_t(png.size())));
}

} // namespace

core::Result<QImage> loadThumbnail(intake::FilmReader& reader, const std::filesystem::path& folder,
                                   const store::FilmRecord& film) {
    const auto file = folder.empty() ? std::filesystem::path() : cacheFile(folder, film);
    if (!file.empty())
        if (QImage kept(QString::fromStdString(file.string())); !kept.isNull())
            return kept;
    const auto read = reader.readFilm(film.path);
    if (!read)
        return core::failure(read);
    const auto small =
        imaging::shrinkToFit(imaging::renderDefault(read->image), ThumbnailLoader::longestSide);
    QImage image = widgets::toImage(small).copy();
    image.setText(framesKey, QString::number(read->header.instance.frames));
    if (!file.empty())
        keep(file, image);
    return image;
}

ThumbnailLoader::ThumbnailLoader(std::filesystem::path readerProgram, std::filesystem::path folder,
                                 QObject* parent)
    : QObject(parent)
    , m_reader(std::make_shared<intake::FilmReader>(std::move(readerProgram)))
    , m_folder(std::move(folder)) {}

QImage ThumbnailLoader::thumbnail(qint64 filmId) const {
    const QImage* ready = m_ready.object(filmId);
    return ready != nullptr ? *ready : QImage();
}

int ThumbnailLoader::framesOf(const QImage& thumbnail) {
    return std::max(1, thumbnail.text(framesKey).toInt());
}

void ThumbnailLoader::want(const std::vector<store::FilmRecord>& films) {
    m_wanted.clear();
    for (const auto& film : films)
        if (!m_ready.contains(film.id) && !m_failed.contains(film.id) && film.id != m_loading)
            m_wanted.push_back(film);
    if (!m_task.isRunning())
        loadNext();
}

void ThumbnailLoader::loadNext() {
    if (m_wanted.empty())
        return;
    const store::FilmRecord film = m_wanted.front();
    m_wanted.pop_front();
    m_loading = film.id;
    m_task.start([reader = m_reader, folder = m_folder,
                  film](std::stop_token) { return loadThumbnail(*reader, folder, film); },
                 [this, id = qint64(film.id)](core::Result<QImage> result) {
                     m_loading = 0;
                     if (result) {
                         m_ready.insert(id, new QImage(*result));
                         Q_EMIT thumbnailReady(id, *result);
                     } else {
                         m_failed.insert(id);
                         Q_EMIT failed(id, result.error());
                     }
                     loadNext();
                 });
}

} // namespace pleurascope::ui::films
