// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <filesystem>

namespace pleurascope::desktop {

/// Carries files from a second process on a profile to the first, which holds desktop::ProfileLock.
class FileHandover : public QObject {
    Q_OBJECT
public:
    explicit FileHandover(const std::filesystem::path& profile, QObject* parent = nullptr);

    /// In the first process. False where no socket can be made.
    bool listen();
    /// In the others: gives `paths` to the first process; false if it does not answer within seconds.
    [[nodiscard]] bool give(const QStringList& paths) const;

Q_SIGNALS:
    /// Another process was started; its paths may be none.
    void handedOver(const QStringList& paths);

private:
    void take();

    QString m_name;
    QLocalServer m_server;
};

} // namespace pleurascope::desktop
