// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FileHandover.h"

#include "engine/core/Sha256.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QThread>

namespace pleurascope::desktop {

namespace {

constexpr int patience = 3000; ///< ms that the first process may take to answer
constexpr qint64 messageLimit = 1 << 20;

/// Named after the profile: a socket's path is too short for the folder itself.
QString serverName(const std::filesystem::path& profile) {
    std::error_code ignored;
    const auto canonical = std::filesystem::weakly_canonical(profile, ignored);
    return QStringLiteral("pleurascope-") + QString::fromStdString(core::sha256(canonical.string())).left(24);
}

} // namespace

FileHandover::FileHandover(const std::filesystem::path& profile, QObject* parent)
    : QObject(parent)
    , m_name(serverName(profile)) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &FileHandover::take);
}

bool FileHandover::listen() {
    QLocalServer::removeServer(m_name); // of a process that was killed: who calls this holds the lock
    return m_server.listen(m_name);
}

bool FileHandover::give(const QStringList& paths) const {
    const QByteArray message =
        QJsonDocument(QJsonArray::fromStringList(paths)).toJson(QJsonDocument::Compact) + '\n';
    for (QDeadlineTimer deadline(patience); !deadline.hasExpired(); QThread::msleep(50)) {
        QLocalSocket socket;
        socket.connectToServer(m_name);
        if (!socket.waitForConnected(500))
            continue;
        socket.write(message);
        if (socket.waitForBytesWritten(patience) && socket.waitForReadyRead(patience))
            return socket.readAll() == "ok\n";
    }
    return false;
}

void FileHandover::take() {
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > messageLimit) {
                socket->abort();
                return;
            }
            if (!socket->canReadLine())
                return;
            const auto list = QJsonDocument::fromJson(socket->readLine()).array();
            socket->write("ok\n");
            socket->disconnectFromServer();
            QStringList paths;
            for (const auto& path : list)
                paths << path.toString();
            Q_EMIT handedOver(paths);
        });
    }
}

} // namespace pleurascope::desktop
