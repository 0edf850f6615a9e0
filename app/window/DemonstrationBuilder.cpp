// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/DemonstrationBuilder.h"

#include "app/log/Log.h"
#include "app/window/DemonstrationRecipe.h"
#include "engine/core/Files.h"
#include "engine/intake/FilmReader.h"

namespace pleurascope::desktop {

namespace {

constexpr auto completeMark = "complete";

/// Passes on what a run says of its progress; the rest is in the run's folder.
class ProgressRelay : public training::TrainingObserver {
public:
    explicit ProgressRelay(const core::ProgressObserver& observer)
        : m_observer(observer) {}
    void advanced(const core::Progress& progress) override { m_observer(progress); }

private:
    const core::ProgressObserver& m_observer;
};

using Made = core::Result<QStringList>;

Made draw(const phantom::PhantomSetConfig& config, const core::ProgressObserver& observer,
          std::stop_token stop) {
    const auto written = phantom::writePhantomSet(config, observer, stop);
    if (!written)
        return core::failure(written);
    QStringList files;
    for (const auto& file : *written)
        files << QString::fromStdString(file.string());
    return files;
}

} // namespace

DemonstrationBuilder::DemonstrationBuilder(ui::shell::Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services) {
    connect(&m_task, &ui::tasks::LongTask::progressed, this, &DemonstrationBuilder::report);
    connect(&m_task, &ui::tasks::LongTask::finished, this, &DemonstrationBuilder::settle);
}

std::filesystem::path DemonstrationBuilder::folder(const char* name) const {
    return m_services.profile.demonstrationFolder() / name;
}

bool DemonstrationBuilder::isWanted() const {
    std::error_code ignored;
    if (std::filesystem::exists(folder(completeMark), ignored))
        return false;
    if (std::filesystem::exists(m_services.profile.demonstrationFolder(), ignored))
        return true; // begun and interrupted
    const auto studies = m_services.library.studyCount();
    return studies && *studies == 0;
}

void DemonstrationBuilder::start() {
    if (isWanted())
        next(Step::studies);
}

void DemonstrationBuilder::setModule(learning::LearningModule* module) {
    m_module = module;
    if (m_step == Step::waiting)
        next(Step::trainingSet);
}

void DemonstrationBuilder::setModuleMissing() {
    m_moduleMissing = true;
    if (m_step == Step::waiting)
        next(Step::idle);
}

void DemonstrationBuilder::next(Step step) {
    m_step = step;
    Q_EMIT progressed(stepText(), 0);
    switch (step) {
    case Step::studies:
        drawStudies();
        break;
    case Step::trainingSet:
        drawTrainingSet();
        break;
    case Step::model:
        trainModel();
        break;
    case Step::waiting:
        if (m_module != nullptr)
            next(Step::trainingSet);
        else if (m_moduleMissing)
            next(Step::idle);
        break;
    case Step::idle:
        break;
    }
}

void DemonstrationBuilder::drawStudies() {
    m_result = std::make_shared<Made>();
    m_task.start([result = m_result, config = demonstrationStudies(folder("studies"))](
                     std::stop_token stop, const core::ProgressObserver& observer) {
        *result = draw(config, observer, stop);
    });
}

void DemonstrationBuilder::drawTrainingSet() {
    m_result = std::make_shared<Made>();
    m_task.start([result = m_result, config = demonstrationTrainingSet(folder("training"))](
                     std::stop_token stop, const core::ProgressObserver& observer) {
        *result = draw(config, observer, stop);
    });
}

void DemonstrationBuilder::trainModel() {
    m_result = std::make_shared<Made>();
    m_task.start([result = m_result, module = m_module, program = m_services.readerProgram,
                  config = demonstrationTraining(folder("training"), folder("run"))](
                     std::stop_token stop, const core::ProgressObserver& observer) {
        std::error_code ignored;
        std::filesystem::remove_all(config.output, ignored); // what an interrupted start left
        intake::FilmReader reader(program);
        ProgressRelay relay(observer);
        const auto outcome = module->train(config, reader, relay, stop);
        if (!outcome)
            *result = core::failure(outcome);
        else
            *result = QStringList{QString::fromStdString(outcome->model)};
    });
}

void DemonstrationBuilder::report(const core::Progress& progress) {
    const double fraction = progress.total > 0 ? double(progress.done) / double(progress.total) : 0;
    Q_EMIT progressed(stepText(), fraction);
}

QString DemonstrationBuilder::stepText() const {
    switch (m_step) {
    case Step::studies:
        return tr("Drawing 24 demonstration studies");
    case Step::trainingSet:
        return tr("Drawing phantoms to train on");
    case Step::model:
        return tr("Training the demonstration model on phantoms");
    case Step::waiting:
        return tr("Waiting for the learning module");
    case Step::idle:
        break;
    }
    return {};
}

void DemonstrationBuilder::settle() {
    const auto result = std::exchange(m_result, nullptr);
    if (!*result) {
        log::error("demonstration", result->error());
        Q_EMIT failed(result->error());
        next(Step::idle);
        return;
    }
    switch (m_step) {
    case Step::studies:
        Q_EMIT studiesDrawn(**result);
        next(Step::waiting);
        break;
    case Step::trainingSet:
        next(Step::model);
        break;
    case Step::model:
        if (const QString model = (*result)->value(0); !model.isEmpty()) {
            Q_EMIT modelTrained(model);
            finish();
        }
        next(Step::idle);
        break;
    default:
        break;
    }
}

void DemonstrationBuilder::finish() {
    log::info("demonstration complete");
    (void)core::writeFileAtomically(folder(completeMark), std::string_view("1\n"));
    std::error_code ignored;
    std::filesystem::remove_all(folder("training"), ignored);
}

} // namespace pleurascope::desktop
