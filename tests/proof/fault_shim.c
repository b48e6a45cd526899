/* Faults of a machine, put under a real engine by LD_PRELOAD: a wall clock that was set, a disk that is slow, hangs or
 * fails, and a record of every write and sync below a folder, from which the disk after a power cut is rebuilt.
 *
 * DIALFLOOR_FAULTS names a control page (struct page below, written by tests/proof/shim.py while the engine runs),
 * DIALFLOOR_FAULT_ROOT the folder whose files are touched, DIALFLOOR_FAULT_TRACE the record, if one is wanted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct page {
    volatile int64_t wall_ns;     /* added to the wall clock */
    volatile int64_t sync_us;     /* how long each sync takes longer */
    volatile int64_t write_errno; /* what each write fails with, 0 for none */
    volatile int64_t sync_errno;  /* what each sync fails with */
    volatile int64_t hung;        /* syncs wait while this is 1 */
    char suffix[64];              /* only files whose path ends so; empty for all */
};

enum op { OP_OPEN = 1, OP_CREATE, OP_WRITE, OP_TRUNCATE, OP_SYNC_BEGIN, OP_SYNC_END, OP_RENAME, OP_UNLINK, OP_LINK };

struct record {
    uint32_t op, tid, path_bytes, pad;
    uint64_t at_ns, inode;
    int64_t offset, bytes; /* of data for a write; the new size for a truncation */
};

#define FDS 65536
static struct page *page;
static const char *root;
static size_t root_bytes;
static int trace = -1;
static char *paths[FDS]; /* by descriptor: the path, if it lies below the root */
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *control = getenv("DIALFLOOR_FAULTS");
    const char *record_to = getenv("DIALFLOOR_FAULT_TRACE");
    root = getenv("DIALFLOOR_FAULT_ROOT");
    root_bytes = root ? strlen(root) : 0;
    if (control) {
        int fd = (int)syscall(SYS_openat, AT_FDCWD, control, O_RDWR | O_CLOEXEC);
        if (fd >= 0) {
            void *seen = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
            if (seen != MAP_FAILED) page = seen;
            syscall(SYS_close, fd);
        }
    }
    if (record_to) trace = (int)syscall(SYS_openat, AT_FDCWD, record_to, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static const char *path_of(int fd) { return fd >= 0 && fd < FDS ? paths[fd] : NULL; }

static int below(const char *path) { return root && path && strncmp(path, root, root_bytes) == 0; }

static int is_meant(const char *path) {
    size_t wanted = strnlen(page->suffix, sizeof page->suffix), held = strlen(path);
    return held >= wanted && memcmp(path + held - wanted, page->suffix, wanted) == 0;
}

static void note(enum op op, int fd, const char *path, int64_t offset, const void *data, int64_t bytes) {
    if (trace < 0 || !path) return;
    struct stat seen = {0};
    if (fd >= 0) fstat(fd, &seen);
    struct record head = {.op = op, .tid = (uint32_t)syscall(SYS_gettid), .path_bytes = (uint32_t)strlen(path),
                          .inode = seen.st_ino, .offset = offset, .bytes = bytes};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, head.path_bytes}, {(void *)data, data ? (size_t)bytes : 0}};
    pthread_mutex_lock(&guard);
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    head.at_ns = (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
    if (syscall(SYS_writev, trace, parts, 3) < 0) abort();
    pthread_mutex_unlock(&guard);
}

/* ---- the wall clock ---- */

static void shift(struct timespec *time) {
    int64_t all = (int64_t)time->tv_sec * 1000000000 + time->tv_nsec + page->wall_ns;
    time->tv_sec = all / 1000000000;
    time->tv_nsec = all % 1000000000;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*next)(clockid_t, struct timespec *);
    if (!next) next = REAL(clock_gettime);
    int said = next(clock, time);
    if (said == 0 && page && page->wall_ns && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) shift(time);
    return said;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    (void)zone;
    int said = clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return said;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}

/* ---- files ---- */

static int opened(int fd, const char *path, int flags, int was_there) {
    if (fd < 0 || fd >= FDS || !below(path)) return fd;
    free(paths[fd]);
    paths[fd] = strdup(path);
    note(!was_there && (flags & O_CREAT) ? OP_CREATE : OP_OPEN, fd, path, 0, NULL, 0);
    if (was_there && (flags & O_TRUNC)) note(OP_TRUNCATE, fd, path, 0, NULL, 0);
    return fd;
}

static int refused(const char *path, int flags) {
    if (!page || page->write_errno != EROFS || !below(path) || !is_meant(path)) return 0;
    return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);
}

static int open_any(int folder, const char *path, int flags, mode_t mode) {
    if (refused(path, flags)) { errno = EROFS; return -1; }
    int was_there = below(path) ? access(path, F_OK) == 0 : 1;
    int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
    return opened(fd, path, flags, was_there);
}

#define OPENS(name)                                                              \
    int name(const char *path, int flags, ...) {                                 \
        va_list more; va_start(more, flags);                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;\
        va_end(more);                                                            \
        return open_any(AT_FDCWD, path, flags, mode);                            \
    }
OPENS(open)
OPENS(open64)
#define OPENATS(name)                                                            \
    int name(int folder, const char *path, int flags, ...) {                     \
        va_list more; va_start(more, flags);                                     \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;\
        va_end(more);                                                            \
        return open_any(folder, path, flags, mode);                              \
    }
OPENATS(openat)
OPENATS(openat64)

int close(int fd) {
    if (path_of(fd)) { free(paths[fd]); paths[fd] = NULL; }
    return (int)syscall(SYS_close, fd);
}

static int fails(const char *path) {
    if (!page || !page->write_errno || !is_meant(path)) return 0;
    errno = (int)page->write_errno;
    return 1;
}

ssize_t write(int fd, const void *data, size_t bytes) {
    const char *path = path_of(fd);
    if (path && fails(path)) return -1;
    off_t at = path ? lseek(fd, 0, SEEK_CUR) : 0;
    if (path) {
        struct stat seen;
        if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &seen) == 0) at = seen.st_size;
        note(OP_WRITE, fd, path, at, data, (int64_t)bytes);
    }
    return syscall(SYS_write, fd, data, bytes);
}

static ssize_t pwrite_any(int fd, const void *data, size_t bytes, off_t at) {
    const char *path = path_of(fd);
    if (path && fails(path)) return -1;
    if (path) note(OP_WRITE, fd, path, at, data, (int64_t)bytes);
    return syscall(SYS_pwrite64, fd, data, bytes, at);
}
ssize_t pwrite(int fd, const void *data, size_t bytes, off_t at) { return pwrite_any(fd, data, bytes, at); }
ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t at) { return pwrite_any(fd, data, bytes, at); }

/* Python copies files by sendfile; told that it is not supported, it reads and writes, which is seen above. */
ssize_t sendfile64(int to, int from, off64_t *at, size_t bytes) {
    if (path_of(to)) { errno = ENOTSOCK; return -1; }
    return syscall(SYS_sendfile, to, from, at, bytes);
}
ssize_t sendfile(int to, int from, off_t *at, size_t bytes) { return sendfile64(to, from, at, bytes); }

static int truncate_any(int fd, off_t size) {
    const char *path = path_of(fd);
    if (path && fails(path)) return -1;
    if (path) note(OP_TRUNCATE, fd, path, 0, NULL, size);
    return (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate(int fd, off_t size) { return truncate_any(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncate_any(fd, size); }

static int sync_any(int fd, long call) {
    const char *path = path_of(fd);
    if (!path) return (int)syscall(call, fd);
    note(OP_SYNC_BEGIN, fd, path, 0, NULL, 0);
    if (page && is_meant(path)) {
        struct timespec step = {0, 2000000};
        for (int64_t left = page->sync_us; left > 0; left -= 2000) nanosleep(&step, NULL);
        while (page->hung && is_meant(path)) nanosleep(&step, NULL);
        if (page->sync_errno) { errno = (int)page->sync_errno; return -1; }
    }
    int said = trace >= 0 ? 0 : (int)syscall(call, fd); /* a recorded disk is rebuilt from the record: no need to wait */
    if (said == 0) note(OP_SYNC_END, fd, path, 0, NULL, 0);
    return said;
}
int fsync(int fd) { return sync_any(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_any(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    int said = (int)syscall(SYS_rename, from, to);
    if (said == 0 && below(to)) note(OP_RENAME, -1, from, 0, to, (int64_t)strlen(to));
    return said;
}
int link(const char *from, const char *to) {
    int said = (int)syscall(SYS_link, from, to);
    if (said == 0 && below(to)) note(OP_LINK, -1, from, 0, to, (int64_t)strlen(to));
    return said;
}
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    int said = (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
    if (said == 0 && below(to)) note(OP_LINK, -1, from, 0, to, (int64_t)strlen(to));
    return said;
}
int unlink(const char *path) {
    int said = (int)syscall(SYS_unlink, path);
    if (said == 0 && below(path)) note(OP_UNLINK, -1, path, 0, NULL, 0);
    return said;
}
