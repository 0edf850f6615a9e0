// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/OpenedStudy.h"

#include <algorithm>
#include <iterator>

namespace pleurascope::ui::review {

bool StudyFilms::hasKeyImage(std::int64_t filmId) const {
    return std::ranges::find(keyImages, filmId, &store::KeyImage::filmId) != keyImages.end();
}

const StudyFilms& OpenedStudy::at(std::size_t study) const {
    return study == 0 ? *this : priors[study - 1];
}

const store::FilmRecord& OpenedStudy::filmAt(FilmPlace place) const {
    return at(place.study).films[place.film];
}

std::vector<FilmPlace> OpenedStudy::places() const {
    std::vector<FilmPlace> all;
    for (std::size_t study = 0; study <= priors.size(); ++study)
        for (std::size_t film = 0; film < at(study).films.size(); ++film)
            all.push_back({study, film});
    return all;
}

std::optional<FilmPlace> OpenedStudy::placeOf(std::int64_t filmId) const {
    for (const FilmPlace& place : places())
        if (filmAt(place).id == filmId)
            return place;
    return std::nullopt;
}

std::vector<store::KeyImage> OpenedStudy::keyImagesInOrder() const {
    std::vector<store::KeyImage> keys;
    const auto add = [&](const StudyFilms& one) {
        auto sorted = one.keyImages;
        std::ranges::sort(sorted, {}, &store::KeyImage::frame);
        for (const store::FilmRecord& film : one.films)
            std::ranges::copy_if(sorted, std::back_inserter(keys),
                                 [&](const store::KeyImage& key) { return key.filmId == film.id; });
    };
    add(*this);
    std::ranges::for_each(priors, add);
    return keys;
}

bool OpenedStudy::setKeyImage(const store::KeyImage& image, bool isKey) {
    const std::size_t place = placeOf(image.filmId)->study;
    StudyFilms& study = place == 0 ? *this : priors[place - 1];
    std::erase(study.keyImages, image);
    if (isKey)
        study.keyImages.push_back(image);
    return study.hasKeyImage(image.filmId);
}

} // namespace pleurascope::ui::review
