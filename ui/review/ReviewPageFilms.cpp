// SPDX-License-Identifier: GPL-3.0-or-later
// The page's films and what is done with them: cells, tools, header. ReviewPage.cpp has the study, the
// opinion and the verdict.
#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/LinkButton.h"
#include "ui/review/MarksPanel.h"
#include "ui/review/PresetsDialog.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/SecondWindow.h"
#include "ui/review/WindowControls.h"
#include "ui/review/export/ExportDialog.h"
#include "ui/review/hanging/HangingDialog.h"
#include "ui/review/marks/MarkCsv.h"
#include "ui/review/tags/TagsDialog.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace pleurascope::ui::review {

FilmView& ReviewPage::chosenView() {
    return m_wall->chosenView();
}

FilmView& ReviewPage::primaryView() {
    return m_wall->primary().view();
}

void ReviewPage::connectWall() {
    connect(&m_loader, &StudyLoader::studyRead, this, &ReviewPage::showStudy);
    connect(&m_loader, &StudyLoader::studyFailed, this, &ReviewPage::showStudyError);
    connect(m_wall, &FilmWall::primaryShown, this, &ReviewPage::showFilm);
    connect(m_wall, &FilmWall::primaryFailed, this, &ReviewPage::showFilmError);
    connect(m_wall, &FilmWall::cellMade, this, [this](FilmCell* cell) { setUpCell(*cell); });
    connect(&m_wall->grid(), &FilmGrid::chosenChanged, this, &ReviewPage::followChosen);
    connect(m_wall, &FilmWall::hangingChanged, this,
            [this] { m_header->showHanging(m_wall->grid().shape(), m_wall->ruleName()); });
    setUpCell(m_wall->primary());
    followChosen();
}

/// What holds for every cell.
void ReviewPage::setUpCell(FilmCell& cell) {
    FilmView& view = cell.view();
    const auto follow = [this, &cell] {
        if (&cell == &m_wall->grid().chosen())
            followChosen();
    };
    connect(&cell, &FilmCell::filmShown, this, follow);
    connect(&cell, &FilmCell::frameMended, this, follow);
    connect(&cell, &FilmCell::frameShown, this, [this, &cell](const LoadedFilm& film) {
        if (&cell == &m_wall->grid().chosen() && film.bringsWindow())
            m_header->showFilm(film);
    });
    connect(&cell, &FilmCell::keepingFailed, this, [this](const core::Error& error) {
        Q_EMIT troubleFound(tr("A mark could not be kept. %1").arg(widgets::errorText(error)));
    });
    connect(&cell, &FilmCell::presentingFailed, this,
            [this](const core::Error& error) { Q_EMIT troubleFound(widgets::errorText(error)); });
    view.setReader(m_reader);
    view.setMouseConvention(m_mouse);
    view.setCornerChoice(m_corners);
    view.setInterpolation(m_interpolation);
    view.setTool(m_tools->tool());
    connect(&view, &FilmView::toolChanged, m_tools, &ReviewToolBar::setTool);
    connect(&view.history(), &QUndoStack::indexChanged, this, &ReviewPage::showHistory);
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&view, &QWidget::customContextMenuRequested, this, [this, &view](const QPoint& place) {
        if (m_mouse.right == MouseConvention::menuId && view.hasFilm())
            showFilmMenu(view, view.mapToGlobal(place));
    });
}

/// Header, tools and list show the chosen view.
void ReviewPage::followChosen() {
    FilmView& view = chosenView();
    disconnect(m_chosenDisplay);
    m_chosenDisplay = connect(&view, &FilmView::displayChanged, this, [this](const FilmDisplay& display) {
        m_header->windowControls().showDisplay(display);
        m_tools->setInverted(display.inverted);
    });
    m_panel->marks().follow(view);
    showHistory();
    if (!view.hasFilm()) {
        m_header->showNoFilm();
        return;
    }
    m_header->showFilm(view.film());
    m_header->windowControls().showDisplay(view.display());
    m_tools->setInverted(view.display().inverted);
    const auto& presentation = view.film().presentation;
    m_tools->showFilm(view.film().film->image.display, presentation && !presentation->annotations.empty());
}

void ReviewPage::showHistory() {
    const QUndoStack& history = chosenView().history();
    m_tools->setHistory(history.canUndo(), history.undoText(), history.canRedo(), history.redoText());
}

void ReviewPage::connectControls() {
    connect(&m_header->windowControls(), &WindowControls::displayChosen, this,
            [this](const FilmDisplay& display) { chosenView().chooseDisplay(display); });
    connect(m_header, &ReviewHeader::nextRequested, this, &ReviewPage::nextRequested);
    connect(m_header, &ReviewHeader::previousRequested, this, &ReviewPage::previousRequested);
    connect(m_header, &ReviewHeader::shapeChosen, m_wall, &FilmWall::setShape);
    connect(m_header, &ReviewHeader::tagsRequested, this, [this] { showTags(*m_wall); });
    connect(m_header, &ReviewHeader::exportRequested, this, [this] { showExport(*m_wall); });
    connect(&m_header->windowControls(), &WindowControls::presetsRequested, this, &ReviewPage::editPresets);
    connect(m_header, &ReviewHeader::hangingMenuRequested, this, &ReviewPage::showHangingMenu);
    m_header->linkButton().follow(m_wall->link());
    connect(&m_header->linkButton(), &LinkButton::toggleRequested, m_wall, &FilmWall::toggleLink);
    connect(m_tools, &ReviewToolBar::toolChosen, this, [this](const QString& id) {
        for (FilmCell* cell : everyCell())
            cell->view().setTool(id);
    });
    connect(m_tools, &ReviewToolBar::commandChosen, this,
            [this](const FilmCommand& command) { command.run(chosenView()); });
    connect(m_tools, &ReviewToolBar::planesChosen, this,
            [this](bool overlays, bool shutter) { chosenView().setPlanesShown(overlays, shutter); });
    connect(&m_panel->marks(), &MarksPanel::frameRequested, this,
            [this](int frame) { m_wall->grid().chosen().readFrame(frame); });
    connect(&m_panel->marks(), &MarksPanel::exportRequested, this, &ReviewPage::saveMarks);
}

void ReviewPage::showFilmMenu(FilmView& view, QPoint place) {
    QMenu menu;
    for (const FilmCommand& command : filmCommands()) {
        const QString words = widgets::KeyBindings::current().withKey(command.key.words, command.key.id);
        QAction* action = command.icon.isEmpty() ? menu.addAction(words)
                                                 : menu.addAction(widgets::icon(command.icon), words);
        connect(action, &QAction::triggered, &view, [command, &view] { command.run(view); });
    }
    menu.exec(place);
}

void ReviewPage::setMouseConvention(const MouseConvention& convention) {
    m_mouse = convention;
    for (FilmCell* cell : everyCell())
        cell->view().setMouseConvention(convention);
}

void ReviewPage::setInterpolation(imaging::Interpolation interpolation) {
    m_interpolation = interpolation;
    for (FilmCell* cell : everyCell())
        cell->view().setInterpolation(interpolation);
}

void ReviewPage::setCornerChoice(const CornerChoice& choice) {
    const bool names = m_corners.names; // a key, no setting
    m_corners = choice;
    m_corners.names = names;
    for (FilmCell* cell : everyCell())
        cell->view().setCornerChoice(m_corners);
}

void ReviewPage::toggleNames() {
    m_corners.names = !m_corners.names;
    m_header->setNamesShown(m_corners.names);
    if (m_second)
        m_second->setNamesShown(m_corners.names);
    for (FilmCell* cell : everyCell())
        cell->view().setCornerChoice(m_corners);
}

void ReviewPage::saveMarks() {
    const FilmView& view = chosenView();
    const auto& hung = m_wall->grid().chosen().hung();
    if (!view.hasFilm() || !hung)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save measurements"), QStringLiteral("measurements.csv"), tr("CSV files (*.csv)"));
    if (file.isEmpty())
        return;
    const QString name = QFileInfo(QString::fromStdString(hung->film.path)).fileName();
    const QByteArray csv = marksAsCsv(chosenView().marks().marks(), view.measuredFilm(), name).toUtf8();
    const auto written = core::writeFileAtomically(
        file.toStdString(), std::string_view(csv.constData(), std::size_t(csv.size())));
    if (!written)
        Q_EMIT troubleFound(widgets::errorText(written.error()));
}

void ReviewPage::showTags(FilmWall& wall) {
    const auto& hung = wall.grid().chosen().hung();
    if (!hung)
        return;
    const auto fileOf = [](const store::FilmRecord& film) {
        return TaggedFile{QFileInfo(QString::fromStdString(film.path)).fileName(), film.path};
    };
    std::vector<TaggedFile> files{fileOf(hung->film)};
    for (FilmCell* cell : wall.grid().cells())
        if (cell->hung() && cell->hung()->film.id != hung->film.id)
            files.push_back(fileOf(cell->hung()->film));
    for (const store::FilmRecord& film : m_study ? m_study->films : std::vector<store::FilmRecord>())
        if (film.id != hung->film.id)
            files.push_back(fileOf(film));
    auto* dialog = new TagsDialog(m_readerProgram, std::move(files), wall.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ReviewPage::showExport(FilmWall& wall) {
    if (!m_study || !wall.chosenView().hasFilm())
        return;
    const auto& hung = wall.grid().chosen().hung();
    store::StudyRecord study = m_study->row.study;
    for (const StudyFilms& prior : m_study->priors)
        if (hung && prior.row.study.id == hung->studyId)
            study = prior.row.study;
    auto* dialog = new ExportDialog(wall.chosenView(), study, m_corners.names, m_exportFolder, wall.window());
    if (hung && !hung->film.seriesUid.empty()) {
        std::vector<store::FilmRecord> series;
        for (const store::FilmRecord& film : wall.filmsOf(hung->studyId))
            if (film.seriesUid == hung->film.seriesUid)
                series.push_back(film);
        dialog->offerSeries(std::move(series), m_library, m_readerProgram);
    }
    if (hung && wall.chosenView().film().film->header.kind == intake::FileKind::dicom)
        dialog->offerDicom(hung->film, core::commandLineProgram());
    dialog->setChoice(m_exportChoice);
    connect(dialog, &ExportDialog::choiceMade, this, [this](const ExportChoice& choice) {
        m_exportChoice = choice;
        Q_EMIT exportChoiceMade(choice);
    });
    connect(dialog, &ExportDialog::folderChosen, this,
            [this](const QString& folder) { m_exportFolder = folder; });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ReviewPage::showHangingMenu(QPoint place) {
    QMenu menu;
    const auto& rules = m_wall->rules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        QAction* action = menu.addAction(QString::fromStdString(rules[i].name));
        action->setCheckable(true);
        action->setChecked(action->text() == m_wall->ruleName());
        connect(action, &QAction::triggered, this, [this, i] { m_wall->hangBy(i); });
    }
    menu.addSeparator();
    menu.addAction(tr("Change the rules ..."), this, &ReviewPage::editHanging);
    QAction* second = menu.addAction(
        widgets::KeyBindings::current().withKey(tr("Second window"), QStringLiteral("review.second-window")),
        this, [this] { setSecondWindowShown(!isSecondWindowShown()); });
    second->setCheckable(true);
    second->setChecked(isSecondWindowShown());
    menu.exec(place);
}

void ReviewPage::setOwnPresets(std::vector<OwnPreset> presets) {
    m_ownPresets = std::move(presets);
    m_header->windowControls().setOwnPresets(m_ownPresets);
    if (m_second)
        m_second->setOwnPresets(m_ownPresets);
    followChosen();
}

void ReviewPage::editPresets() {
    const FilmView& view = chosenView();
    std::optional<OwnPreset> current;
    if (view.hasFilm() && view.film().film->image.isGrey())
        current = OwnPreset::from(view.display().window, view.film(), tr("My window"));
    auto* dialog = new PresetsDialog(m_ownPresets, current, this);
    connect(dialog, &PresetsDialog::presetsChanged, this, [this](const std::vector<OwnPreset>& presets) {
        setOwnPresets(presets);
        Q_EMIT ownPresetsChanged(presets);
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ReviewPage::setHangingFile(const std::filesystem::path& file) {
    m_hangingFile = file;
    auto rules = reading::readHangingRules(file);
    if (rules)
        m_wall->setRules(std::move(*rules));
    else
        Q_EMIT troubleFound(
            tr("The hanging rules were not taken. %1").arg(widgets::errorText(rules.error())));
}

void ReviewPage::editHanging() {
    auto* dialog = new HangingDialog(m_hangingFile, this);
    connect(dialog, &HangingDialog::rulesSaved, this,
            [this](const std::vector<reading::HangingRule>& rules) { m_wall->setRules(rules); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace pleurascope::ui::review
