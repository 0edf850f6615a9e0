// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace pleurascope::ui::widgets {

namespace {

QByteArray drawing(const QString& name, const QColor& colour) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "drawing", qPrintable(name));
    Q_UNUSED(opened);
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QPixmap render(const QString& name, const QColor& colour, QSize deviceSize) {
    const QString key = QStringLiteral("icon/%1/%2/%3").arg(name, colour.name()).arg(deviceSize.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(deviceSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(drawing(name, colour));
    renderer.render(&painter, QRectF(QPointF(), QSizeF(deviceSize)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws one of the project's line drawings in the colour that mode and state call for.
class RecolouringIconEngine : public QIconEngine {
public:
    RecolouringIconEngine(QString name, std::optional<Token> token)
        : m_name(std::move(name))
        , m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        paintIcon(*painter, rect, m_name, colourFor(mode, state));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return render(m_name, colourFor(mode, state), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap result = render(m_name, colourFor(mode, state), size);
        result.setDevicePixelRatio(scale);
        return result;
    }
    QIconEngine* clone() const override { return new RecolouringIconEngine(m_name, m_token); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode, QIcon::State state) const {
        if (mode == QIcon::Disabled)
            return colour(Token::off);
        if (m_token)
            return colour(*m_token);
        const bool chosen = mode == QIcon::Active || mode == QIcon::Selected || state == QIcon::On;
        return colour(chosen ? Token::text : Token::text2);
    }

    QString m_name;
    std::optional<Token> m_token;
};

} // namespace

QIcon icon(const QString& name) {
    return QIcon(new RecolouringIconEngine(name, std::nullopt));
}

QIcon icon(const QString& name, Token token) {
    return QIcon(new RecolouringIconEngine(name, token));
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& colour) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = render(name, colour, (rect.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

} // namespace pleurascope::ui::widgets
