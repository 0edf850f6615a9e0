// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyState.h"

#include <QCoreApplication>
#include <QString>

namespace pleurascope::ui::browse {

/// A study in words, as the worklist and the preview write it. All plain text: names and descriptions come
/// from files.
class StudyWords {
    Q_DECLARE_TR_FUNCTIONS(StudyWords)
public:
    explicit StudyWords(const store::WorklistRow& row)
        : m_row(row) {}

    /// The patient's name as in DICOM, else the id, else the file's name.
    [[nodiscard]] QString patient() const;
    /// "DEMO-0017, F 67"
    [[nodiscard]] QString identity() const;
    /// "DEMO-0017, female, 67 years"
    [[nodiscard]] QString fullIdentity() const;
    [[nodiscard]] QString date() const;
    [[nodiscard]] QString time() const;
    [[nodiscard]] QString view() const;
    /// Modality, or the kind of file where there is none.
    [[nodiscard]] QString modality() const;
    [[nodiscard]] QString description() const;
    /// "2 earlier studies"
    [[nodiscard]] QString remark() const;
    /// "0.83" in the locale's way; empty without a score.
    [[nodiscard]] QString score() const;
    /// What stands in the score's place when there is none.
    [[nodiscard]] QString missingScore(const StateContext& context) const;
    [[nodiscard]] QString state(const StateContext& context) const;
    /// "file is missing", "open: Rehm", "Agreed 07:40", a reader's comment, or nothing.
    [[nodiscard]] QString stateRemark() const;
    [[nodiscard]] QString accessible(const StateContext& context) const;

private:
    [[nodiscard]] QString sexWord() const;
    [[nodiscard]] QString sexLetter() const;

    const store::WorklistRow& m_row;
};

/// "0.83"
[[nodiscard]] QString scoreText(double probability);

} // namespace pleurascope::ui::browse
