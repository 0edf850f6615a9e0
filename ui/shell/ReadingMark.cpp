// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ReadingMark.h"

#include <cstdlib>

namespace pleurascope::ui::shell {

ReadingMark::ReadingMark(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1);
}

ReadingMark::~ReadingMark() {
    close();
    m_pool.waitForDone();
}

void ReadingMark::setReader(const std::string& reader) {
    m_reader = reader;
    m_library.setActor(this->reader());
}

std::string ReadingMark::reader() const {
    if (!m_reader.empty())
        return m_reader;
    const char* user = std::getenv("USER");
    return user ? user : "reader";
}

void ReadingMark::open(qint64 studyId) {
    if (studyId == m_study)
        return;
    close();
    m_study = studyId;
    // where this fails nothing is lost: the next call of whatever kind tells the reader
    m_pool.start([&library = m_library, studyId, reader = reader()] {
        (void)library.setReading(studyId, reader);
        (void)library.note(store::AuditAction::opened, studyId, "review");
    });
}

void ReadingMark::close() {
    if (m_study == 0)
        return;
    m_pool.start([&library = m_library, study = m_study] { (void)library.setReading(study, {}); });
    m_study = 0;
}

} // namespace pleurascope::ui::shell
