// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace pleurascope::ui::browse {

/// A film on black, whole, with two words in its corners. Sharpens from thumbnail to preview without moving.
class FilmPicture : public QWidget {
    Q_OBJECT
public:
    /// `side`: design size of the square.
    explicit FilmPicture(int side, QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    void setCorners(const QString& left, const QString& right);
    /// Cuts to fill the square, as in lists.
    void setCropped(bool cropped);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_side;
    bool m_cropped = false;
    QImage m_picture;
    QString m_left;
    QString m_right;
};

} // namespace pleurascope::ui::browse
