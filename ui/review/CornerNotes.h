// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/intake/Film.h"

#include <QCoreApplication>
#include <QStringList>

namespace pleurascope::ui::review {

/// What stands in the corners of a film, as lines of text; a corner without lines is empty. Names and dates
/// come as the file has them. A film that is not DICOM says so, since it has no patient and no spacing.
class CornerNotes {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::CornerNotes)
public:
    QStringList topLeft;     ///< patient
    QStringList topRight;    ///< study and view
    QStringList bottomRight; ///< spacing and size

    /// `index` from 0.
    [[nodiscard]] static CornerNotes of(const intake::FilmHeader& header, int index, int count);
    /// Bottom left: "C 2010 W 3260", "Zoom 23 %".
    [[nodiscard]] static QStringList viewLines(const imaging::Window& window, bool grey, double zoom);

    [[nodiscard]] static QString sexAndAge(const std::string& sex, const std::string& dicomAge);
    [[nodiscard]] static QString dateAndTime(const std::string& date, const std::string& time);
    [[nodiscard]] static QString number(double value);
};

} // namespace pleurascope::ui::review
