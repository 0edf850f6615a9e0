// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/OpenedStudy.h"

#include <QListWidget>

namespace pleurascope::ui::review {

/// The films of the patient in a row, the study's own first, then the earlier ones: to be dragged into a
/// cell, or put into the chosen one by a double click or Enter. Hidden where there is one film alone.
class FilmStrip : public QListWidget {
    Q_OBJECT
public:
    explicit FilmStrip(QWidget* parent = nullptr);

    void showStudy(const OpenedStudy& study);
    /// A star beside a film with a key image.
    void setKey(qint64 filmId, bool hasKey);

Q_SIGNALS:
    void filmChosen(qint64 filmId);

protected:
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addFilms(const StudyFilms& study, bool isPrior);
    static void markKey(QListWidgetItem& item, bool hasKey);
};

} // namespace pleurascope::ui::review
