// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ReaderProcess.h"

#include "engine/intake/ReaderServer.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

/// What posix_spawn does in the child: the socket at its place, nothing else inherited but standard error.
class SpawnPlan {
public:
    explicit SpawnPlan(int socket) {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, socket, ReaderServer::socketDescriptor);
        posix_spawn_file_actions_addopen(&m_actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_actions, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, ReaderServer::socketDescriptor + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setpgroup(&m_attributes, 0); // a terminal's Ctrl-C is for the program, which ends us
        posix_spawnattr_setflags(&m_attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnPlan() {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;

    /// The child's process id, or an error number negated.
    [[nodiscard]] pid_t spawn(const std::filesystem::path& program, const ReaderLimits& limits) const {
        std::string name = program.string(), memory = std::to_string(limits.memoryBytes),
                    seconds = std::to_string(limits.processorTime.count()),
                    decoded = std::to_string(limits.decodedBytes);
        std::array<char*, 5> arguments{name.data(), memory.data(), seconds.data(), decoded.data(), nullptr};
        pid_t pid = 0;
        const int error =
            ::posix_spawn(&pid, program.c_str(), &m_actions, &m_attributes, arguments.data(), environ);
        return error == 0 ? pid : -error;
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

core::Result<std::unique_ptr<ReaderProcess>> ReaderProcess::start(const std::filesystem::path& program,
                                                                  const ReaderLimits& limits) {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return core::failure(ErrorCode::internal, std::string("socketpair: ") + std::strerror(errno));
    Channel channel{core::Descriptor(ends[0])};
    const core::Descriptor theirs(ends[1]);
    const pid_t pid = SpawnPlan(theirs.get()).spawn(program, limits);
    if (pid < 0)
        return core::failure(ErrorCode::internal,
                             "cannot start " + program.string() + ": " + std::strerror(-pid));
    return std::unique_ptr<ReaderProcess>(new ReaderProcess(pid, std::move(channel)));
}

ReaderProcess::~ReaderProcess() {
    (void)end();
}

bool ReaderProcess::isRunning() {
    if (!m_isReaped && ::waitpid(m_pid, &m_status, WNOHANG) != 0)
        m_isReaped = true;
    return !m_isReaped;
}

core::Error ReaderProcess::end() {
    if (!m_isReaped) {
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
        }
        m_isReaped = true;
    }
    if (WIFSIGNALED(m_status) && WTERMSIG(m_status) == SIGXCPU)
        return {ErrorCode::timedOut, "processor time", {}};
    if (WIFSIGNALED(m_status))
        return {ErrorCode::readerCrashed, "signal " + std::to_string(WTERMSIG(m_status)), {}};
    return {ErrorCode::readerCrashed, "exit status " + std::to_string(WEXITSTATUS(m_status)), {}};
}

} // namespace pleurascope::intake
