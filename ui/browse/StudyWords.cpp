// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyWords.h"

#include "ui/widgets/ErrorText.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace pleurascope::ui::browse {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// (0010,1010) "067Y" as 67; -1 where it is absent or not in years.
int ageInYears(const std::string& age) {
    if (age.size() != 4 || age.back() != 'Y')
        return -1;
    bool isNumber = false;
    const int years = text(age).left(3).toInt(&isNumber);
    return isNumber ? years : -1;
}

QString joined(const QStringList& parts) {
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(QStringLiteral(", "));
}

} // namespace

QString scoreText(double probability) {
    return QLocale().toString(probability, 'f', 2);
}

QString StudyWords::patient() const {
    if (!m_row.study.patientName.empty())
        return text(m_row.study.patientName);
    if (!m_row.study.patientId.empty())
        return text(m_row.study.patientId);
    return QFileInfo(text(m_row.film.path)).fileName();
}

QString StudyWords::identity() const {
    const int age = ageInYears(m_row.study.age);
    QString person = sexLetter();
    if (age >= 0)
        person += (person.isEmpty() ? QString() : QStringLiteral(" ")) + QString::number(age);
    const QString line = joined({text(m_row.study.patientId), person});
    return line.isEmpty() ? tr("No patient data") : line;
}

QString StudyWords::fullIdentity() const {
    const int age = ageInYears(m_row.study.age);
    const QString years = age < 0 ? QString() : tr("%n year(s)", nullptr, age);
    QString line = joined({text(m_row.study.patientId), sexWord(), years});
    if (m_row.study.patientKey != m_row.study.patientId)
        line = joined({line, tr("same patient as %1").arg(text(m_row.study.patientKey))});
    return line.isEmpty() ? tr("No patient data") : line;
}

QString StudyWords::sexWord() const {
    const std::string& sex = m_row.study.sex;
    if (sex == "F")
        return tr("female");
    if (sex == "M")
        return tr("male");
    return sex == "O" ? tr("other sex") : QString();
}

QString StudyWords::sexLetter() const {
    const std::string& sex = m_row.study.sex;
    if (sex == "F")
        return tr("F", "female");
    if (sex == "M")
        return tr("M", "male");
    return text(sex);
}

QString StudyWords::date() const {
    const auto date = QDate::fromString(text(m_row.study.date), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, tr("d MMM yyyy", "date")) : tr("No date");
}

QString StudyWords::time() const {
    const auto time = QTime::fromString(text(m_row.study.time), QStringLiteral("HH:mm:ss"));
    return time.isValid() ? time.toString(QStringLiteral("HH:mm")) : QString();
}

QString StudyWords::view() const {
    return m_row.film.view.empty() ? tr("Not stated") : text(m_row.film.view);
}

QString StudyWords::modality() const {
    if (!m_row.film.modality.empty())
        return text(m_row.film.modality);
    return QFileInfo(text(m_row.film.path)).suffix().toUpper();
}

QString StudyWords::description() const {
    if (!m_row.study.description.empty())
        return text(m_row.study.description);
    return m_row.film.description.empty() ? tr("No description") : text(m_row.film.description);
}

QString StudyWords::remark() const {
    QStringList parts;
    if (m_row.filmCount > 1)
        parts << tr("%n film(s)", nullptr, m_row.filmCount);
    if (m_row.earlierStudies > 0)
        parts << tr("%n earlier study(s)", nullptr, m_row.earlierStudies);
    return parts.join(QStringLiteral(", "));
}

QString StudyWords::score() const {
    return hasScore(m_row) ? scoreText(m_row.prediction->probability) : QString();
}

QString StudyWords::missingScore(const StateContext& context) const {
    if (m_row.prediction && !m_row.prediction->isScored())
        return tr("Not scored: %1")
            .arg(widgets::errorReason(widgets::errorCodeOf(text(m_row.prediction->refusal))));
    if (context.cannotBeShown)
        return tr("Not scored: cannot be shown");
    return context.modelChosen ? tr("Scoring") : tr("Not scored: no model");
}

QString StudyWords::state(const StateContext& context) const {
    switch (stateOf(m_row, context)) {
    case StudyState::arrived:
        return tr("New");
    case StudyState::scoring:
        return tr("Scoring");
    case StudyState::scored:
        return tr("Scored");
    case StudyState::flagged:
        return tr("Flagged");
    case StudyState::unscored:
        return tr("Not scored");
    case StudyState::damaged:
        return tr("Damaged");
    case StudyState::read:
        return tr("Read");
    case StudyState::disputed:
        return tr("Disputed");
    }
    return {};
}

QString StudyWords::stateRemark() const {
    if (m_row.film.integrity == store::FileIntegrity::missing)
        return tr("file is missing");
    if (m_row.film.integrity == store::FileIntegrity::changed)
        return tr("file has changed");
    if (!m_row.verdict)
        return m_row.study.readingBy.empty() ? QString() : tr("open: %1").arg(text(m_row.study.readingBy));
    if (!m_row.verdict->comment.empty())
        return text(m_row.verdict->comment).simplified();
    const auto made = QDateTime::fromString(text(m_row.verdict->madeAt), Qt::ISODate).toLocalTime();
    const QString when = made.date() == QDate::currentDate()
                             ? made.time().toString(QStringLiteral("HH:mm"))
                             : QLocale().toString(made.date(), tr("d MMM", "date"));
    const bool agreed = m_row.verdict->choice == store::VerdictChoice::agree;
    return (agreed ? tr("Agreed %1") : tr("Disagreed %1")).arg(when);
}

QString StudyWords::accessible(const StateContext& context) const {
    const QString score = hasScore(m_row) ? tr("score %1").arg(this->score()) : missingScore(context);
    return joined({patient().replace(QLatin1Char('^'), QLatin1Char(' ')), date(), score, state(context)});
}

} // namespace pleurascope::ui::browse
