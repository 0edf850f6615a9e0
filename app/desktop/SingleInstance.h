// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <filesystem>

namespace pleurascope::desktop {

/// One window a profile: who holds the profile's lock is first and listens; the others hand their files over
/// and leave.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const std::filesystem::path& profile, QObject* parent = nullptr);
    ~SingleInstance() override;
    Q_DISABLE_COPY_MOVE(SingleInstance)

    /// True if this process is the first one, and now listens.
    [[nodiscard]] bool becomeFirst();
    /// Gives `paths` to the first process; false if it does not answer.
    [[nodiscard]] bool handOver(const QStringList& paths) const;

Q_SIGNALS:
    /// Another process was started; its paths may be none.
    void handedOver(const QStringList& paths);

private:
    void take();

    QString m_name;
    std::filesystem::path m_lockFile;
    int m_lock = -1; ///< descriptor that holds the lock; the kernel lets go of it when the process ends
    QLocalServer m_server;
};

} // namespace pleurascope::desktop
