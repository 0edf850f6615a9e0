// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/hanging/PlaceCard.h"

#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

using widgets::px;

namespace {

enum Study { nothing, current, prior };

/// DICOM code strings are in capitals.
std::vector<std::string> listFrom(const QLineEdit& field) {
    std::vector<std::string> list;
    for (const QString& word : field.text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString code = word.trimmed().toUpper(); !code.isEmpty())
            list.push_back(code.toStdString());
    return list;
}

/// What is being typed stays as it is typed.
void showList(QLineEdit& field, const std::vector<std::string>& list) {
    if (listFrom(field) == list && !field.text().isEmpty())
        return;
    QStringList words;
    for (const std::string& word : list)
        words << QString::fromStdString(word);
    field.setText(words.join(QStringLiteral(", ")));
}

} // namespace

PlaceCard::PlaceCard(int number, QWidget* parent)
    : QFrame(parent)
    , m_study(new QComboBox)
    , m_needed(new QCheckBox(tr("The rule needs this film"))) {
    setProperty("surface", QStringLiteral("raised"));
    auto* title = new widgets::TextLabel(tr("Cell %1").arg(number), widgets::TextSize::label);
    m_study->addItems({tr("Nothing"), tr("A film of this study"), tr("A film of the prior")});
    m_study->setAccessibleName(tr("Whose film, cell %1").arg(number));
    m_needed->setToolTip(tr("Where no film fits here, the next rule is tried"));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(px(8));
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_modalities = addList(*form, tr("Modality"), QStringLiteral("DX, CR"));
    m_views = addList(*form, tr("View"), QStringLiteral("PA, AP"));
    m_bodyParts = addList(*form, tr("Body part"), QStringLiteral("CHEST"));
    m_lateralities = addList(*form, tr("Side"), QStringLiteral("L, R"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(8), px(12), px(12));
    column->setSpacing(px(8));
    column->addWidget(title);
    column->addWidget(m_study);
    column->addWidget(m_needed);
    column->addLayout(form);
    column->addStretch(1);
    connect(m_study, &QComboBox::activated, this, [this] {
        enableParts();
        Q_EMIT placeChanged();
    });
    connect(m_needed, &QCheckBox::clicked, this, &PlaceCard::placeChanged);
}

QLineEdit* PlaceCard::addList(QFormLayout& form, const QString& title, const QString& example) {
    auto* field = new QLineEdit;
    field->setPlaceholderText(tr("any"));
    field->setToolTip(tr("With commas between, for instance %1").arg(example));
    field->setMinimumWidth(px(96));
    form.addRow(title, field);
    connect(field, &QLineEdit::textEdited, this, &PlaceCard::placeChanged);
    return field;
}

void PlaceCard::showPlace(const std::optional<reading::HangingPlace>& place, bool canBeLeft) {
    if (auto* items = qobject_cast<QStandardItemModel*>(m_study->model()))
        items->item(nothing)->setEnabled(canBeLeft);
    m_study->setCurrentIndex(!place ? nothing : (place->isPrior ? prior : current));
    m_needed->setChecked(place && place->isNeeded);
    const reading::FilmPattern film = place ? place->film : reading::FilmPattern();
    showList(*m_modalities, film.modalities);
    showList(*m_views, film.views);
    showList(*m_bodyParts, film.bodyParts);
    showList(*m_lateralities, film.lateralities);
    enableParts();
}

std::optional<reading::HangingPlace> PlaceCard::place() const {
    if (m_study->currentIndex() == nothing)
        return std::nullopt;
    return reading::HangingPlace{
        m_study->currentIndex() == prior,
        m_needed->isChecked(),
        {listFrom(*m_modalities), listFrom(*m_views), listFrom(*m_bodyParts), listFrom(*m_lateralities)}};
}

void PlaceCard::enableParts() {
    const bool isUsed = m_study->currentIndex() != nothing;
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_needed, m_modalities, m_views, m_bodyParts, m_lateralities})
        part->setEnabled(isUsed);
}

} // namespace pleurascope::ui::review
