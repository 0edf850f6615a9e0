// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/Confinement.h"

#include "engine/core/AddressSanitizer.h"
#include "engine/core/Descriptor.h"
#include "engine/dicom/Codecs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <memory>

#include <fcntl.h>
#include <iconv.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

namespace pleurascope::intake {

namespace {

/// What decoding, threads, messages and shared memory need, whatever the arguments.
constexpr std::array allowed{
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // threads
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid), SCMP_SYS(getpid),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu), SCMP_SYS(exit),
    SCMP_SYS(exit_group), SCMP_SYS(restart_syscall), SCMP_SYS(membarrier),
    // signals to itself
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    // descriptors that it has
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pwrite64),
    SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(fstat), SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg), SCMP_SYS(poll), SCMP_SYS(ppoll),
    // memory to share
    SCMP_SYS(memfd_create), SCMP_SYS(ftruncate), SCMP_SYS(fallocate),
    // time, randomness, what is used up
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(sysinfo)};

/// Calls that no library makes by chance: whoever makes one has taken the reader over.
constexpr std::array deadly{SCMP_SYS(execve),         SCMP_SYS(execveat),
                            SCMP_SYS(fork),           SCMP_SYS(vfork),
                            SCMP_SYS(ptrace),         SCMP_SYS(process_vm_readv),
                            SCMP_SYS(kexec_load),     SCMP_SYS(process_vm_writev),
                            SCMP_SYS(socket),         SCMP_SYS(socketpair),
                            SCMP_SYS(connect),        SCMP_SYS(bind),
                            SCMP_SYS(listen),         SCMP_SYS(bpf),
                            SCMP_SYS(mount),          SCMP_SYS(unshare),
                            SCMP_SYS(setns),          SCMP_SYS(chroot),
                            SCMP_SYS(pivot_root),     SCMP_SYS(init_module),
                            SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd),
                            SCMP_SYS(pidfd_getfd),    SCMP_SYS(keyctl)};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

/// Calls that are right with some arguments only.
bool allowByArguments(scmp_filter_ctx filter) {
    const auto allow = [&](int call, const scmp_arg_cmp& argument) {
        return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, argument) == 0;
    };
    bool done = true;
    for (const int command : {F_ADD_SEALS, F_GET_SEALS, F_DUPFD_CLOEXEC, F_GETFL, F_GETFD})
        done = done && allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, scmp_datum_t(command)));
    // fstat() as the C library spells it
    done = done && allow(SCMP_SYS(newfstatat), SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
    // threads, but no processes; clone3 hides its flags, and the C library falls back to clone
    done = done && allow(SCMP_SYS(clone),
                         SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM));
    done = done && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    // memory that does not run
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        done = done && allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    return done && allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(::getpid()))) &&
           allow(SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
}

/// All limits may be read; processor time is renewed with every file.
bool allowLimits(scmp_filter_ctx filter) {
    const auto ownAlone = SCMP_A0(SCMP_CMP_EQ, 0);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, ownAlone,
                            SCMP_A2(SCMP_CMP_EQ, 0)) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, ownAlone,
                            SCMP_A1(SCMP_CMP_EQ, RLIMIT_CPU)) == 0;
}

bool fenceSystemCalls() {
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
    bool done = filter && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    done = done && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0; // a tree, not a list
    for (const int call : allowed)
        done = done && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
    for (const int call : deadly)
        done = done && seccomp_rule_add(filter.get(), SCMP_ACT_KILL_PROCESS, call, 0) == 0;
    return done && allowByArguments(filter.get()) && allowLimits(filter.get()) &&
           seccomp_load(filter.get()) == 0;
}

/// struct landlock_ruleset_attr of Landlock's version 6; the kernel's headers may be older.
struct LandlockRuleset {
    std::uint64_t fileSystem = 0;
    std::uint64_t network = 0;
    std::uint64_t scoped = 0;
};

/// Every right that the kernel knows is handled, and none given.
LandlockRuleset everyRight(long version) {
    constexpr std::array<int, 6> rightsByVersion{0, 13, 14, 15, 15, 16};
    LandlockRuleset rules;
    rules.fileSystem = (std::uint64_t(1) << rightsByVersion[std::size_t(std::min<long>(version, 5))]) - 1;
    rules.network = version >= 4 ? 3 : 0; // bind and connect TCP
    rules.scoped = version >= 6 ? 3 : 0;  // abstract sockets and signals to others
    return rules;
}

bool fenceFileSystem() {
    constexpr unsigned askForVersion = 1;
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, askForVersion);
    if (version < 1)
        return false;
    const auto rules = everyRight(version);
    const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    const core::Descriptor ruleset(int(::syscall(SYS_landlock_create_ruleset, &rules, size, 0)));
    return ruleset.isOpen() && ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

} // namespace

Confinement Confinement::close() {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (core::hasAddressSanitizer)
        return {};
    Confinement fences;
    fences.fileSystem = fenceFileSystem();
    fences.systemCalls = fenceSystemCalls();
    return fences;
}

void Confinement::warmUp() {
    dicom::prepareDcmtk();
    ::tzset();
    // The converters are left open: closed ones are unloaded after a while.
    for (const char* encoding :
         {"ISO-8859-1", "ISO-8859-2", "ISO-8859-3",  "ISO-8859-4",    "ISO-8859-5",  "ISO-8859-6",
          "ISO-8859-7", "ISO-8859-8", "ISO-8859-9",  "ISO-8859-15",   "TIS-620",     "JIS_X0201",
          "SHIFT_JIS",  "EUC-JP",     "ISO-2022-JP", "ISO-2022-JP-2", "EUC-KR",      "ISO-2022-KR",
          "EUC-CN",     "GBK",        "GB18030",     "UTF-16",        "WINDOWS-1252"})
        (void)::iconv_open("UTF-8", encoding);
}

std::string Confinement::description() const {
    if (systemCalls && fileSystem)
        return "seccomp, Landlock";
    if (systemCalls)
        return "seccomp";
    return fileSystem ? "Landlock" : "none";
}

} // namespace pleurascope::intake
