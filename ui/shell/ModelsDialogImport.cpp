// SPDX-License-Identifier: GPL-3.0-or-later
// Model files on their way to the shelf: chosen or dropped, examined, asked about, copied.
#include "engine/intake/FilmReader.h"
#include "ui/shell/KerasSheet.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/FileDrop.h"

#include <QDragEnterEvent>
#include <QFileDialog>

#include <algorithm>
#include <array>

namespace pleurascope::ui::shell {

void ModelsDialog::askForFiles() {
    importModels(QFileDialog::getOpenFileNames(this, tr("Import model"),
                                               m_services.settings.folder(QStringLiteral("model")),
                                               tr("Models (*.psmodel *.h5 *.hdf5 *.keras)")));
}

bool ModelsDialog::isModelFile(const QString& path) {
    constexpr std::array extensions{".psmodel", ".keras", ".h5", ".hdf5"};
    return std::ranges::any_of(extensions, [&](const char* extension) {
        return path.endsWith(QLatin1String(extension), Qt::CaseInsensitive);
    });
}

void ModelsDialog::importModels(const QStringList& files) {
    m_toImport << files;
    if (!m_adding.isRunning() && !m_examining.isRunning() && findChild<KerasSheet*>() == nullptr)
        importNext();
}

void ModelsDialog::importNext() {
    if (m_toImport.isEmpty())
        return;
    const QString file = m_toImport.takeFirst();
    m_services.settings.setFolder(QStringLiteral("model"), QFileInfo(file).path());
    if (file.endsWith(QLatin1String(".psmodel"), Qt::CaseInsensitive))
        shelve(file, std::nullopt);
    else
        examine(file);
}

void ModelsDialog::examine(const QString& file) {
    say(tr("Reading %1").arg(QFileInfo(file).fileName()), false);
    const auto read = intake::isolatedKerasFiles(m_services.readerProgram);
    m_examining.start(
        [path = file.toStdString(), read](std::stop_token) { return weights::importKeras(path, {}, read); },
        [this, file](const core::Result<weights::KerasImport>& import) {
            say(import ? QString() : widgets::errorText(import.error()), !import);
            if (import)
                ask(file, *import);
            else
                importNext();
        });
}

void ModelsDialog::ask(const QString& file, const weights::KerasImport& import) {
    auto* sheet = new KerasSheet(file, import, this);
    connect(sheet, &QDialog::finished, this, [this, sheet, file](int answer) {
        sheet->setParent(nullptr); // the next file may be asked about
        sheet->deleteLater();
        if (answer == QDialog::Accepted)
            shelve(file, sheet->options());
        else
            importNext();
    });
    sheet->open();
}

void ModelsDialog::shelve(const QString& file, const std::optional<weights::KerasImportOptions>& keras) {
    say(tr("Checking and copying %1").arg(QFileInfo(file).fileName()), false);
    // A shelf of its own: it keeps all its state on disk, and ours stays on this thread.
    m_adding.start(
        [folder = m_services.profile.modelsFolder(), &library = m_services.library, path = file.toStdString(),
         keras, read = intake::isolatedKerasFiles(m_services.readerProgram)](std::stop_token) {
            reading::ModelShelf shelf(folder, library);
            return keras ? shelf.addKeras(path, *keras, read) : shelf.add(path);
        },
        [this](const core::Result<reading::ShelvedModel>& added) {
            refresh();
            if (added) {
                say(tr("%1 is on the shelf.").arg(QString::fromStdString(added->name)), false);
                select(QString::fromStdString(added->hash));
            } else {
                say(widgets::errorText(added.error()), true);
            }
            importNext();
        });
}

void ModelsDialog::dragEnterEvent(QDragEnterEvent* event) {
    widgets::acceptFiles(*event);
}

void ModelsDialog::dropEvent(QDropEvent* event) {
    importModels(widgets::droppedFiles(*event));
}

} // namespace pleurascope::ui::shell
