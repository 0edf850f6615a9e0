// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ModelShelf.h"

#include <QWidget>

class QGridLayout;

namespace pleurascope::ui::shell {

/// What a model file says of itself: architecture, training data, validation.
class ModelDetails : public QWidget {
    Q_OBJECT
public:
    explicit ModelDetails(QWidget* parent = nullptr);
    void setModel(const reading::ShelvedModel& model);
    void clear();

private:
    void addLine(const QString& name, const QString& value);
    void addScore(const weights::ModelDescription& description);
    void addMeasures(const weights::ModelProvenance& provenance);
    void addTraining(const weights::ModelProvenance& provenance);

    QWidget* m_content = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace pleurascope::ui::shell
