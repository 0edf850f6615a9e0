// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/TimeText.h"

#include <QCoreApplication>

#include <cmath>

namespace pleurascope::ui::train {

namespace {
struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::train::TimeText)
};
} // namespace

QString durationText(double seconds) {
    const auto whole = std::llround(std::ceil(seconds));
    if (whole < 60)
        return TimeText::tr("%1 s").arg(whole);
    if (whole < 3600)
        return TimeText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return TimeText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

} // namespace pleurascope::ui::train
