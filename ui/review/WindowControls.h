// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/WindowPreset.h"

#include <QWidget>

#include <utility>
#include <vector>

class QComboBox;
class QFrame;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace pleurascope::ui::review {

/// The film's window: by name, or typed as centre and width or as its lowest and highest value.
class WindowControls : public QWidget {
    Q_OBJECT
public:
    explicit WindowControls(QWidget* parent = nullptr);

    void showFilm(const LoadedFilm& film);
    void showNoFilm();
    void showDisplay(const FilmDisplay& display);
    /// Where there is little room the numbers come up when they are asked for.
    void setNumbersShown(bool shown);
    /// Takes effect with the next film.
    void setOwnPresets(std::vector<OwnPreset> presets) { m_ownPresets = std::move(presets); }
    /// The n-th preset (from 0), if there is one.
    void choosePreset(int index);

Q_SIGNALS:
    void displayChosen(const pleurascope::ui::review::FilmDisplay& display);
    void presetsRequested();

private:
    void openNumbers();
    void toggleEnds();
    [[nodiscard]] std::pair<double, double> typedNumbers(const imaging::Window& window) const;
    QLineEdit* addNumber(QHBoxLayout& row);
    void takeTypedWindow();

    QComboBox* m_presets;
    QToolButton* m_open; ///< for the numbers, where they do not stand beside it
    QWidget* m_numbers;
    QFrame* m_popup;     ///< holds the numbers then
    QToolButton* m_ends; ///< whether centre and width are shown, or the lowest and highest value
    QLineEdit* m_first;  ///< centre, or lowest
    QLineEdit* m_second; ///< width, or highest
    bool m_showsEnds = false;
    std::vector<OwnPreset> m_ownPresets = OwnPreset::standard();
    std::vector<WindowPreset> m_windowPresets;
    FilmDisplay m_display;
};

} // namespace pleurascope::ui::review
