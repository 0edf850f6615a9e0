// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/browse/WorklistRows.h"
#include "ui/browse/StudyListModel.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace pleurascope::test {

/// A library with rows as makeRow() makes them, and a worklist on it. Rows get the numbers 1, 2, 3 ... in the
/// order in which they are added, as makeRow() has them.
class WorklistLibrary {
public:
    WorklistLibrary()
        : m_library(store::Library::open(m_folder.filePath(QStringLiteral("library.sqlite")).toStdString())
                        .value()) {}
    ~WorklistLibrary() { QThreadPool::globalInstance()->waitForDone(); }
    WorklistLibrary(const WorklistLibrary&) = delete;
    WorklistLibrary& operator=(const WorklistLibrary&) = delete;

    void add(store::WorklistRow row) {
        row.film.sopInstanceUid = row.study.studyUid + ".1";
        const auto added = m_library->addFilm(row.study, row.film);
        QVERIFY(added.has_value());
        if (row.prediction) {
            row.prediction->filmId = added->filmId;
            QVERIFY(m_library->addPrediction(*row.prediction).has_value());
        }
        if (row.verdict) {
            row.verdict->studyId = added->studyId;
            QVERIFY(m_library->addVerdict(*row.verdict).has_value());
        }
    }
    void add(const std::vector<store::WorklistRow>& rows) {
        for (const auto& row : rows)
            add(row);
    }
    [[nodiscard]] store::Library& library() { return *m_library; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Library> m_library;
};

/// Does something with a worklist and waits until its list is the one that is asked for then.
template <class Change>
void listAfter(ui::browse::StudyListModel& model, Change change) {
    QSignalSpy listed(&model, &ui::browse::StudyListModel::listed);
    change();
    QVERIFY(listed.count() > 0 || listed.wait());
}
inline void list(ui::browse::StudyListModel& model) {
    listAfter(model, [&] { model.reload(); });
}

} // namespace pleurascope::test
