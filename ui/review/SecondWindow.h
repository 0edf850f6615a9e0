// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/FilmWall.h"
#include "ui/review/WindowPreset.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace pleurascope::ui::widgets {
class ElidedLabel;
}

namespace pleurascope::ui::review {

class WindowControls;

/// A window of its own, for a second screen: more films of the patient whose study is open, the newest prior
/// first. It follows the page from study to study, has its tools, keys and windows, and remembers where it
/// stood; where its screen is gone it comes back on one that is there. Its films can be linked with the
/// page's.
class SecondWindow : public QWidget {
    Q_OBJECT
public:
    /// `beside`: the page's wall, which must outlive the window.
    SecondWindow(store::Library& library, std::filesystem::path readerProgram, FilmWall& beside);

    void openStudy(const OpenedStudy& study, bool namesShown);
    void closeStudy();
    void setNamesShown(bool shown);
    [[nodiscard]] FilmWall& wall() { return *m_wall; }
    [[nodiscard]] WindowControls& windowControls() { return *m_window; }
    void setOwnPresets(const std::vector<OwnPreset>& presets);
    /// The chosen film's, where it has any.
    void toggleOverlays();
    void toggleShutter();

    /// Place and size, for `restorePlace`.
    [[nodiscard]] QByteArray place() const { return saveGeometry(); }
    void restorePlace(const QByteArray& place);

Q_SIGNALS:
    /// By the reader.
    void closed();
    void tagsRequested();
    void exportRequested();
    void presentationMenuRequested(const QPoint& place);
    void presetsRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addHeader(QVBoxLayout& column);
    void addFilmButtons(QHBoxLayout& row);
    void addNotice(QVBoxLayout& column);
    void connectCells();
    /// The controls show the chosen film.
    void follow();
    void showWho();
    void comeIntoView();

    FilmWall* m_wall;
    widgets::ElidedLabel* m_who;
    WindowControls* m_window;
    QMetaObject::Connection m_display; ///< of the chosen view
    QString m_patient;
    bool m_namesShown = true;
};

} // namespace pleurascope::ui::review
