// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <QHash>
#include <QImage>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace pleurascope::ui::browse {

class FilmPicture;

/// The patient's earlier studies in the preview, at most three, newest first; each opens.
class EarlierStudies : public QWidget {
    Q_OBJECT
public:
    static constexpr int shown = 3;

    explicit EarlierStudies(QWidget* parent = nullptr);
    void setStudies(const std::vector<store::WorklistRow>& studies);
    void setThumbnail(qint64 filmId, const QImage& thumbnail);

Q_SIGNALS:
    void openRequested(qint64 studyId);

private:
    [[nodiscard]] QWidget* makeItem(const store::WorklistRow& row);

    QVBoxLayout* m_column;
    QWidget* m_items = nullptr;
    QHash<qint64, FilmPicture*> m_pictures; ///< by film
};

} // namespace pleurascope::ui::browse
