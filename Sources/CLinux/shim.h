/* What the Glibc module of Swift does not bring: GNU extensions as plain functions. */
#ifndef GALLEY_LINUX_SHIM
#define GALLEY_LINUX_SHIM
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* NULL-terminated; the variable of that name is no constant in Swift's eyes. */
static inline char **galley_environment(void) { return environ; }

static inline int galley_syncfs(int fd) { return (int)syscall(SYS_syncfs, fd); }

/* Swift sees d_name as a tuple of 256 bytes. */
static inline const char *galley_name(const struct dirent *entry) { return entry->d_name; }

/* Large blocks stay with the process for the next document. By default each comes from the kernel, which clears
   it page by page: a third of the time that a text of 100 MB takes. */
static inline void galley_keep_large_blocks(void) {
    mallopt(M_MMAP_THRESHOLD, INT_MAX);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

/* Gives unused memory back, for a process that waits. */
static inline void galley_trim(void) { malloc_trim(0); }

/* A read lease: granted only while nobody has the file open for writing, by any descriptor of any process. It is
   given back at once. 0: no writer; else errno: EAGAIN for a writer, others where leases can't be had. */
static inline int galley_writer_check(int fd) {
    if (fcntl(fd, F_SETLEASE, F_RDLCK) != 0) return errno;
    fcntl(fd, F_SETLEASE, F_UNLCK);
    return 0;
}

/* The file system's magic number; 0 where it can't be known. */
static inline uint32_t galley_file_system(int fd) {
    struct statfs found;
    return fstatfs(fd, &found) == 0 ? (uint32_t)found.f_type : 0;
}

/* Bytes that an ordinary user may still write; -1 where it can't be known. */
static inline int64_t galley_free_bytes(int fd) {
    struct statfs found;
    return fstatfs(fd, &found) == 0 ? (int64_t)found.f_bavail * found.f_bsize : -1;
}

static inline int galley_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/* A rename that replaces nothing: fails with EEXIST. */
static inline int galley_rename_new(int from, const char *name, int to, const char *target) {
    return (int)syscall(SYS_renameat2, from, name, to, target, 1 /* RENAME_NOREPLACE */);
}
#endif
