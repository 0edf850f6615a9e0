// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmCell.h"

#include "ui/review/FilmView.h"
#include "ui/widgets/ErrorText.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStyle>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

const QString FilmCell::filmMimeType = QStringLiteral("application/x-pleurascope-film");

FilmCell::FilmCell(store::Library& library, std::filesystem::path readerProgram, QWidget* parent)
    : QFrame(parent)
    , m_loader(library, std::move(readerProgram))
    , m_writer(library)
    , m_pane(*new FilmPane) {
    setObjectName(QStringLiteral("filmCell"));
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&m_pane);
    connect(&m_loader, &CellLoader::filmRead, this, [this](const LoadedFilm& film) {
        m_shownFilm = m_hung->film.id;
        m_pane.showFilm(film, m_hung->index, m_hung->count);
        view().setCaption(m_hung->caption);
        Q_EMIT filmShown(film);
    });
    connect(&m_loader, &CellLoader::frameRead, this, [this](const LoadedFilm& film) {
        const bool isMended = !view().hasFilm();
        m_pane.showFrame(film);
        Q_EMIT frameShown(film);
        if (isMended)
            Q_EMIT frameMended(film);
    });
    connect(&m_loader, &CellLoader::failed, this, &FilmCell::filmFailed);
    connect(&m_loader, &CellLoader::frameFailed, this, &FilmCell::showBroken);
    connect(&m_loader, &CellLoader::filmPresented, this, [this](const LoadedFilm& film) {
        view().showPresented(film);
        Q_EMIT filmShown(film);
    });
    connect(&m_loader, &CellLoader::presentingFailed, this, &FilmCell::presentingFailed);
    connect(&m_pane, &FilmPane::frameRequested, this, &FilmCell::readFrame);
    connect(&view().marks(), &MarkList::changedToKeep, this,
            [this](const Mark& mark, bool removed) { m_writer.write(mark.record(m_shownFilm, removed)); });
    connect(&m_writer, &AnnotationWriter::failed, this, &FilmCell::keepingFailed);
}

void FilmCell::hang(const HungFilm& film) {
    const bool isOther = !m_hung || m_hung->studyId != film.studyId;
    if (isOther || !view().hasFilm()) // never another patient's film under this name
        m_pane.showLoading({film.film.columns, film.film.rows});
    m_hung = film;
    m_loader.readFilm(film.film, film.frame);
}

void FilmCell::clear(const QString& sentence) {
    m_loader.cancel();
    m_hung.reset();
    m_pane.showNothing(sentence);
}

void FilmCell::showError(const QString& sentence) {
    m_pane.showError(sentence);
}

void FilmCell::readFrame(int frame) {
    if (!m_hung)
        return;
    if (showsHung())
        m_loader.readFrame(m_hung->film.path, frame, view().film().presentation);
    else
        m_loader.readFilm(m_hung->film, frame);
}

bool FilmCell::showsHung() const {
    return m_hung && m_shownFilm == m_hung->film.id && m_pane.view().film().film != nullptr;
}

void FilmCell::showBroken(const BrokenFrame& broken) {
    if (!showsHung())
        m_pane.showBrokenStart(broken.frames, broken.milliseconds);
    m_pane.showBrokenFrame(
        broken.frame,
        tr("Frame %1 cannot be shown. %2").arg(broken.frame + 1).arg(widgets::errorText(broken.error)));
    Q_EMIT frameFailed(broken.error);
}

void FilmCell::present(const std::string& presentation) {
    if (view().hasFilm())
        m_loader.present(view().film(), presentation);
}

void FilmCell::toggleKeyImage() {
    if (!view().hasFilm())
        return;
    const bool isKey = !view().isKeyImage();
    view().setKeyImage(isKey);
    const store::KeyImage image{m_shownFilm, view().film().frame};
    m_writer.write(image, isKey, view().reader().toStdString());
    Q_EMIT keyImageChanged(image, isKey);
}

void FilmCell::setChosen(bool chosen, bool isOneOfMany) {
    view().setChosen(chosen && isOneOfMany);
}

void FilmCell::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(filmMimeType))
        event->acceptProposedAction();
}

void FilmCell::dropEvent(QDropEvent* event) {
    bool isNumber = false;
    const qint64 film = event->mimeData()->data(filmMimeType).toLongLong(&isNumber);
    if (!isNumber)
        return;
    event->acceptProposedAction();
    Q_EMIT filmDropped(film);
}

} // namespace pleurascope::ui::review
