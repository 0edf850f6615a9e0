// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SingleInstance.h"

#include "engine/core/Sha256.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

SingleInstance::SingleInstance(const std::filesystem::path& profile, QObject* parent)
    : QObject(parent)
    , m_name(serverName(profile))
    , m_lockFile(profile / "window.lock") {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

SingleInstance::~SingleInstance() {
    if (m_lock >= 0)
        ::close(m_lock);
}

bool SingleInstance::becomeFirst() {
    m_lock = ::open(m_lockFile.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) != 0)
        return false;
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

bool SingleInstance::handOver(const QStringList& paths) const {
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

void SingleInstance::take() {
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
