/* What the Glibc module of Swift does not bring: GNU extensions as plain functions. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <unistd.h>
#include <sys/syscall.h>

static inline int galley_syncfs(int fd) { return (int)syscall(SYS_syncfs, fd); }
