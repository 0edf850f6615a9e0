// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/ModelDesk.h"

#include "ui/widgets/ErrorText.h"

namespace pleurascope::desktop {

using ui::shell::OpenedModel;

namespace {

core::Result<OpenedModel> openModel(learning::LearningModule& module, const reading::ShelvedModel& model) {
    auto predictor = module.openModel(model.file, inference::DeviceChoice::automatic);
    if (!predictor)
        return core::failure(predictor);
    return OpenedModel{QString::fromStdString(model.hash), QString::fromStdString(model.name), *predictor,
                       module.makeExplainer(*predictor)};
}

} // namespace

ModelDesk::ModelDesk(ui::shell::Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services) {}

void ModelDesk::setModule(learning::LearningModule* module) {
    m_module = module;
    openChosen();
}

void ModelDesk::choose(const QString& hash) {
    m_services.settings.setChosenModel(hash);
    openChosen();
}

void ModelDesk::useFile(const QString& file) {
    m_adding.start([folder = m_services.profile.modelsFolder(), &library = m_services.library,
                    path = file.toStdString()](
                       std::stop_token) { return reading::ModelShelf(folder, library).add(path); },
                   [this](const core::Result<reading::ShelvedModel>& added) {
                       if (added)
                           choose(QString::fromStdString(added->hash));
                       else
                           Q_EMIT failed(added.error());
                   });
}

void ModelDesk::forget(const QString& hash) {
    if (m_services.settings.chosenModel() == hash)
        choose({});
}

void ModelDesk::openChosen() {
    const QString hash = m_services.settings.chosenModel();
    if (m_module == nullptr)
        return;
    if (hash.isEmpty()) {
        Q_EMIT unavailable(tr("None has been chosen yet."));
        return;
    }
    const auto model = shelved(hash);
    if (!model) {
        Q_EMIT unavailable(tr("The model that was in use is no longer there."));
        return;
    }
    m_opening.start(
        [module = m_module, model = *model](std::stop_token) { return openModel(*module, model); },
        [this](const core::Result<OpenedModel>& result) {
            if (result) {
                Q_EMIT opened(*result);
                return;
            }
            Q_EMIT failed(result.error());
            Q_EMIT unavailable(ui::widgets::errorText(result.error()));
        });
}

std::optional<reading::ShelvedModel> ModelDesk::shelved(const QString& hash) {
    const auto models = m_services.shelf.models();
    if (!models) {
        Q_EMIT failed(models.error());
        return std::nullopt;
    }
    for (const auto& model : *models)
        if (QString::fromStdString(model.hash) == hash && model.problem.empty())
            return model;
    return std::nullopt;
}

} // namespace pleurascope::desktop
