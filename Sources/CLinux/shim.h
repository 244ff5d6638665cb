/* What the Glibc module of Swift does not bring: GNU extensions as plain functions. */
#ifndef GALLEY_LINUX_SHIM
#define GALLEY_LINUX_SHIM
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

static inline int galley_syncfs(int fd) { return (int)syscall(SYS_syncfs, fd); }

/* Swift sees d_name as a tuple of 256 bytes. */
static inline const char *galley_name(const struct dirent *entry) { return entry->d_name; }
#endif
