// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Settings.h"

#include <algorithm>

namespace pleurascope::ui::widgets {

namespace {

const auto themeKey = QStringLiteral("look/theme");
const auto fontScaleKey = QStringLiteral("look/fontScale");
const auto languageKey = QStringLiteral("look/language");
const auto modelKey = QStringLiteral("review/model");
const auto libraryKey = QStringLiteral("library");
const auto noticeKey = QStringLiteral("start/noticeSeen");
const auto mouseKey = QStringLiteral("review/mouse");
const auto pixelsKey = QStringLiteral("review/filmPixels");
const auto cornersKey = QStringLiteral("review/hiddenCorners");
const auto keysGroup = QStringLiteral("keys");
const auto geometryKey = QStringLiteral("window/geometry");

QString folderKey(const QString& purpose) {
    return QStringLiteral("folders/") + purpose;
}

} // namespace

Settings::Settings(const std::filesystem::path& file)
    : m_settings(QString::fromStdString(file.string()), QSettings::IniFormat) {}

ThemeChoice Settings::theme() const {
    const QString name = m_settings.value(themeKey).toString();
    if (name == QLatin1String("light"))
        return ThemeChoice::light;
    return name == QLatin1String("system") ? ThemeChoice::system : ThemeChoice::dark;
}

void Settings::setTheme(ThemeChoice choice) {
    static constexpr std::array<const char*, 3> names{"dark", "light", "system"};
    m_settings.setValue(themeKey, QString::fromLatin1(names[std::size_t(choice)]));
}

double Settings::fontScale() const {
    return std::clamp(m_settings.value(fontScaleKey, 1.0).toDouble(), 0.75, 2.0);
}

void Settings::setFontScale(double scale) {
    m_settings.setValue(fontScaleKey, std::clamp(scale, 0.75, 2.0));
}

QString Settings::language() const {
    return m_settings.value(languageKey, QStringLiteral("system")).toString();
}

void Settings::setLanguage(const QString& language) {
    m_settings.setValue(languageKey, language);
}

QString Settings::library() const {
    return m_settings.value(libraryKey).toString();
}

void Settings::setLibrary(const QString& library) {
    m_settings.setValue(libraryKey, library);
}

QString Settings::chosenModel() const {
    return m_settings.value(modelKey).toString();
}

void Settings::setChosenModel(const QString& hash) {
    m_settings.setValue(modelKey, hash);
}

bool Settings::isNoticeSeen() const {
    return m_settings.value(noticeKey, false).toBool();
}

void Settings::setNoticeSeen() {
    m_settings.setValue(noticeKey, true);
}

QByteArray Settings::windowGeometry() const {
    return m_settings.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    m_settings.setValue(geometryKey, geometry);
}

QString Settings::folder(const QString& purpose) const {
    return m_settings.value(folderKey(purpose)).toString();
}

void Settings::setFolder(const QString& purpose, const QString& folder) {
    m_settings.setValue(folderKey(purpose), folder);
}

QString Settings::mouseConvention() const {
    return m_settings.value(mouseKey).toString();
}

void Settings::setMouseConvention(const QString& id) {
    m_settings.setValue(mouseKey, id);
}

bool Settings::showsFilmPixels() const {
    return m_settings.value(pixelsKey, false).toBool();
}

void Settings::setShowsFilmPixels(bool squares) {
    m_settings.setValue(pixelsKey, squares);
}

QStringList Settings::hiddenCorners() const {
    return m_settings.value(cornersKey).toStringList();
}

void Settings::setHiddenCorners(const QStringList& names) {
    m_settings.setValue(cornersKey, names);
}

std::optional<QStringList> Settings::list(const QString& name) const {
    const QString key = QStringLiteral("lists/") + name;
    return m_settings.contains(key) ? std::optional(m_settings.value(key).toStringList()) : std::nullopt;
}

void Settings::setList(const QString& name, const QStringList& lines) {
    m_settings.setValue(QStringLiteral("lists/") + name, lines);
}

QHash<QString, QString> Settings::keys() const {
    QHash<QString, QString> keys;
    const QVariantHash kept = m_settings.value(keysGroup).toHash();
    for (auto key = kept.cbegin(); key != kept.cend(); ++key)
        keys.insert(key.key(), key.value().toString());
    return keys;
}

void Settings::setKeys(const QHash<QString, QString>& keys) {
    QVariantHash kept;
    for (auto key = keys.cbegin(); key != keys.cend(); ++key)
        kept.insert(key.key(), key.value());
    m_settings.setValue(keysGroup, kept);
}

} // namespace pleurascope::ui::widgets
