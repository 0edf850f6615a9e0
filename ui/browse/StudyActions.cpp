// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyActions.h"

#include "engine/store/Bin.h"
#include "ui/browse/MergeDialog.h"
#include "ui/tasks/LatestTask.h"

#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace pleurascope::ui::browse {

StudyActions::StudyActions(store::Library& library, const StudyListModel& studies, QWidget* page)
    : QObject(page)
    , m_library(library)
    , m_studies(studies)
    , m_page(page) {
    m_pool.setMaxThreadCount(1);
}

StudyActions::~StudyActions() {
    m_pool.waitForDone();
}

void StudyActions::run(Work work) {
    m_pool.start([&library = m_library, self = QPointer<StudyActions>(this), work = std::move(work)] {
        const auto done = work(library);
        tasks::postToGuiThread([self, done] {
            if (!self)
                return;
            if (!done)
                Q_EMIT self->failed(done.error());
            Q_EMIT self->changed();
        });
    });
}

void StudyActions::showMenu(int row, const QPoint& place) {
    const store::WorklistRow study = m_studies.study(row);
    const qint64 id = study.study.id;
    QMenu menu(m_page);
    menu.addAction(tr("Open"), this, [this, id] { Q_EMIT openRequested(id); });
    menu.addSeparator();
    if (m_studies.showsBin()) {
        menu.addAction(tr("Put back into the worklist"), this, [this, id] { restore(id); });
        menu.addAction(tr("Empty the bin..."), this, &StudyActions::emptyBin);
    } else {
        menu.addAction(tr("Put into the bin"), this, [this, id] { bin(id); });
        if (!study.study.patientId.empty())
            menu.addAction(tr("Same patient as..."), this, [this, study] { askToMerge(study.study); });
        if (study.study.patientKey != study.study.patientId)
            menu.addAction(
                tr("No longer the same patient as %1").arg(QString::fromStdString(study.study.patientKey)),
                this, [this, key = study.study.patientId] { split(key); });
    }
    menu.exec(place);
}

void StudyActions::toggleBin(int row) {
    const qint64 id = m_studies.study(row).study.id;
    m_studies.showsBin() ? restore(id) : bin(id);
}

void StudyActions::bin(qint64 studyId) {
    run([studyId](store::Library& library) {
        return library.binStudies(std::vector<std::int64_t>{studyId}).map([](int) {});
    });
}

void StudyActions::restore(qint64 studyId) {
    run([studyId](store::Library& library) {
        return library.restoreStudies(std::vector<std::int64_t>{studyId}).map([](int) {});
    });
}

void StudyActions::emptyBin() {
    QMessageBox box(
        QMessageBox::Warning, tr("Empty the bin"),
        tr("Take %n study(s) out of the library for good?", nullptr, m_studies.count(StudyFilter::bin)),
        QMessageBox::Cancel, m_page);
    box.setInformativeText(
        tr("Their scores, verdicts and marks go, too, and the copies that the library kept. Files "
           "that were imported where they are stay there."));
    const QAbstractButton* empty = box.addButton(tr("Empty the bin"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == empty)
        run([](store::Library& library) { return store::emptyBin(library).map([](const auto&) {}); });
}

void StudyActions::askToMerge(const store::StudyRecord& study) {
    MergeDialog dialog(m_library, study, m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    run([from = study.patientId, into = dialog.chosenId()](store::Library& library) {
        return library.mergePatients(from, into);
    });
}

void StudyActions::split(const std::string& patientId) {
    run([patientId](store::Library& library) { return library.splitPatient(patientId); });
}

} // namespace pleurascope::ui::browse
