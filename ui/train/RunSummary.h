// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingObserver.h"
#include "ui/train/CurveModel.h"

#include <QFrame>

#include <optional>
#include <vector>

namespace pleurascope::ui::widgets {
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

/// The run in a few figures: best epoch, its validation AUC, films of both sides, device, time.
class RunSummary : public QFrame {
    Q_OBJECT
public:
    explicit RunSummary(QWidget* parent = nullptr);

    void clear();
    void showCurves(const CurveModel& curves);
    void showData(const training::DatasetSummary& summary);

private:
    enum Row { bestEpoch, bestAuc, trainingFilms, validationFilms, backbone, device, time, rowCount };
    void set(Row row, const QString& text);

    std::vector<widgets::TextLabel*> m_values;
};

} // namespace pleurascope::ui::train
