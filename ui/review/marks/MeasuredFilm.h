// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Measuring.h"
#include "engine/intake/Film.h"
#include "ui/review/marks/Mark.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace pleurascope::ui::review {

/// The film that marks measure, with what its lengths mean: what the file says, or what a reader calibrated
/// by hand, the newest calibration first of all.
class MeasuredFilm {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::MeasuredFilm)
public:
    MeasuredFilm() = default;
    MeasuredFilm(std::shared_ptr<const intake::Film> film, const std::vector<Mark>& marks);

    [[nodiscard]] const intake::Film* film() const { return m_film.get(); }
    [[nodiscard]] const imaging::PixelScale& scale() const { return m_scale; }
    /// Behind a length or an area: "mm at detector", "mm²", "px".
    [[nodiscard]] QString lengthUnit() const;
    [[nodiscard]] QString areaUnit() const;
    /// Where the scale comes from, in words; names reader and time of a calibration by hand.
    [[nodiscard]] const QString& source() const { return m_source; }
    [[nodiscard]] bool isCalibratedByHand() const { return m_byHand; }

    /// Known lengths a calibration may have, in mm.
    static constexpr double shortestKnown = 0.1;
    static constexpr double longestKnown = 2000;
    /// The length in a calibration's words, in mm, or 0.
    [[nodiscard]] static double knownLength(const QString& words);

private:
    void takeFileSpacing();
    void takeCalibration(const std::vector<Mark>& marks);

    std::shared_ptr<const intake::Film> m_film;
    imaging::PixelScale m_scale;
    QString m_source;
    bool m_byHand = false;
};

} // namespace pleurascope::ui::review
