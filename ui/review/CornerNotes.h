// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/intake/Film.h"

#include <QCoreApplication>
#include <QStringList>

namespace pleurascope::ui::review {

/// Which notes a reader wants to see in the corners. All by default.
struct CornerChoice {
    bool patient = true;
    bool study = true;
    bool window = true; ///< window, zoom
    bool spacing = true;
    bool sides = true; ///< letters at the edges: which side of the patient lies there
    bool names = true; ///< false: for privacy, nothing that tells who the patient is

    friend bool operator==(const CornerChoice&, const CornerChoice&) = default;
};

/// What stands in the corners of a film, as lines of text; a corner without lines is empty. Names and dates
/// come as the file has them. A film that is not DICOM says so, since it has no patient and no spacing.
class CornerNotes {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::CornerNotes)
public:
    QStringList topLeft;     ///< patient
    QStringList topRight;    ///< study and view
    QStringList bottomRight; ///< size

    /// `index` from 0. The spacing's source is the view's to tell, since a reader may calibrate a film.
    [[nodiscard]] static CornerNotes of(const intake::FilmHeader& header, int index, int count);
    /// What is left of them, and in place of the patient's lines, "Names hidden".
    [[nodiscard]] CornerNotes chosen(const CornerChoice& choice) const;
    /// Bottom left: "C 2010 W 3260", "Zoom 23 %".
    [[nodiscard]] static QStringList viewLines(const imaging::Window& window, bool grey, double zoom);
    /// "12:1 lossy" as on a badge; empty for a film that was never compressed with loss.
    [[nodiscard]] static QString lossyBadge(const dicom::Instance& instance);

    [[nodiscard]] static QString sexAndAge(const std::string& sex, const std::string& dicomAge);
    [[nodiscard]] static QString dateAndTime(const std::string& date, const std::string& time);
    [[nodiscard]] static QString number(double value);
};

} // namespace pleurascope::ui::review
