package dev.avow.engines.documents;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Calls of Linux and their numbers (the kernel's {@code unistd_64.h} for amd64, {@code
 * asm-generic/unistd.h} for arm64). A number never changes its meaning.
 */
enum Call {
    // Sockets of any kind, and what does without calls
    SOCKET(41, 198),
    SOCKETPAIR(53, 199),
    IO_URING_SETUP(425, 425),

    // Signals to others
    KILL(62, 129),
    TKILL(200, 130),
    RT_SIGQUEUEINFO(129, 138),
    RT_TGSIGQUEUEINFO(297, 240),
    PIDFD_OPEN(434, 434),
    PIDFD_GETFD(438, 438),
    PIDFD_SEND_SIGNAL(424, 424),

    // Other processes' memory
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PROCESS_MRELEASE(448, 448),
    KCMP(312, 272),
    PERF_EVENT_OPEN(298, 241),

    // Other processes' share of the machine
    SETPRIORITY(141, 140),
    IOPRIO_SET(251, 30),
    SCHED_SETAFFINITY(203, 122),
    SCHED_SETPARAM(142, 118),
    SCHED_SETSCHEDULER(144, 119),
    SCHED_SETATTR(314, 274),
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),

    // What processes share by a number or a name
    SHMGET(29, 194),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    SEMGET(64, 190),
    SEMOP(65, 193),
    SEMTIMEDOP(220, 192),
    SEMCTL(66, 191),
    MSGGET(68, 186),
    MSGSND(69, 189),
    MSGRCV(70, 188),
    MSGCTL(71, 187),
    MQ_OPEN(240, 180),
    MQ_UNLINK(241, 181),

    // Who may do what with a file, which Landlock does not look at
    CHMOD(90, -1),
    FCHMOD(91, 52),
    FCHMODAT(268, 53),
    FCHMODAT2(452, 452),
    CHOWN(92, -1),
    LCHOWN(94, -1),
    FCHOWN(93, 55),
    FCHOWNAT(260, 54),
    UTIME(132, -1),
    UTIMES(235, -1),
    FUTIMESAT(261, -1),
    UTIMENSAT(280, 88),
    SETXATTR(188, 5),
    LSETXATTR(189, 6),
    FSETXATTR(190, 7),
    REMOVEXATTR(197, 14),
    LREMOVEXATTR(198, 15),
    FREMOVEXATTR(199, 16),

    // Devices, files without their names, and what others do with files
    MKNOD(133, -1),
    MKNODAT(259, 33),
    NAME_TO_HANDLE_AT(303, 264),
    OPEN_BY_HANDLE_AT(304, 265),
    INOTIFY_INIT(253, -1),
    INOTIFY_INIT1(294, 26),
    INOTIFY_ADD_WATCH(254, 27),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),

    // Another view of the system
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    OPEN_TREE(428, 428),
    MOVE_MOUNT(429, 429),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    UNSHARE(272, 97),
    SETNS(308, 268),

    // The kernel itself, its keys, and what its holes were found by
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),
    BPF(321, 280),
    USERFAULTFD(323, 282),
    PERSONALITY(135, 92),
    MODIFY_LDT(154, -1),

    // The whole system
    ACCT(163, 89),
    ADJTIMEX(159, 171),
    CLOCK_ADJTIME(305, 266),
    CLOCK_SETTIME(227, 112),
    DELETE_MODULE(176, 106),
    FINIT_MODULE(313, 273),
    INIT_MODULE(175, 105),
    IOPERM(173, -1),
    IOPL(172, -1),
    KEXEC_FILE_LOAD(320, 294),
    KEXEC_LOAD(246, 104),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    REBOOT(169, 142),
    SETDOMAINNAME(171, 162),
    SETHOSTNAME(170, 161),
    SETTIMEOFDAY(164, 170),
    SWAPOFF(168, 225),
    SWAPON(167, 224),
    SYSLOG(103, 116),
    VHANGUP(153, 58),

    // What is refused by its arguments, or later
    TGKILL(234, 131),
    PRLIMIT64(302, 261),
    SETRLIMIT(160, 164),
    FCNTL(72, 25),
    EXECVE(59, 221),
    EXECVEAT(322, 281),
    FORK(57, -1),
    VFORK(58, -1),
    CLONE(56, 220),
    CLONE3(435, 435),
    SECCOMP(317, 277);

    /** The first number of calls that came after this list was made (Linux 6.13). */
    static final int FIRST_UNKNOWN = 463;

    /** What no reader of documents has a use for, from its first thread on. */
    static final Set<Call> NEVER = Collections.unmodifiableSet(EnumSet.range(SOCKET, VHANGUP));

    private final int amd64;
    private final int arm64;

    Call(int amd64, int arm64) {
        this.amd64 = amd64;
        this.arm64 = arm64;
    }

    int amd64() {
        return amd64;
    }

    int arm64() {
        return arm64;
    }
}
