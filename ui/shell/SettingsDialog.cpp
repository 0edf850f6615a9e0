// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SettingsDialog.h"

#include "ui/review/MouseConvention.h"
#include "ui/review/ReaderName.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/TextLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Theme;
using widgets::ThemeChoice;
using widgets::Token;

SettingsDialog::SettingsDialog(widgets::Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_size(new QComboBox)
    , m_reader(new QLineEdit)
    , m_mouse(new QComboBox)
    , m_pixels(new QComboBox)
    , m_restart(new TextLabel(TextSize::label, Token::text2)) {
    setWindowTitle(tr("Settings"));
    fill();
    fillFilmChoices();
    build();
    connect(m_language, &QComboBox::activated, this, [this] {
        m_settings.setLanguage(m_language->currentData().toString());
        m_restart->setText(tr("The language changes at the next start."));
    });
    connect(m_theme, &QComboBox::activated, this, &SettingsDialog::applyTheme);
    connect(m_size, &QComboBox::activated, this, [this] {
        m_settings.setFontScale(m_size->currentData().toDouble());
        m_restart->setText(tr("The text size changes at the next start."));
    });
    connect(m_reader, &QLineEdit::editingFinished, this, &SettingsDialog::keepReader);
}

void SettingsDialog::fill() {
    m_language->addItem(tr("As the system"), QStringLiteral("system"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    m_theme->addItem(tr("Dark"), int(ThemeChoice::dark));
    m_theme->addItem(tr("Light"), int(ThemeChoice::light));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_theme->addItem(tr("As the system"), int(ThemeChoice::system));
#endif
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(int(m_settings.theme()))));
    for (const int percent : {85, 100, 115, 130, 150, 175, 200})
        m_size->addItem(tr("%1 %").arg(percent), percent / 100.0);
    m_size->setCurrentIndex(std::max(0, m_size->findData(m_settings.fontScale())));
    m_reader->setPlaceholderText(tr("Family name, given name"));
    m_reader->setToolTip(tr("Stands in what you measure, mark and save"));
    m_reader->setText(
        review::typedReaderName(m_settings.list(QStringLiteral("reader")).value_or(QStringList()).value(0)));
}

void SettingsDialog::fillFilmChoices() {
    for (const auto& convention : review::MouseConvention::all())
        m_mouse->addItem(convention.name(), convention.id);
    m_mouse->setCurrentIndex(std::max(0, m_mouse->findData(m_settings.mouseConvention())));
    m_pixels->addItem(tr("Smooth (Lanczos)"), false);
    m_pixels->addItem(tr("Squares"), true);
    m_pixels->setCurrentIndex(m_settings.showsFilmPixels() ? 1 : 0);
    const std::pair<const char*, QString> corners[] = {{"patient", tr("Patient")},
                                                       {"study", tr("Study and view")},
                                                       {"window", tr("Window and zoom")},
                                                       {"spacing", tr("Spacing and size")},
                                                       {"sides", tr("Sides of the patient")}};
    for (const auto& [id, name] : corners) {
        auto* box = new QCheckBox(name);
        box->setObjectName(QString::fromLatin1(id));
        box->setChecked(!m_settings.hiddenCorners().contains(box->objectName()));
        connect(box, &QCheckBox::toggled, this, &SettingsDialog::keepFilmChoices);
        m_corners.push_back(box);
    }
    for (QComboBox* combo : {m_mouse, m_pixels})
        connect(combo, &QComboBox::activated, this, &SettingsDialog::keepFilmChoices);
}

void SettingsDialog::keepFilmChoices() {
    m_settings.setMouseConvention(m_mouse->currentData().toString());
    m_settings.setShowsFilmPixels(m_pixels->currentData().toBool());
    QStringList hidden;
    for (const QCheckBox* box : m_corners)
        if (!box->isChecked())
            hidden << box->objectName();
    m_settings.setHiddenCorners(hidden);
    Q_EMIT filmSettingsChanged();
}

void SettingsDialog::build() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(24), px(16), px(24), px(16));
    grid->setHorizontalSpacing(px(24));
    grid->setVerticalSpacing(px(12));
    const auto row = [&](const QString& name, QWidget* field) {
        const int at = grid->rowCount();
        grid->addWidget(new TextLabel(name, TextSize::body, Token::text2), at, 0);
        field->setMinimumWidth(std::max(px(200), field->minimumSizeHint().width()));
        field->setAccessibleName(name);
        grid->addWidget(field, at, 1);
    };
    row(tr("Language"), m_language);
    row(tr("Theme"), m_theme);
    row(tr("Text size"), m_size);
    row(tr("Reader"), m_reader);
    row(tr("Mouse on films"), m_mouse);
    row(tr("Enlarged film pixels"), m_pixels);
    auto* corners = new QWidget;
    auto* boxes = new QGridLayout(corners); // two beside each other: the dialog is to fit a low screen
    boxes->setContentsMargins(0, 0, 0, 0);
    boxes->setHorizontalSpacing(px(16));
    boxes->setVerticalSpacing(px(4));
    for (std::size_t i = 0; i < m_corners.size(); ++i)
        boxes->addWidget(m_corners[i], int(i) / 2, int(i) % 2);
    row(tr("Notes on films"), corners);
    m_restart->setMinimumHeight(m_restart->fontMetrics().height());
    grid->addWidget(m_restart, grid->rowCount(), 0, 1, 2);
    auto* close = new widgets::ActionButton(tr("Close"), widgets::ButtonKind::primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->addWidget(close, grid->rowCount(), 1, Qt::AlignRight);
}

void SettingsDialog::applyTheme() {
    m_settings.setTheme(ThemeChoice(m_theme->currentData().toInt()));
    Theme::current().apply(m_settings.theme(), Theme::current().factor());
}

void SettingsDialog::keepReader() {
    const QString reader = review::readerNameFrom(m_reader->text());
    m_settings.setList(QStringLiteral("reader"), {reader});
    Q_EMIT readerNamed(reader);
}

} // namespace pleurascope::ui::shell
