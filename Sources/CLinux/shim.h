/* What the Glibc module of Swift does not bring: GNU extensions as plain functions. */
#ifndef GALLEY_LINUX_SHIM
#define GALLEY_LINUX_SHIM
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline int galley_syncfs(int fd) { return (int)syscall(SYS_syncfs, fd); }

/* Swift sees d_name as a tuple of 256 bytes. */
static inline const char *galley_name(const struct dirent *entry) { return entry->d_name; }

/* Large blocks stay with the process for the next document. By default each comes from the kernel, which clears
   it page by page: a third of the time that a text of 100 MB takes. */
static inline void galley_keep_large_blocks(void) {
    mallopt(M_MMAP_THRESHOLD, INT_MAX);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}
#endif
